"""What a number counts may be somebody whom the sentence only points at."""

from bot.claims.restatement import problems
from tests.claims.articles import article

FINE = "Halder Rail runs the line. The inspectorate may fine the company up to 40,000 euros."


def test_a_number_beside_a_name_is_that_beside_the_company() -> None:
    """ "May fine the company up to" so much."""
    assert problems(article(FINE), "The inspectorate may fine Halder Rail up to 40,000 euros.", [2]) == ()


def test_a_number_beside_another_is_not() -> None:
    """Nor is the sum another one, or told of who fines."""
    assert problems(article(FINE), "The inspectorate may fine Halder Rail up to 400,000 euros.", [2])
    assert problems(article(FINE), "Halder Rail may fine the inspectorate up to 40,000 euros.", [2])
