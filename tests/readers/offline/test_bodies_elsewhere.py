"""Which body or person a bare noun, a pronoun or a verb alone means in German, French and Spanish."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Das Gesundheitsamt war in der Kita. Die Behörde bestätigte eine Messung.", "Gesundheitsamt"),
        ("Das Amt fand bei einer Begehung Schimmel. Die Behörde warnte vor dem Keller.", "Amt"),
        ("Das Klinikum hat 300 Betten. Die Klinik teilte mit, sie sei voll.", "Klinikum"),
        ("Die Spedition Nordfracht baut. Die Halle steht nach Darstellung der Firma leer.", "Nordfracht"),
        ("Er handelte auf Anordnung des Landratsamts. Die Behörde bestätigte die Anordnung.", "Landratsamt"),
        ("Die CDU kritisiert die Infrago Ost. Das Unternehmen teilte mit, es werde bauen.", "Infrago Ost"),
    ],
)
def test_a_bare_noun_is_a_body_named_before(fill: Fill, text: str, who: str) -> None:
    """It is one of its kind, else the one named last; two nouns beside one another are no name."""
    filled = fill(text, "de")

    assert filled.names(filled.of(2)) in ([who], [f"Spedition {who}"])


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "de",
            "Die Stadt zahle, sagte Ida Mohn. Pfleger Timo Asbach lacht darüber nur. „Das ist eine Lüge.“",
            "Timo Asbach",
        ),
        (
            "de",
            "Er habe gelockt, sagte Ida Mohn. Dem tritt Anwalt Karl Beck entgegen. Es gebe keinen Köder.",
            "Karl Beck",
        ),
        ("de", "Die Stadt zahle, sagte Ida Mohn. Sie traf gestern auf Karl Beck. Das Geld sei da.", "Ida Mohn"),
        (
            "fr",
            "Il a menti, dit Ida Morel. Luc Rand hausse les épaules. « C’est une fable pour les enfants. »",
            "Luc Rand",
        ),
        ("es", "Mintió, dijo Ida Mora. Luis Peña se encoge de hombros. «Es un cuento para niños.»", "Luis Peña"),
        ("en", "“He lied,” said Ida Mohn. Karl Beck was furious. “It is a tale for children.”", "Karl Beck"),
    ],
)
def test_who_was_brought_in_before_it_says_it(fill: Fill, language: str, text: str, who: str) -> None:
    """A quotation and indirect speech that nobody is named for are of the person with whom the sentence before begins."""
    filled = fill(text, language)

    assert filled.names(filled.of(3)) == [who]


def test_she_is_the_spokeswoman_of_the_body(fill: Fill) -> None:
    """A pronoun behind a denial by a spokeswoman is of the body for which she speaks."""
    filled = fill("Eine Sprecherin von Ovenbeck wies das zurück. Die Platten seien geprüft, sagte sie.", "de")

    assert filled.names(filled.of(2)) == ["Ovenbeck"]


def test_the_verb_alone_is_of_the_body_that_spoke(fill: Fill) -> None:
    """Right behind what a body denies, a verb without a subject goes on with it."""
    filled = fill(
        "Lo contó el vecino Juan Mora. La Jefatura niega la carga. Hubo un pasillo, indica en una nota.", "es"
    )

    assert filled.names(filled.of(3)) == ["Jefatura"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Le champion Timéo Rosset dénonce un système. Le biathlète dit avoir prévenu la fédération.",
            "Timéo Rosset",
        ),
        (
            "fr",
            "« J’étais là », raconte Willem Straeten. L’octogénaire affirme que tout le monde savait.",
            "Willem Straeten",
        ),
        ("es", "«Estaba allí», cuenta Ana Ruiz. La futbolista asegura que todos lo sabían.", "Ana Ruiz"),
    ],
)
def test_who_spoke_is_called_by_what_they_are(fill: Fill, language: str, text: str, who: str) -> None:
    """A noun for their sport or their age stands for whoever spoke just before."""
    filled = fill(text, language)

    assert filled.names(filled.of(2)) == [who]
