"""How roughly something is told that is no number: "less than a year" is not "a year", "roughly doubled" not "doubled"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.rounding import before
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import INDEFINITE

_EITHER = "either"


class _Amount(NamedTuple):
    """What is counted by the word at `at`, a unit behind "a" or a verb; `rough` is the class of what stands before it."""

    at: int
    start: int
    rough: str


def rough_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each amount of the sentences that is told more exactly, or the other way."""
    theirs = [(s, amount) for s in cited for amount in _amounts(s)]
    found: list[str] = []
    for own in _amounts(text):
        if own.rough == _EITHER:
            continue
        same = [(s, each) for s, each in theirs if alike(text.tokens[own.at], s.tokens[each.at])]
        rough = next(iter(same), None)
        if rough and all(each.rough not in ("", own.rough, _EITHER) for _, each in same):
            sentence, amount = rough
            said = " ".join(token.text for token in sentence.tokens[amount.start : amount.at + 1])
            found.append(f"How roughly it is told in {said!r} is missing.")
    return found


def _amounts(text: Analysed) -> Iterator[_Amount]:
    words = text.words
    for at, token in enumerate(text.tokens):
        counted = (text.tokens[at - 1].low if at else "") in INDEFINITE and words.is_unit(token.low)
        if counted or token.low in words.vocabulary.multiplying:
            end = at - 1 if counted else at
            start, rough = before(text.tokens, end, words)
            spans = end - start == 1 and text.tokens[start].low in words.vocabulary.spanning
            yield _Amount(at, start, _EITHER if spans else rough)
