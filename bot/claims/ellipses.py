"""Ellipses: what a number counts that is not said again: "nine shelters and six more", "from 212 minutes to 148"."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed
from bot.claims.nouns import is_noun
from bot.claims.token import Token
from bot.claims.years import year

_MORE = frozenset(["more", "others", "weitere", "autres", "otros", "otras"])
_STARTS = frozenset(["from", "von", "de"])
_GOALS = frozenset(["to", "auf", "a"])
_FEWER_OR_MORE = frozenset({"more", "less", "fewer", "mehr", "weniger", "plus", "moins", "mas", "menos"})
_CURRENCIES = frozenset({"USD", "EUR", "GBP", "CHF"})
_SUM = 100_000  # below it a number without a unit is no sum of money
_LEAST = 1000
_LONGEST = 14  # words between a number and the one whose noun or unit it has
_PHRASE = 6  # words between "from" and its number: "from a median of 212"


def counted_before(text: Analysed, index: int) -> int | None:
    """Where the noun stands that a bare number counts: that of the nearest number before which has one."""
    more = any(token.low in _MORE for token in text.tokens[index + 1 : index + 2])
    if not _bare(text, index) or not (more or (index and text.tokens[index - 1].low in _GOALS)):
        return None
    earlier = next((n for n in reversed(text.numbers) if n < index and not _bare(text, n) and not year(text, n)), None)
    if earlier is None or index - earlier > _LONGEST or text.tokens[earlier].unit:
        return None
    return next((i for i in _behind(text, earlier) if i in text.content and is_noun(text, i)), None)


def shared_unit(text: Analysed, index: int) -> str | None:
    """The unit of the number that a bare one is measured against: "from 212 minutes in January to 148"."""
    before = text.tokens[index - 1].low if index else ""
    earlier = next((n for n in reversed(text.numbers) if n < index and not year(text, n)), None)
    if earlier is None or index - earlier > _LONGEST or not _bare(text, index):
        return None
    started = any(token.low in _STARTS for token in text.tokens[max(0, earlier - _PHRASE) : earlier])
    moved = before in _STARTS or (before in _GOALS and started)
    return text.tokens[earlier].unit if moved else None


def currency_unsaid(number: Token, other: Analysed, at: int, sentences: Sequence[Analysed]) -> bool:
    """ "of 67 million euros only nine million were found": the unit of the other sums near, where nothing is counted."""
    bare = other.tokens[at].unit is None and min(other.tokens[at].values) >= _SUM and at + 1 not in other.content
    differs = not _FEWER_OR_MORE.isdisjoint(token.low for token in other.tokens[at + 1 : at + 3])
    units = {s.tokens[i].unit for s in sentences for i in s.numbers if min(s.tokens[i].values) >= _LEAST}
    return bare and not differs and number.unit in _CURRENCIES and units & _CURRENCIES == {number.unit}


def _bare(text: Analysed, index: int) -> bool:
    """Whether no noun and no unit follows: "six more if", "148 in September"."""
    following = next(iter(_behind(text, index)), None)
    if text.tokens[index].unit or year(text, index):
        return False
    return following is None or (
        following not in text.content and text.tokens[following].low not in text.words.determiners
    )


def _behind(text: Analysed, index: int) -> list[int]:
    """The words right behind the number, "more" passed over, up to the next mark."""
    found: list[int] = []
    for i in range(index + 1, min(index + 4, len(text.tokens))):
        if text.tokens[i].kind != "word":
            break
        if text.tokens[i].low not in _MORE:
            found.append(i)
    return found
