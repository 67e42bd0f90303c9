"""A number is told of what stands right beside it: its label, its month, its "to" or "by"."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

RATED = "The agency rated it at level one on a scale of seven."
SLOWED = "Inflation slowed from 3.4 per cent in March to 2.7 per cent in April."
FELL = "Unemployment fell to 5.9 per cent, or 214,000 people."


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (RATED, "The agency rated it at level seven."),
        (SLOWED, "Inflation slowed to 2.7 per cent in March."),
        (FELL, "Unemployment fell by 214,000 people."),
    ],
)
def test_a_number_beside_another_word_is_found(told: str, restated: str) -> None:
    """Though the sentence has both."""
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (RATED, "The agency rated it at level one of seven."),
        (SLOWED, "Inflation slowed to 2.7 per cent in April."),
        (SLOWED, "Inflation was 3.4 per cent in March."),
        (FELL, "Unemployment fell to 214,000 people."),
    ],
)
def test_a_number_beside_its_own_word_stands(told: str, restated: str) -> None:
    """In other words too."""
    assert problems(article(told), restated, [1]) == ()
