"""Questions after whom something was done to: "Wer wurde verletzt?", "Qui a été blessé ?" ask for no doer."""

import pytest

from tests.claims.articles import article_of_lines
from tests.readers.offline.asking import answered

GERMAN = """Zwei Feuerwehrleute wurden nach Polizeiangaben leicht verletzt.
Bürgermeister Jan Holt wurde am Montag verhaftet.
Anna Roth wurde zur Präsidentin gewählt."""
FRENCH = """Deux mineurs ont été blessés samedi à Orsanne.
Le maire Luc Rey a été arrêté lundi."""


@pytest.mark.parametrize(
    ("language", "text", "question", "n"),
    [
        ("de", GERMAN, "Wer wurde verletzt?", 1),
        ("de", GERMAN, "Wer wurde verhaftet?", 2),
        ("de", GERMAN, "Wer wurde zur Präsidentin gewählt?", 3),
        ("fr", FRENCH, "Qui a été blessé ?", 1),
        ("fr", FRENCH, "Qui a été arrêté ?", 2),
    ],
)
async def test_whom_it_befell_is_told(language: str, text: str, question: str, n: int) -> None:
    """The participle that ends the question is what was done."""
    assert await answered(article_of_lines(text, language), question) == [n]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", GERMAN, "Wer wurde getötet?"),
        ("de", GERMAN, "Wer hat Jan Holt verhaftet?"),
        ("fr", FRENCH, "Qui a été tué ?"),
        ("fr", FRENCH, "Qui a arrêté Luc Rey ?"),
    ],
)
async def test_who_did_it_is_not_told(language: str, text: str, question: str) -> None:
    """Nor what befell nobody."""
    assert await answered(article_of_lines(text, language), question) == []
