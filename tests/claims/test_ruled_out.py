"""What is not ruled out is so in the passive as in the active voice."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

ACTIVE = "The fire brigade has not ruled out a gas leak in the cellar."


@pytest.mark.parametrize(
    "restated",
    [
        "A gas leak has not been ruled out.",
        "A gas leak in the cellar cannot be ruled out.",
        "A gas leak was not ruled out by the fire brigade.",
    ],
)
def test_what_is_not_ruled_out_stands_before_the_verb(restated: str) -> None:
    """The negation reaches the verb and what it is told of."""
    assert problems(article(ACTIVE), restated, [1]) == ()


@pytest.mark.parametrize(
    ("told", "restated"),
    [
        (ACTIVE, "A gas leak has been ruled out."),
        ("The fire brigade has ruled out a gas leak.", "A gas leak has not been ruled out."),
        ("The fire brigade has ruled out a gas leak.", "A gas leak cannot be ruled out."),
    ],
)
def test_what_is_ruled_out_is_no_possibility(told: str, restated: str) -> None:
    """Nor the other way round."""
    assert problems(article(told), restated, [1])


@pytest.mark.parametrize("restated", ["A gas leak was ruled out and", "A gas leak has not been ruled out, but"])
def test_a_text_that_breaks_off_behind_a_joint_is_judged(restated: str) -> None:
    """Whatever a model says, and wherever it is cut, is held against its sentences."""
    assert problems(article("The fire brigade found water in the cellar."), restated, [1])
