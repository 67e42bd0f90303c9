"""Which body a bare noun means in German."""

import pytest

from tests.readers.offline.conftest import Fill


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Das Gesundheitsamt war in der Kita. Die Behörde bestätigte eine Messung.", "Gesundheitsamt"),
        ("Das Amt fand bei einer Begehung Schimmel. Die Behörde warnte vor dem Keller.", "Amt"),
        ("Das Klinikum hat 300 Betten. Die Klinik teilte mit, sie sei voll.", "Klinikum"),
        ("Die Spedition Nordfracht baut. Die Halle steht nach Darstellung der Firma leer.", "Nordfracht"),
        ("Die CDU kritisiert die Infrago Ost. Das Unternehmen teilte mit, es werde bauen.", "Infrago Ost"),
    ],
)
def test_a_bare_noun_is_a_body_named_before(fill: Fill, text: str, who: str) -> None:
    """It is one of its kind, else the one named last; two nouns beside one another are no name."""
    filled = fill(text, "de")

    assert filled.names(filled.of(2)) in ([who], [f"Spedition {who}"])


def test_she_is_the_spokeswoman_of_the_body(fill: Fill) -> None:
    """A pronoun behind a denial by a spokeswoman is of the body for which she speaks."""
    filled = fill("Eine Sprecherin von Ovenbeck wies das zurück. Die Platten seien geprüft, sagte sie.", "de")

    assert filled.names(filled.of(2)) == ["Ovenbeck"]
