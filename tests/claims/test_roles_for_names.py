"""What somebody is called stands for the name, and a number for those whom it counted."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

TARVO = (
    "Tarvo will ban diesel cars, Mayor Anna Lindqvist announced. The ban begins in 2028. Shops fear for their trade. "
    "The chamber of commerce called on Lindqvist to delay the ban. Councillor Ida Holm opposes it."
)
LUMIO = (
    "The streaming service Lumio will raise its prices, the company said. Lumio plans to spend 3.5 billion dollars on films. "
    "A rival, Streamly, has dropped a drama. The series' creator, Judy Okafor, learned of it from a fan."
)
CASTREL = (
    "The three, a couple and their grandson, were found in a stairwell and taken to the hospital. Two dogs were lost."
)


@pytest.mark.parametrize(
    ("told", "restated", "n"),
    [
        (TARVO, "The chamber of commerce wants the mayor to delay the ban.", 4),
        (LUMIO, "The company plans to spend 3.5 billion dollars on films.", 2),
        (LUMIO, "Judy Okafor, who created the series, learned of it from a fan.", 4),
        (CASTREL, "The three were taken to the hospital.", 1),
    ],
)
def test_who_is_called_so_is_meant(told: str, restated: str, n: int) -> None:
    """ "The mayor" is Anna Lindqvist, whose title stands before her first name; a name may begin its sentence."""
    assert problems(article(told), restated, [n]) == ()


@pytest.mark.parametrize(
    ("told", "restated", "n"),
    [
        (TARVO, "The chamber of commerce wants the councillor to delay the ban.", 4),
        (LUMIO, "The drama plans to spend 3.5 billion dollars on films.", 2),
        (CASTREL, "The two were taken to the hospital.", 1),
    ],
)
def test_who_is_called_otherwise_is_not(told: str, restated: str, n: int) -> None:
    """Another's title, and another's number."""
    assert problems(article(told), restated, [n])
