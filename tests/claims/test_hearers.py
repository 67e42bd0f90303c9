"""Who is only told something does not say it."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

BRIDGE = "Tano was assured by the engineer Ann Bell that the bridge was safe."


def test_who_is_told_does_not_say_it() -> None:
    """The hearer of an assurance is not told as its speaker."""
    assert problems(article(BRIDGE), "Tano said that the bridge was safe.", [1])


def test_who_tells_says_it() -> None:
    """The one who gives the assurance may be told in the active."""
    assert problems(article(BRIDGE), "Ann Bell assured Tano that the bridge was safe.", [1]) == ()


def test_a_hearer_may_speak_too() -> None:
    """Whoever is told one thing and says another says that one."""
    told = "Tano was told that the bridge was safe, but he said that he had doubts."
    assert problems(article(told), "Tano said that he had doubts.", [1]) == ()


@pytest.mark.parametrize("verb", ["promised", "offered"])
def test_a_pronoun_keeps_its_side(verb: str) -> None:
    """What "it had been promised" is not what "it had promised"."""
    told = f"The delegation said it had been {verb} a fund at a meeting in Nairobi."
    assert problems(article(told), f"The delegation said it had {verb} a fund at a meeting in Nairobi.", [1])
    assert problems(article(told), f"The delegation said it had been {verb} a fund.", [1]) == ()
