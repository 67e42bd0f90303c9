"""Deeds that a noun tells: whoever gives a warning warns, and whoever receives one is warned."""

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article

RECEIVED = "The coastguard received warnings about the Alma from a passengers' association in June."
DESPITE = "The bridge was closed despite warnings from the ministry that it would cost jobs."


@pytest.mark.parametrize(
    ("sentence", "lie"),
    [
        (RECEIVED, "The coastguard warned a passengers' association about the Alma in June."),
        (DESPITE, "The ministry was warned that the bridge would cost jobs."),
    ],
)
def test_whom_a_deed_reaches_does_not_do_it(sentence: str, lie: str) -> None:
    """By what stands behind the noun, and by the verb that it stands with."""
    assert problems(article(sentence, "en"), lie, [1])


@pytest.mark.parametrize(
    ("sentence", "restated"),
    [
        (RECEIVED, "A passengers' association warned the coastguard about the Alma in June."),
        (DESPITE, "The ministry warned that the bridge would cost jobs."),
    ],
)
def test_who_is_told_by_the_noun_may_do_it(sentence: str, restated: str) -> None:
    """By a verb instead."""
    assert problems(article(sentence, "en"), restated, [1]) == ()
