"""Which number of a sentence answers: of the whole, of a sum, of what is asked and not of who tells it."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered


@pytest.mark.parametrize(
    ("language", "text", "question", "expected"),
    [
        ("en", "Two trustees voted against the sale.", "How many trustees are there?", []),
        ("en", "The museum has nine trustees.", "How many trustees are there?", [1]),
        ("de", "„Uns fehlen 45 Lokführer“, sagte Nordbahn.", "Wie viele Lokführer hat Nordbahn?", []),
        ("de", "„Uns fehlen 45 Lokführer“, sagte Nordbahn.", "Wie viele Lokführer fehlen?", [1]),
        ("en", "Norvald Lines will move 12 of its 30 flights.", "How many flights does Norvald Lines have?", [1]),
        ("en", "The museum holds 41 other heads.", "How much did the museum get for the mask?", []),
        ("en", "Repairs would cost 48 million dollars, according to the report.", "How much did the report cost?", []),
        ("en", "Repairs would cost 48 million dollars, according to the report.", "How much will repairs cost?", [1]),
        ("en", "A crash killed six passengers of a ship.", "How many passengers were on the ship?", []),
        ("en", "The ship sank with 212 passengers on board.", "How many passengers were on the ship?", [1]),
        ("en", "Bees near the field were four times as likely to die.", "How many bees died?", []),
        ("en", "The firm sued three countries.", "Which three countries are they?", []),
        ("en", "Brakes were checked every six weeks.", "How often were brakes checked?", [1]),
        ("de", "Die Bremsen wurden alle sechs Wochen geprüft.", "Wie oft wurden die Bremsen geprüft?", [1]),
        ("fr", "Le club a perdu 4 000 abonnés.", "Combien d'abonnés le club a-t-il perdus ?", [1]),
        ("en", "Families are asking for 12 million euros.", "How much do the families want?", [1]),
        ("es", "La llamada duró ocho segundos.", "¿Cuánto duró la llamada?", [1]),
    ],
)  # fmt: skip
async def test_a_number_is_of_what_is_asked(language: str, text: str, question: str, expected: list[int]) -> None:
    """Some of them are not all, a count is no price, and a report that names a price has not cost that."""
    assert await answered(article_of_lines(text, language), question) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("The paper was handed to the operator, Acme, in May.", "Who handed the paper to the Courier?", []),
        ("Jan Roos handed the paper to the Courier.", "Who handed the paper to the Courier?", [1]),
        ("The head was taken during a raid in 1908, the museum said.", "Who took the head?", []),
        ("Percy Lathom took the head in 1908.", "Who took the head?", [1]),
        ("The study's author, historian Nkechi Obiora, is silent.", "Who wrote the study?", [1]),
        ("Acme got the report in May.", "When did Acme get the report?", [1]),
    ],
)
async def test_a_deed_has_its_doer_and_its_receiver(text: str, question: str, expected: list[int]) -> None:
    """Where it is only told that it was done, or to another, nobody is named."""
    page = article_of_lines(f"{text}\nThe Courier and the museum are in Tarnmouth.\nRain fell.")

    assert await answered(page, question) == expected


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Acme halved checks in the year before the crash.", "When was the crash?", []),
        ("The crash was on 18 January.", "When was the crash?", [1]),
        ("Acme halved inspections of coaches in May.", "When were the coaches last inspected?", []),
        ("Jan Roos wants a fence and says he asked for one in 2022.", "When did Roos ask for a fence?", [1]),
    ],
)
async def test_a_time_is_of_what_is_asked(text: str, question: str, expected: list[int]) -> None:
    """What was before it, or not the last time, tells no time of it; what is told behind a wish was not only wished."""
    assert await answered(article_of_lines(f"{text}\nRain fell.\nFish swim."), question) == expected
