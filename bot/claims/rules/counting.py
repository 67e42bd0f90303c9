"""What a number counts: the words, the year and the whole that it stands with."""

from collections.abc import Sequence
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import FROM, OF, POSSESSIVES, TO
from bot.claims.language.token import MONEY, TIMES, Token
from bot.claims.rules.ellipses import counted_before
from bot.claims.rules.figures import THEIR, is_range, pair, unit_of
from bot.claims.rules.measures import BY, by_so_much, listed
from bot.claims.rules.years import STOPS, of_the_year, same_year, year

_SUM = 100_000  # a number without a unit that great may be one of money
_OF = OF | {"sur", "los", "las"}
_RANKS = frozenset({"st", "nd", "rd", "th"})
_NUMBER = frozenset({"number", "nummer", "numero"})
_DIRECTIONS = FROM | TO | {"by", "um", "en", "par"}


def bound(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """What the number counts, and the way it moves, are those of the article's number."""
    if not _same_direction(text, index, other, at) or not same_year(text, index, other, at):
        return False
    if _parted(text, index) & _parted(other, at) or _only_duration(other, at) or _moved_by(text, index, other, at):
        return True
    if (_people(text, index) and _people(other, at)) or _same_day(text, index, other, at):
        return True
    if by_so_much(text, index, other, at) or listed(text, index, other, at):
        return True
    if _only_pair(text, index, other, at) or _only_rank(text, index, other, at) or _numbered(text, index, other, at):
        return True
    if year(other, at) and _dated(other, at) and not _labelled(text, index) and index + 1 in text.content:
        return False
    if year(text, index) or _between_the_same(text, index, other, at) or of_the_year(text, index, other, at):
        return True
    elliptic = counted_before(text, index)
    counted = [text.tokens[i] for i in (_counted(text, index) if elliptic is None else [elliptic])]
    english = text.words.language == "en"  # of other languages no direction is known
    timed = english and text.tokens[index].unit is not None and all(_time(token, text) for token in counted)
    nouns = [] if timed else counted
    return _counts_the_same(nouns, other, at) if nouns else _said_of_the_same(text, index, other, at)


def _people(text: Analysed, index: int) -> bool:
    """ "The three were taken", "the three, a couple and their son,": those who were counted before."""
    after = text.tokens[index + 1].low if index + 1 < len(text.tokens) else "."
    alone = after == "," or after in text.words.passive | text.words.auxiliaries
    return text.words.language == "en" and alone and index > 0 and text.tokens[index - 1].low == "the"


def _same_day(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "April 3" and "3 April"."""
    months = [
        {t.low for t in (*s.tokens[max(0, i - 1) : i], *s.tokens[i + 1 : i + 2]) if t.low in s.words.dates}
        for s, i in ((text, index), (other, at))
    ]
    return bool(months[0] & months[1])


def _only_duration(text: Analysed, index: int) -> bool:
    """The sentence's only number of that unit of time."""
    unit = unit_of(text, index)
    return unit in TIMES and [n for n in text.numbers if unit_of(text, n) == unit] == [index]


def _only_rank(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "18th in the table": the only place of either."""
    return _ranks(text) == [index] and _ranks(other) == [at]


def _ranks(text: Analysed) -> list[int]:
    return [n for n in text.numbers if text.tokens[n].text[-2:] in _RANKS]


def _numbered(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "the number 27 bus route": what it is called, of which it counts nothing."""
    called = [s.tokens[i - 1].low if i else "" for s, i in ((text, index), (other, at))]
    return all(low in _NUMBER for low in called)


def _moved_by(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "rose by 3 percent": the sentence's only share, with the same verb right before."""
    if unit_of(text, index) != "percent" or [n for n in other.numbers if unit_of(other, n) == "percent"] != [at]:
        return False
    verb, there = (i - 2 if s.tokens[i - 1].low in BY else i - 1 for s, i in ((text, index), (other, at)))
    noun = text.words.language == "en" or other.tokens[there - 1].low in other.words.determiners  # "une baisse de 30 %"
    return min(verb, there) >= 0 and noun and is_verb(text, verb) and alike(text.tokens[verb], other.tokens[there])


def _time(token: Token, text: Analysed) -> bool:
    """ "$5 billion last year" counts no years."""
    words = text.words
    return token.low in words.times | words.dates or token.low in words.deixis or token.low in words.ordinals


def _only_pair(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "voted 9 to 4", "won 3-2": the sentence's only such pair, in the same order."""
    said, told = pair(text, index), pair(other, at)
    if said is None or told is None or index - said != at - told:
        return False
    same = all(text.tokens[said + k].values & other.tokens[told + k].values for k in (0, 2))
    return same and {pair(other, n) for n in other.numbers} <= {None, told}


def _counts_the_same(nouns: Sequence[Token], other: Analysed, at: int) -> bool:
    before = counted_before(other, at)
    if before is not None and alike(nouns[0], other.tokens[before]):
        return True
    shared = [noun for noun in nouns if other.has(noun)]
    if shared:
        return _nearest(other, shared[0], at)
    kinds = [i for i in _counted(other, at) if other.tokens[i].low in other.words.generic]
    return bool(kinds) and all(noun.capital for noun in nouns)


def _said_of_the_same(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """The words before it, where nothing follows that it could count."""
    said = [text.tokens[i] for i in text.content if i < index][-2:]
    places = [i for t in said for i in other.content if alike(t, other.tokens[i])]
    if places and _direction(text, index) and _direction(text, index) == _direction(other, at):
        return True
    return not said or any(_first_after(other, i, at) or _relative(other, at, i) for i in places)


def _relative(text: Analysed, index: int, verb: int) -> bool:
    """ "the 7 percent they had asked for": the verb of a clause that hangs on the number."""
    between = text.tokens[index + 1 : verb]
    bare = bool(between) and between[0].low in text.words.determiners | text.words.pronouns | {"that"}
    return bare and is_verb(text, verb) and all(token.kind == "word" for token in between)


def _dated(text: Analysed, index: int) -> bool:
    """ "in 2009", "May 2009"."""
    before = text.tokens[index - 1] if index else None
    return before is not None and (before.low in text.words.prepositions or before.low in text.words.dates)


def _labelled(text: Analysed, index: int) -> bool:
    """ "the 2021 reform" or a date."""
    return _dated(text, index) or (index > 0 and text.tokens[index - 1].low in text.words.determiners)


def _parted(text: Analysed, index: int) -> frozenset[tuple[float, float]]:
    """(part, whole) of "14 of the 40", "120 sur 640", for either number."""
    found: set[tuple[float, float]] = set()
    for a, b in pairwise(text.numbers):
        between = [token.low for token in text.tokens[a + 1 : b]]
        if index in (a, b) and len(between) <= 4 and _OF & set(between) and not STOPS & set(between):
            found |= {(x, y) for x in text.tokens[a].values for y in text.tokens[b].values}
    return frozenset(found)


def _between_the_same(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """In both the same word or number follows in the clause; where none follows, the same one comes before.

    Lists and shares are told apart by this: "14 of the port's 22 cranes", "17 in 2024 and 203 in 2025".
    """
    following, there = _neighbour(text, index, 1), _neighbour(other, at, 1)
    if following and there:
        return _equal(following, there)
    before, there = _neighbour(text, index, -1), _neighbour(other, at, -1)
    return not following and before is not None and there is not None and _equal(before, there)


def _equal(a: Token, b: Token) -> bool:
    return bool(a.values & b.values) if a.kind == b.kind == "number" else alike(a, b)


def _neighbour(text: Analysed, index: int, step: int) -> Token | None:
    """The nearest number or word of its own meaning on that side, none when the clause ends before."""
    i = index + step
    while 0 <= i < len(text.tokens) and text.tokens[i].low not in STOPS:
        token = text.tokens[i]
        carries = i in text.content and token.low not in text.words.neutral and not token.possessive
        if token.kind == "number" or carries:
            return token
        i += step
    return None


def _first_after(text: Analysed, index: int, at: int) -> bool:
    """Whether the number is the first of its unit after the word."""
    unit, great = unit_of(text, at), min(text.tokens[at].values, default=0) >= _SUM
    later = [
        n
        for n in text.numbers
        if n > index and (unit_of(text, n) == unit or (unit is None and great and unit_of(text, n) in MONEY))
    ]  # "a profit of 61 million euros on sales of 840 million"
    return later[:1] == [at] or (len(later) > 1 and later[1] == at and is_range(text, at))


def _counted(text: Analysed, index: int) -> list[int]:
    """The next words that carry meaning, up to the next number or the end of the clause; else the last ones before."""
    after: list[int] = []
    for i in range(index + 1, len(text.tokens)):
        if text.tokens[i].kind in ("number", "punct") and text.tokens[i].low != "-":
            break
        if i in text.content:
            after.append(i)
    return after[:3]


def _nearest(other: Analysed, noun: Token, at: int) -> bool:
    """Whether no other number stands nearer to some occurrence of the noun."""
    for i in other.content:
        if alike(noun, other.tokens[i]):
            if i - 1 in other.numbers and at not in (i - 1, i + 1) and not is_range(other, at):
                if _part_of(other, at, i - 1):
                    return True
                continue
            least = min(abs(n - i) for n in other.numbers)
            if abs(at - i) <= least + 1 or (is_range(other, at) and abs(at - i) <= least + 2):
                return True
    return False


def _part_of(text: Analysed, part: int, whole: int) -> bool:
    """ "deux de ses cinq employés", "sechs von zwanzig Angestellten": the noun is that of both."""
    between = [token.low for token in text.tokens[part + 1 : whole]]
    small = OF | POSSESSIVES | THEIR | text.words.determiners
    return bool(between) and between[0] in _OF | THEIR and all(low in small for low in between)


def _same_direction(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    said, article = _direction(text, index), _direction(other, at)
    return said is None or article is None or said == article


def _direction(text: Analysed, index: int) -> str | None:
    before = text.tokens[index - 1].low if index else ""
    return before if before in _DIRECTIONS and text.words.language == "en" else None
