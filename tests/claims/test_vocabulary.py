"""Which words of German, French and Spanish may stand for each other, in the forms that news has them in."""

import tomllib
from pathlib import Path

import pytest

from bot.claims.language.lexicon import lexicon
from bot.claims.language.likeness import alike
from bot.claims.language.words import tokens

PAIRS = tomllib.loads((Path(__file__).parent / "vocabulary" / "pairs.toml").read_text("utf-8"))


def judged(language: str, kind: str, *, expected: bool) -> list[str]:
    """The pairs of a list that are not judged as expected, as words in the middle of a sentence."""
    words = lexicon(language)
    pairs = PAIRS[language][kind].strip().splitlines()
    read = {pair: tokens(f", {pair}", words)[1:] for pair in pairs}
    return [pair for pair, found in read.items() if alike(found[0], found[-1]) != expected]


@pytest.mark.parametrize("language", PAIRS)
def test_words_with_one_meaning_are_alike(language: str) -> None:
    """In any form, also irregular ones."""
    assert judged(language, "alike", expected=True) == []


@pytest.mark.parametrize("language", PAIRS)
def test_near_words_with_another_meaning_are_not_alike(language: str) -> None:
    """Nor are those of another strength, or of the other side."""
    assert judged(language, "apart", expected=False) == []
