"""How far a superlative goes: "the lowest since 1987" is not "the lowest ever", nor "the worst" "one of the worst"."""

from collections.abc import Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.superlatives import ENDINGS, superlative

_SHORTEST = 5  # letters of a word that only ends like one
_NEAR = 4  # words before a superlative among which "one of the" stands


def superlative_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for an "ever" that the text adds to a superlative, and each that is one of several there alone."""
    tops = _tops(text)
    ever = text.words.vocabulary.ever
    added = tops and all(s.lows.isdisjoint(ever) for s in cited)
    found = [f"{t.text!r} is not in its sentences." for t in text.tokens if added and t.low in ever]
    for i in tops:
        same = [(s, j) for s in cited for j in _tops(s) if s.tokens[j].stem == text.tokens[i].stem]
        if same and _one(text, i) and not any(_one(s, j) for s, j in same):
            found.append(f"{text.tokens[i].text!r} is one of several only here.")
    return list(dict.fromkeys(found))


def limited(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "one of the largest" and "the second largest" are not "the largest"."""
    found: list[str] = []
    for i in _superlatives(text):
        same = [(s, j) for s in cited for j in _superlatives(s) if _superlative_of(s, j) == _superlative_of(text, i)]
        if same and not _among(text, i) and all(_among(s, j) for s, j in same):
            found.append(f"{text.tokens[i].text!r} is told without what limits it.")
    return found


@lru_cache(maxsize=512)
def _tops(text: Analysed) -> tuple[int, ...]:
    topmost = text.words.vocabulary.topmost
    return tuple(i for i, token in enumerate(text.tokens) if token.low in topmost or superlative(text, i))


def _one(text: Analysed, index: int) -> bool:
    before = tuple(token.low for token in text.tokens[max(0, index - _NEAR) : index])
    several = text.words.several
    return any(before[k : k + len(p)] == p for k in range(len(before)) for p in several.get(before[k], ()))


@lru_cache(maxsize=512)
def _superlatives(text: Analysed) -> tuple[int, ...]:
    endings = ENDINGS.get(text.words.language, ())
    most = text.words.vocabulary.most
    return tuple(
        i
        for i, token in enumerate(text.tokens[:-1])
        if token.low in most or (endings and token.low.endswith(endings) and len(token.low) > _SHORTEST)
    )


def _superlative_of(text: Analysed, index: int) -> str:
    """ "most exciting" by both words, "largest" by its own."""
    low = text.tokens[index].low
    return f"{low} {text.tokens[index + 1].low}" if low in text.words.vocabulary.most else low


def _among(text: Analysed, index: int) -> bool:
    """Whether "one of" or an ordinal stands before."""
    return any(token.low in text.words.vocabulary.limiting for token in text.tokens[max(0, index - _NEAR) : index])
