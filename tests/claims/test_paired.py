"""Of "neither A nor B" neither is told as so."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article_of_lines

PAIRS = {
    "en": "The firm neither sold nor leased the land.",
    "de": "Die Firma hat das Land weder verkauft noch verpachtet.",
    "fr": "L'entreprise n'a ni vendu ni loué le terrain.",
    "es": "La empresa ni vendió ni alquiló el terreno.",
}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The firm sold but did not lease the land."),
        ("en", "The firm did not sell but leased the land."),
        ("en", "The firm leased the land."),
        ("de", "Die Firma hat das Land verkauft, aber nicht verpachtet."),
        ("de", "Die Firma hat das Land verpachtet."),
        ("fr", "L'entreprise a vendu mais n'a pas loué le terrain."),
        ("fr", "L'entreprise a loué le terrain."),
        ("es", "La empresa vendió pero no alquiló el terreno."),
    ],
)
def test_no_side_of_a_pair_is_told_as_so(language: str, said: str) -> None:
    """Not even beside the other one with its "not"."""
    assert problems(article_of_lines(f"Land\n{PAIRS[language]}", language), said, [2])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The firm did not sell or lease the land."),
        ("en", "The firm neither leased nor sold the land."),
        ("en", "The firm did not lease the land."),
        ("de", "Die Firma hat das Land nicht verkauft."),
        ("fr", "L'entreprise n'a pas vendu le terrain."),
        ("es", "La empresa no vendió el terreno."),
    ],
)
def test_a_side_may_be_told_alone_with_its_negation(language: str, said: str) -> None:
    """In whatever words."""
    assert problems(article_of_lines(f"Land\n{PAIRS[language]}", language), said, [2]) == ()
