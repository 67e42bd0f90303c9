"""Words and phrases that say the same, and words that are near each other and do not."""

import tomllib
from pathlib import Path

import pytest

from bot.claims.language.lexicon import lexicon
from bot.claims.language.likeness import alike
from bot.claims.language.words import tokens

PAIRS = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text("utf-8"))


def pairs(name: str) -> list[str]:
    return list(PAIRS[name].strip().splitlines())


def same(pair: str) -> bool:
    """Whether both sides are one word each, and alike."""
    one, other = (tokens(f"It {side}.", lexicon("en"))[1:-1] for side in pair.split(" / "))
    return len(one) == len(other) == 1 and alike(one[0], other[0])


@pytest.mark.parametrize("pair", pairs("alike"))
def test_what_says_the_same_is_alike(pair: str) -> None:
    """A phrase or a noun stands for the verb, and one word for another."""
    assert same(pair)


@pytest.mark.parametrize("pair", pairs("apart"))
def test_what_says_less_or_more_is_not(pair: str) -> None:
    """Who admits does not merely say, who is charged is not convicted."""
    assert not same(pair)
