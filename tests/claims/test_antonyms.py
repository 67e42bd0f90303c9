"""A word of contrary meaning does not stand where the article has its contrary."""

import pytest

from bot.claims.grammar.evidence import analysed
from bot.claims.restatement import problems
from bot.claims.rules.antonyms import antonym_problems
from tests.claims.articles import article

LIDO = "The council opened the lido in May and closed the library in June."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (LIDO, "The council closed the lido in May."),
        ("The board opposes the tram line.", "The board supports the tram line."),
        ("Norwick won the final against Elmford.", "Norwick lost the final against Elmford."),
        ("The scheme will come back in a different form.", "The scheme will come back in the same form."),
        ("A cut is likely if wages rise more slowly than prices.", "A cut is likely if wages rise faster than prices."),
        ("A junior doctor asked for a senior review.", "A senior doctor asked for a review."),
    ],
)
def test_the_contrary_is_caught(told: str, restated: str) -> None:
    """ "closed" is no "opened", though the article closes something else."""
    assert antonym_problems(analysed(restated, "en"), [analysed(told, "en")])
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (LIDO, "The council closed the library in June."),
        (LIDO, "The council opened the lido in May."),
        ("The board opposes the tram line.", "The board is against the tram line."),
    ],
)
def test_each_stays_with_its_own(told: str, restated: str) -> None:
    """Both words of a pair may be in the article, each told of what it is told of there."""
    assert problems(article(told), restated, [1]) == ()


def test_two_clauses_may_have_the_two_contraries() -> None:
    """ "lines grew longer but waits grew shorter" is told of each as it is there."""
    told = "Tram lines grew longer but waits grew shorter."

    assert antonym_problems(analysed("Waits grew shorter.", "en"), [analysed(told, "en")]) == []
