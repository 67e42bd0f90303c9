"""Whoever does it in the article does it in the restatement, or is not told of at all."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

CLERK = (
    "Two pensioners opened an account at the bank. Ada Vale moved the money to her own account between 2019 and 2023."
)


@pytest.mark.parametrize(
    "restated",
    [
        "Two pensioners moved the money to Vale's account.",
        "The bank moved the money to Ada Vale's account between 2019 and 2023.",
    ],
)
def test_the_doer_is_nobody_to_whom_another_does_it(restated: str) -> None:
    """Somebody of the sentence before, put in the doer's place, is caught."""
    assert problems(article(CLERK), restated, [2])


def test_the_doer_may_own_what_it_goes_to() -> None:
    """The same doer, and the name for the pronoun, stand."""
    assert problems(article(CLERK), "Ada Vale moved the money to Vale's own account.", [2]) == ()


def test_what_each_gets_is_not_told_without_each() -> None:
    """A sum for each is not one for all of them."""
    each = article("The passengers will receive 60 pounds each in compensation.")

    assert problems(each, "The passengers will receive 60 pounds in compensation between them.", [1])
    assert problems(each, "Each of the passengers will receive 60 pounds in compensation.", [1]) == ()


def test_a_condition_by_a_pronoun_is_one() -> None:
    """ "Without it" is left out no more than what it stands for."""
    it = article('The fund asked for a grant. "Without it, half of our members will leave within a year," he said.')

    assert problems(it, "Half of the fund's members will leave within a year.", [2])
