"""What German, French and Spanish restatements say in other words, and what only looks alike."""

import pytest

from bot.claims.restatement import problems
from bot.claims.rules.canonical import canonical
from tests.claims.articles import article_of_lines

CLUB_FR = (
    "Le club de Varne a vendu sa piscine.\nSa présidente, Lise Oran, dit que le bassin fuyait.\nLe maire est Guy Pau."
)
CLUB_ES = "El club de Varne vendió su piscina.\nSu presidenta, Luz Oran, dijo que la piscina perdía agua."
STAFF = "Eine Bäckerin, Ina Voss, hat zwei ihrer fünf Angestellten entlassen.\nDas Dach lässt sich laut Voss nicht reparieren."


@pytest.mark.parametrize(
    ("language", "article", "text", "n"),
    [
        ("fr", CLUB_FR, "La présidente du club dit que le bassin fuyait.", 2),
        ("es", CLUB_ES, "La presidenta del club dijo que la piscina perdía agua.", 2),
        ("de", STAFF, "Ina Voss hat zwei Angestellte entlassen.", 1),
        ("de", STAFF, "Das Dach kann laut Voss nicht repariert werden.", 2),
    ],
)
def test_the_same_in_other_words_stands(language: str, article: str, text: str, n: int) -> None:
    """An office told by whose it is, a part without its whole, what can be done."""
    assert problems(article_of_lines(article, language), text, [n]) == ()


@pytest.mark.parametrize(
    ("language", "article", "text", "n"),
    [
        ("fr", CLUB_FR, "La présidente de la piscine dit que le bassin fuyait.", 2),
        ("de", STAFF, "Ina Voss hat fünf Angestellte entlassen.", 1),
        ("de", STAFF, "Das Dach kann laut Voss repariert werden.", 2),
    ],
)
def test_something_else_in_like_words_is_found(language: str, article: str, text: str, n: int) -> None:
    """Another's office, the whole for the part, what cannot be done."""
    assert problems(article_of_lines(article, language), text, [n])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("L'hôpital n'a que huit lits.", "L'hôpital a seulement huit lits."),
        ("Elle dit n'avoir lu la note qu'en mai.", "Elle dit avoir lu la note en mai seulement."),
        ("Il craint que le pont ne cède.", "Il craint que le pont cède."),
        ("Il craint que le pont ne tienne pas.", "Il craint que le pont ne tienne pas."),
        ("Il ne dit pas que deux ponts ont cédé.", "Il ne dit pas que deux ponts ont cédé."),
    ],
)
def test_french_ne_negates_only_where_it_does(said: str, meant: str) -> None:
    """ "ne … que" limits, and the "ne" of what is feared says nothing."""
    assert canonical(said, "fr") == meant
