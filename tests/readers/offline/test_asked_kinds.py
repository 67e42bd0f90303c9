"""What a sentence must tell to be of the kind that is asked for."""

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Im Mai schließt die Geburtsstation in Orrel. Der Fluss ist breit.", "Wann schließt die Station?"),
        ("Im Mai schließt die Geburtsstation in Orrel. Der Fluss ist breit.", "wann schliesst die station"),
        ("In der Klinik kamen 412 Kinder zur Welt. Der Fluss ist breit.", "wieviele kinder kamen zur welt?"),
    ],
)
async def test_the_end_of_a_compound_asks_for_it(text: str, question: str) -> None:
    """A German noun may ask for a compound that it ends, also where it is written small."""
    assert await answered(article(text, "de"), question) == [1]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Der Vorwurf kam im Mai. Der Fluss ist breit.", "Wann kam der Wurf?"),
        ("Die Station kam im Mai. Der Fluss ist breit.", "Wann kam die Geburtsstation?"),
    ],
)
async def test_the_end_of_a_word_alone_does_not(text: str, question: str) -> None:
    """What stands behind a prefix is another word, and what is less exact no answer."""
    assert await answered(article(text, "de"), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "The tanks had not been cleaned for a year. Fish swim.", "When were the tanks cleaned?"),
        ("de", "Die nächste Station liegt in Brelau. Fische schwimmen.", "Wann schließt die Station?"),
        ("fr", "La cuve n’a pas été nettoyée pendant un an. Le fleuve est large.", "Quand la cuve a-t-elle été nettoyée ?"),
        ("es", "La cuba no se limpió durante un año. El río es ancho.", "¿Cuándo se limpió la cuba?"),
    ],
)  # fmt: skip
async def test_no_time_is_when(language: str, text: str, question: str) -> None:
    """ "For a year" tells how long, and "the next ward" is no time at all."""
    assert await answered(article(text, language), question) == []


async def test_an_accent_on_a_preposition_counts() -> None:
    """ "À Lormont" tells where, and "a mangé" does not."""
    page = article(
        "Trois enfants restent hospitalisés à Lormont. Un élève hospitalisé a mangé. Le fleuve est large.", "fr"
    )

    assert await answered(page, "Où les enfants sont-ils hospitalisés ?") == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Der Schaden beläuft sich auf zwei Millionen Euro. Fische schwimmen.", "Wie hoch ist der Schaden?"),
        ("en", "The fine was set at 3 million pounds. Fish swim.", "How big is the fine?"),
        ("es", "La policía detuvo el viernes a tres personas. El río es ancho.", "¿Cuántos detenidos hay?"),
        ("de", "Zwei Mitarbeiter wurden verletzt. Der Fluss ist breit.", "Wie viele Verletzte gab es?"),
        ("es", "La paciente Ana Rendo, de 71 años, espera. El río es ancho.", "¿Qué edad tiene Ana Rendo?"),
    ],
)
async def test_a_figure_of_what_is_asked_for(language: str, text: str, question: str) -> None:
    """A sum tells how high a damage is, and people to whom something was done tell how many it befell."""
    assert await answered(article(text, language), question) == [1]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Zum 1. Februar schließt die Station. Der Fluss ist breit.", "Was kostet die Schließung?"),
        ("en", "The gates work, and nine gates were painted. Fish swim.", "How much did the gates cost?"),
        ("de", "„Das ist der vierte Brand in drei Jahren“, sagte Uwe Reth. Es regnete.", "Wie lange hat es gebrannt?"),
        ("de", "„Das ist der vierte Brand in drei Jahren“, sagte Uwe Reth. Es regnete.", "Wie alt ist Uwe Reth?"),
        ("fr", "Anne Rethel y travaille depuis neuf ans. Le fleuve est large.", "Quel âge a Anne Rethel ?"),
    ],
)
async def test_a_figure_of_something_else(language: str, text: str, question: str) -> None:
    """A day of a month is no sum, a count no price, and "in three years" neither an age nor how long something took."""
    assert await answered(article(text, language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        ("en", "The ferry was stopped on Friday after 61 passengers fell ill. Fish swim.", "Why was the ferry stopped?", [1]),
        ("en", "The minister refused to close the route, saying islanders need it. Fish swim.", "Why did the minister refuse to close the route?", [1]),
        ("de", "Im Mai schließt die Station. Grund sei der Mangel an Hebammen, sagte Ann Reth.", "Warum schließt die Station?", [2]),
        ("de", "Die Staatsanwaltschaft ermittelt wegen Brandstiftung. Der Fluss ist breit.", "Weswegen wird ermittelt?", [1]),
        ("fr", "Le pont est fermé depuis mercredi à la suite d’une inspection. Le fleuve est large.", "Pourquoi le pont est-il fermé ?", [1]),
        ("es", "El puente se cerró el lunes a raíz de una inspección. El río es ancho.", "¿Por qué se cerró el puente?", [1]),
    ],
)  # fmt: skip
async def test_a_reason_in_other_words(language: str, text: str, question: str, expected: list[int]) -> None:
    """What befell people, what somebody says for it, and what is called the reason tell why."""
    assert await answered(article(text, language), question) == expected


