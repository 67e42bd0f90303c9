"""Differences: "300 fewer birds" are not "300 birds"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import meet
from bot.claims.language.smallwords import THAN
from bot.claims.language.token import Token

_CHANGING = frozenset({"up", "down", "less", "more", "below", "above"})
_NEAR = 3  # words behind a number among which stand what is counted and the mark
_STOPS = frozenset('.!?;:—–(),"')

_Count = tuple[Token, tuple[Token, ...]]  # a number, and the words of which one is what it counts


def difference_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number that the sentences have only as how much more or less something is, and the text as how much."""
    known = text.words.vocabulary
    if _CHANGING & text.classes() or any(token.low in known.measured | known.differing for token in text.tokens):
        return []
    found = []
    theirs = [(number, things, by) for s in cited for number, things, by in _counted(s)]
    for number, things, _ in _counted(text):
        named = [thing for thing in things if thing.low not in known.measured]
        same = [
            by for o, others, by in theirs if number.values & o.values and (meet(named, others) or _bare(by, others))
        ]
        if same and all(same):
            found.append(f"{number.text!r} is how much more or less there is in its sentences.")
    return found


def _bare(by: bool, behind: Sequence[Token]) -> bool:
    """ "9.000 weniger als": a difference, of what was counted before."""
    return by and len(behind) > 1 and behind[1].low in THAN


def _counted(text: Analysed) -> Iterator[tuple[Token, tuple[Token, ...], bool]]:
    """Each number with the words behind it, and whether it tells a difference."""
    for at in text.numbers:
        behind: list[Token] = []
        for token in text.tokens[at + 1 : at + 1 + _NEAR]:
            if token.low in _STOPS:
                break
            behind.append(token)
        yield text.tokens[at], tuple(behind), any(token.low in text.words.vocabulary.measured for token in behind)
