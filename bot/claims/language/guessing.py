"""Guessing: which language a text is in, by its commonest words."""

import re
from functools import cache, lru_cache

from bot.claims.language.verbatim import fold
from bot.claims.language.wordlists import LANGUAGES, word_data, word_set

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def guess(text: str) -> str | None:
    """The known language with most of its commonest words in `text`, or None when they are few."""
    words = [fold(word) for word in _WORD.findall(text)]
    scores = {language: sum(word in _commonest(language) for word in words) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: scores[language])
    runner_up = max(scores[language] for language in LANGUAGES if language != best)
    return best if scores[best] >= max(2, len(words) * 0.15) and scores[best] >= runner_up + 2 else None


@cache
def _commonest(language: str) -> frozenset[str]:
    return word_set(word_data(language)["guess"])
