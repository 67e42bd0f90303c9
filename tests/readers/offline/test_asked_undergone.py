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


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Die Sanierung der Elstertalbrücke verzögert sich um mindestens zwei Jahre.", "Wie lang ist die Elstertalbrücke?"),
        ("fr", "Le préfet a annoncé mardi la fermeture de l'usine Clarépine.", "Depuis quand l'usine existe-t-elle ?"),
        ("es", "El sindicato de maquinistas Semat puso en duda esa versión.", "¿Cómo se llama el maquinista?"),
        ("es", "Corvalia ocultó durante cuatro años los efectos secundarios de su jarabe.", "¿Cuánto cuesta el jarabe?"),
    ],
)  # fmt: skip
async def test_another_number_or_name_is_no_answer(language: str, text: str, question: str) -> None:
    """By how much something is late, when it was announced, a union's name, and for how long."""
    assert await answered(article_of_lines(text, language), question) == []


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("de", "Die Sanierung der Brücke verzögert sich um mindestens zwei Jahre.", "Wie lange verzögert sich die Sanierung?"),
        ("fr", "L'usine Clarépine existe depuis 1962.", "Depuis quand l'usine existe-t-elle ?"),
        ("es", "El maquinista, Pedro Ruiz, está herido.", "¿Cómo se llama el maquinista?"),
        ("es", "El jarabe cuesta doce euros.", "¿Cuánto cuesta el jarabe?"),
    ],
)  # fmt: skip
async def test_its_own_number_or_name_answers(language: str, text: str, question: str) -> None:
    """Where it is told of the very thing."""
    assert await answered(article_of_lines(text, language), question) == [1]
