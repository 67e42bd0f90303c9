"""Both ends of a range as whole numbers: what is said once, "€310–340 million", counts for both."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import MONEY, Token

_WORD = re.compile(r"[^\W\d_]+")
_TO = frozenset({"-", "to", "bis", "a"})
_AND = frozenset({"and", "und", "et", "y"})
_BETWEEN = frozenset({"between", "zwischen", "entre"})
_LEAST = 1000  # a word for a number that great is one of magnitude
_PART = "fraction"


def with_ranges(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """The unit of either end becomes that of the other, the magnitude of the second also that of the first."""
    told = list(found)
    for at in range(1, len(told) - 1):
        if _joins(told, at):
            told[at - 1], told[at + 1] = _alike(told[at - 1], told[at + 1], words, surely=_surely(told, at))
    return told


def _joins(found: Sequence[Token], at: int) -> bool:
    first, joint, second = found[at - 1 : at + 2]
    if first.kind != "number" or second.kind != "number" or not _one_unit(first, second) or _given(first, second):
        return False
    return joint.low in _TO or (joint.low in _AND and _opened(found, at))


def _one_unit(first: Token, second: Token) -> bool:
    """ "€5 to 7 million", not "fell 5 percent to 7 million", "grew by a third to 96,000"."""
    if first.unit == _PART and second.unit is None and min(second.values, default=0) >= 1:
        return False
    return first.unit in (None, second.unit) or (second.unit is None and not first.text[0].isdigit())


def _given(first: Token, second: Token) -> bool:
    """ "pay €12 million to 3,000 customers": a sum, and how many get it."""
    fewer = max(second.values, default=0) * _LEAST <= min(first.values, default=0)
    return fewer and first.unit in MONEY and second.unit is None


def _opened(found: Sequence[Token], at: int) -> bool:
    return at > 1 and found[at - 2].low in _BETWEEN


def _surely(found: Sequence[Token], at: int) -> bool:
    """ "from 5 to 7 million" may be five, "€5 to 7 million", "5–7 million" and "between 5 and 7 million" are not."""
    return found[at].low == "-" or _opened(found, at) or found[at - 1].unit is not None


def _alike(first: Token, second: Token, words: Lexicon, *, surely: bool) -> tuple[Token, Token]:
    factor = _magnitude(second, words)
    values = first.values
    smaller = max(first.values, default=0) * factor < max(second.values, default=0)
    if factor > 1 and smaller and _magnitude(first, words) == 1:
        values = frozenset(value * factor for value in values) | (frozenset() if surely else values)
    unit = first.unit or second.unit
    return replace(first, unit=unit, values=values), replace(second, unit=second.unit or first.unit)


def _magnitude(number: Token, words: Lexicon) -> float:
    told = (words.numbers.get(word, 1) for word in _WORD.findall(number.text.casefold()))
    return max((value for value in told if value >= _LEAST), default=1)
