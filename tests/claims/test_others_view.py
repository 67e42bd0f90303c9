"""What somebody calls something is told of nobody else."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

COURT = "Judge Ada Holm read the verdict. The farmer's lawyer said he would appeal, calling the verdict a joke."
HARBOUR = "Pia Roth is the harbour master. Roth said the plan was a trick."


def test_a_view_is_not_somebody_elses() -> None:
    """Of whom another sentence speaks."""
    assert problems(article(COURT), "The judge called the verdict a joke.", [2])


@pytest.mark.parametrize("restated", ["The harbour master called the plan a trick.", "Roth called the plan a trick."])
def test_a_view_is_that_of_who_holds_it(restated: str) -> None:
    """By name, or as what another sentence calls them."""
    assert problems(article(HARBOUR), restated, [2]) == ()
