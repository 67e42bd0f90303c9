"""Topic: which content words two passages share."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language

_SHORTEST = 3  # letters of a stem
_ENDINGS = (
    "ications",
    "ication",
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ers",
    "ies",
    "ied",
    "ed",
    "es",
    "er",
    "ly",
    "en",
    "s",
    "y",
    "e",
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its commonest endings; enough to match "supplying" and "supplies"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _single(word[: len(word) - len(ending)])
    return word


def _single(stem: str) -> str:
    """ "plan" for the "plann" of "planned"; "call" stays."""
    doubled = stem[-1] == stem[-2] and stem[-1] in "bdgmnprt"
    return stem[:-1] if doubled and len(stem) > _SHORTEST else stem


def words(text: str, language: Language) -> frozenset[str]:
    """The stems of all words that are neither grammar nor reporting words."""
    return frozenset(_content(tokens.cut(text, 0, len(text)), language))


def senses(text: str, language: Language) -> Mapping[str, frozenset[str]]:
    """The content words of a text by their stems, each with its forms and synonyms: what two passages share where one
    says "struck" and the other "hit"."""
    return {
        stem(low): _senses(low, language.code).union(*(_senses(other, language.code) for other in language.kin(low)))
        for low in _lows(tokens.cut(text, 0, len(text)), language)
    }


@lru_cache(maxsize=65536)
def _senses(low: str, code: str) -> frozenset[str]:
    words = lexicon(code)
    folded = fold(low)
    lemma = words.lemma(folded)
    return frozenset((stem(low), f"={lemma}", *(f"#{group}" for group in words.synonyms(folded, lemma))))


def _content(found: Iterable[tokens.Token], language: Language) -> Iterable[str]:
    return map(stem, _lows(found, language))


def _lows(found: Iterable[tokens.Token], language: Language) -> Iterable[str]:
    empty = language.empty
    for token in found:
        if token.is_word and token.low not in empty and len(token.low) > 2:
            yield token.low
