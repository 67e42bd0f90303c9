"""The words under which a statement is found again, and what somebody's search words ask for.

Words are folded and also cut to their stem, here and not in a database, so that every engine finds the same. A search has
no syntax: whatever people type is taken for words.
"""

import re
from collections.abc import Iterable
from itertools import combinations
from typing import Final

from bot.claims.grammar.evidence import analysed
from bot.claims.language.guessing import guess
from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.claims.language.wordlists import LANGUAGES

_WORD: Final = re.compile(r"[^\W_]+")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]")
_LONGEST: Final = 40
_MOST_ASKED: Final = 12
_TELLING: Final = 5
_ENOUGH: Final = 3

NAME: Final = "§"
"""Before each word of a speaker's name, so that a speaker is told from somebody spoken of."""

Alternatives = tuple[frozenset[str], ...]
"""As a search: one term of each. As likeness: all terms of one."""


def words_of(text: str) -> list[str]:
    """Folded, in order; single letters, which are what an apostrophe cut off, are left out."""
    found: list[str] = []
    for word in _WORD.findall(fold(text)):
        plain = word.isascii()
        if not plain and _UNSPACED.search(word):
            found += [each for each in word if each.isalnum()]
        elif len(word) > 1 or not plain or word.isdecimal():
            found.append(word[:_LONGEST])
    return found


def terms_of(text: str, language: str) -> frozenset[str]:
    """The words of a statement and their stems in its language."""
    words = words_of(text)
    return frozenset(words) | {lexicon(language).stem(word) for word in words}


def names_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of speakers' names, marked as such."""
    return frozenset(NAME + word for text in texts for word in words_of(text))


def asked(words: str) -> Alternatives:
    """What a statement must have: of each word one of its forms in any language we know. Empty for no word at all."""
    language = guess(words) or LANGUAGES[0]
    every = list(dict.fromkeys(words_of(words)))
    telling = [word for word in every if word not in lexicon(language).function] or every
    return tuple(frozenset({word, *(lexicon(each).stem(word) for each in LANGUAGES)}) for word in telling[:_MOST_ASKED])


def asked_name(words: str) -> Alternatives:
    """The same for the name of a speaker: every word of it, as it stands."""
    return tuple(frozenset({term}) for term in dict.fromkeys(NAME + word for word in words_of(words)))[:_MOST_ASKED]


def likely(text: str, language: str) -> Alternatives:
    """What the same claim elsewhere would have: any three of the five longest words that carry its meaning."""
    stems = {
        lexicon(language).stem(word) for token in analysed(text, language).meaning for word in words_of(token.text)
    }
    longest = sorted(stems, key=lambda stem: (-len(stem), stem))[:_TELLING]
    if len(longest) <= _ENOUGH or max(map(len, longest)) == 1:
        return (frozenset(longest),) if longest else ()
    return tuple(frozenset(some) for some in combinations(longest, _ENOUGH))
