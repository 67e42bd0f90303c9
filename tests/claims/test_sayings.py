"""Of two who say something each says what stands behind their own verb."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

TWO = "Lee says the union was asked twice by Holm, who says that two of its officials gave evidence."
OUTER = "Kim said Lee thought the bank had paid."


@pytest.mark.parametrize(
    ("sentence", "said", "stands"),
    [
        (TWO, "Holm says the union was asked twice.", False),
        (TWO, "Lee says the union was asked twice.", True),
        (OUTER, "Lee thought the bank had paid.", True),
        (OUTER, "The bank thought Lee had paid.", False),
    ],
)
def test_a_clause_is_told_of_its_own_speaker(sentence: str, said: str, *, stands: bool) -> None:
    """By the verb of saying that it stands right behind, or one that this stands behind."""
    assert (problems(article(sentence, "en"), said, [1]) == ()) is stands
