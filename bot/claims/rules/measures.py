"""Numbers that are told by their verb or by their row: "leads by four points", "aged 19, 21 and 23"."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND
from bot.claims.language.token import TIMES
from bot.claims.rules.figures import unit_of
from bot.claims.rules.years import STOPS

BY = frozenset({"by", "um", "de", "du", "del", "en"})
_ROW = AND | {","}


def by_so_much(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "leads Roux by four points", "leads by four points Roux": the only measure of the same verb."""
    mine, theirs = _measured(text, index), _measured(other, at)
    if mine is None or theirs is None or not alike(text.tokens[mine], other.tokens[theirs]):
        return False
    if not _once(text, mine) or not _once(other, theirs):
        return False
    places = ((text, index, mine), (other, at, theirs))
    sole = all([n for n in s.numbers if _measured(s, n) == verb] == [i] for s, i, verb in places)
    following = [s.tokens[i + 1] for s, i in ((text, index), (other, at)) if i + 1 in s.content]
    same = len(following) == 2 and alike(*following)
    unit = text.tokens[index].unit
    return sole and (same or (unit is not None and unit not in TIMES and unit == other.tokens[at].unit))


def _once(text: Analysed, verb: int) -> bool:
    """Whether nothing else is told by that verb."""
    return sum(alike(text.tokens[verb], text.tokens[i]) for i in text.content) == 1


def _measured(text: Analysed, index: int) -> int | None:
    """Where the verb stands that the number measures: right behind it or behind "by"."""
    small = {word for phrase in text.words.approximators for word in phrase} | text.words.determiners
    k = index - 1
    while k > 0 and text.tokens[k].low in small and text.tokens[k].low not in BY:
        k -= 1
    if k > 0 and text.tokens[k].low not in BY:
        return k if k in text.content and is_verb(text, k) else None
    for i in range(k - 1, -1, -1):
        if text.tokens[i].low in STOPS:
            return None
        if i in text.content and is_verb(text, i):
            return i
    return None


def listed(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "aged 19, 21 and 23": the same numbers of the same unit in a row, in the same order."""
    mine, theirs = _row(text, index), _row(other, at)
    same = [text.tokens[i].values & other.tokens[k].values for i, k in zip(mine, theirs, strict=False)]
    units = {unit_of(s, n) for s, row in ((text, mine), (other, theirs)) for n in row[-1:]}
    return len(mine) == len(theirs) > 1 and all(same) and len(units) == 1 and units <= TIMES


def _row(text: Analysed, index: int) -> list[int]:
    """The numbers that only commas and "and" part from each other, with the one at `index`."""
    row = [index]
    while row[0] - 2 in text.numbers and text.tokens[row[0] - 1].low in _ROW:
        row.insert(0, row[0] - 2)
    while row[-1] + 2 in text.numbers and text.tokens[row[-1] + 1].low in _ROW:
        row.append(row[-1] + 2)
    return row
