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