@pytest.mark.parametrize(
    "text", ["The ferry was stopped after 61 days. Fish swim.", "The ferry was stopped after 3 May. Fish swim."]
)
async def test_a_time_behind_after_is_no_reason(text: str) -> None:
    """ "After 61 days" tells when."""
    assert await answered(article(text, "en"), "Why was the ferry stopped?") == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "In Orrel 412 children were born. Fish swim.", "How many children were born in Brelau?"),
        ("de", "In Ostheim kamen 412 Kinder zur Welt. Der Fluss ist breit.", "Wie viele Kinder kamen in Brelau zur Welt?"),
        ("fr", "À Orrel, 412 enfants sont nés. Le fleuve est large.", "Combien d’enfants sont nés à Brelau ?"),
        ("es", "En Orrel nacieron 412 niños. El río es ancho.", "¿Cuántos niños nacieron en Brelau?"),
        ("en", "The union wants all four ships to be inspected. Fish swim.", "How many ships did the union inspect?"),
        ("en", "The courier left it at the back door. Ann Reed, the courier, smiled.", "Did the courier resign?"),
    ],
)  # fmt: skip
async def test_what_is_told_of_something_else(language: str, text: str, question: str) -> None:
    """Another place, what is only wanted, and a word too general to tell it do not answer."""
    assert await answered(article(text, language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("en", "A reward of 10,000 pounds is being offered. Fish swim.", "How big is the reward?"),
        ("de", "Die Produktion ruht bis mindestens kommenden Mittwoch. Fische schwimmen.", "Wie lange ruht die Produktion?"),
        ("fr", "L’usine est fermée jusqu’à mercredi. Le fleuve est large.", "Combien de temps l’usine est-elle fermée ?"),
        ("de", "Der Hersteller wollte sich wegen der Prüfung nicht äußern. Fische schwimmen.", "Warum äußert sich der Hersteller nicht?"),
    ],
)  # fmt: skip
async def test_an_end_or_a_cause_in_its_place(language: str, text: str, question: str) -> None:
    """ "Until Wednesday" tells how long, and a German cause stands before the verb at the end."""
    assert await answered(article(text, language), question) == [1]


async def test_a_german_passive_tells_no_doer() -> None:
    """ "Gefunden worden" and "wurde gestohlen" tell not by whom."""
    page = article(
        "In drei Bechern waren Splitter gefunden worden. Am Montag wurde das Rad gestohlen. Es regnete.", "de"
    )

    assert await answered(page, "Wer hat die Splitter gefunden?") == []
    assert await answered(page, "Wer hat das Rad gestohlen?") == []


async def test_a_bank_has_its_clerks_behind_the_counter() -> None:
    """Who is a cashier in the article may be asked for as a clerk."""
    page = article("The trial began. A bank cashier, Rajan Doshi, told the court that she came in on Fridays.", "en")

    assert await answered(page, "What did the bank clerk say?") == [2]
