"""Who owns what, and who is ahead of whom."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

FACTORY = "The factory, which belongs to the Colm group, said it met all rules."
MILL = "The mill is owned by the Ames family."
POLLS = "Polls put the opposition leader, Grace Olun, six points ahead of Prime Minister Samuel Idris."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (FACTORY, "The factory owns the Colm group."),
        (FACTORY, "The Colm group belongs to the factory."),
        (MILL, "The mill owns the Ames family."),
        (POLLS, "Samuel Idris is six points ahead of Grace Olun."),
        (POLLS, "Polls put Samuel Idris six points ahead of Grace Olun."),
        (POLLS, "Grace Olun is six points behind Samuel Idris in polls."),
    ],
)
def test_sides_are_not_turned_round(told: str, restated: str) -> None:
    """Whatever is owned owns nothing of its owner, and whoever leads is not behind."""
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (FACTORY, "The Colm group owns the factory."),
        (FACTORY, "The factory is owned by the Colm group."),
        (MILL, "The Ames family owns the mill."),
        (POLLS, "Polls put Grace Olun six points ahead of Samuel Idris."),
        (POLLS, "Samuel Idris is six points behind Grace Olun in polls."),
        ("Rovers are three points behind Kelham.", "Kelham are three points ahead of Rovers."),
    ],
)
def test_sides_may_be_told_from_either(told: str, restated: str) -> None:
    """The same told of the other side stands."""
    assert problems(article(told), restated, [1]) == ()
