"""Numbers of a restatement: there, with the same unit, the same roundness, and about the same thing."""

from collections.abc import Callable, Sequence

from bot.claims.counting import bound
from bot.claims.evidence import Analysed, alike
from bot.claims.figures import alike_rounded, is_range, range_end, ratio, to_from, unit_of, values_of, whole
from bot.claims.licences import KEEPS
from bot.claims.operators import Operator
from bot.claims.token import Token
from bot.claims.years import STOPS

_FROM = frozenset({"from", "von", "de"})
_TO = frozenset({"to", "auf", "a"})
_SUPPOSING = frozenset({"reported", "supposed", "possible", "probable", "predicted", "chance", "condition", "unless"})


def quantity_problems(text: Analysed, sentences: Sequence[Analysed]) -> list[str]:
    """One sentence for each number that is not the article's."""
    found: list[str] = []
    for index in text.numbers:
        problem = _problem(text, index, sentences)
        if problem:
            found.append(problem)
    return found


def _problem(text: Analysed, index: int, sentences: Sequence[Analysed]) -> str | None:
    """Each test keeps the places in the article that pass it; the first that leaves none is the problem."""
    number = text.tokens[index]
    places = [(s, i) for s in sentences for i in s.numbers if _shared(number, values_of(s, i), s.tokens[i].unit)]
    if not places:
        return f"The number {number.text} is not in its sentences."
    tests: list[tuple[str, Callable[[Analysed, int], bool]]] = [
        ("has another unit", lambda s, i: _same_unit(unit_of(text, index), unit_of(s, i)) or _age(text, index, s, i)),
        ("is one end of a range", lambda s, i: is_range(text, index) or to_from(text, index) or not is_range(s, i)),
        ("is one of so many", lambda s, i: ratio(text, index) or not ratio(s, i)),
        ("is not said to be so", lambda s, i: _as_firm(text, s, i)),
        ("moves the other way", lambda s, i: not _opposed(_moved(text, index), _moved(s, i))),
        ("is told of others", lambda s, i: not _passes(text, index, s, i)),
        ("is exact or rounded otherwise", lambda s, i: alike_rounded(text, index, s, i)),
        ("is a whole of which a part is meant", lambda s, i: not whole(s, i) or whole(text, index)),
        ("stands the other way round", lambda s, _: _ordered(text, index, s)),
        ("counts something else", lambda s, i: bound(text, index, s, i)),
    ]
    for fault, test in tests:
        places = [(s, i) for s, i in places if test(s, i)]
        if not places:
            return f"The number {number.text} {fault} in the article."
    return None


def _age(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "aged 45", "a 45-year-old man", "45 years old"."""

    def told(s: Analysed, i: int) -> bool:
        if s.tokens[i].unit == "year":
            return True
        near = {t.low for t in (*s.tokens[max(0, i - 2) : i], *s.tokens[i + 1 : i + 4])}
        return bool(near & {"aged", "age", "old", "alter", "jahrige", "jahriger"}) or s.tokens[i - 1].low == ","

    return told(text, index) and told(other, at)


def _shared(number: Token, values: frozenset[float], unit: str | None) -> bool:
    """Equal; a quarter is also 25 percent."""
    if {number.unit, unit} == {"percent", "fraction"}:
        scale = 100 if number.unit == "percent" else 0.01
        return any(abs(a - b * scale) < 0.005 * scale for a in number.values for b in values)
    return bool(number.values & values)


def _same_unit(a: str | None, b: str | None) -> bool:
    return a == b or {a, b} == {"percent", "fraction"}


def _moved(text: Analysed, index: int) -> str | None:
    """Which way the nearest verb of rising or falling before the number goes."""
    for i in range(index - 1, -1, -1):
        token = text.tokens[i]
        if token.low in STOPS:
            return None
        if token.stem in text.words.rising or token.low in text.words.rising:
            return "up"
        if token.stem in text.words.falling or token.low in text.words.falling:
            return "down"
    return None


def _opposed(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _passes(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "31 were taken to hospital, nine of them with serious injuries": what follows the nine is not told of the 31."""
    parts = [n for n in other.numbers if n > at and _of_them(other, n)]
    if not parts or any(text.tokens[i].values & other.tokens[parts[0]].values for i in text.numbers):
        return False
    later = [other.tokens[i] for i in other.content if i > parts[0]]
    earlier = [other.tokens[i] for i in other.content if i < parts[0]]
    said = [text.tokens[i] for i in text.content if i > index]
    return any(any(alike(t, o) for o in later) and not any(alike(t, o) for o in earlier) for t in said)


def _of_them(text: Analysed, index: int) -> bool:
    after = [t.low for t in text.tokens[index + 1 : index + 3]]
    return after in (["von", "ihnen"], ["of", "them"], ["of", "whom"], ["of", "which"]) or after[:1] in (
        ["davon"],
        ["dont"],
    )


def _as_firm(text: Analysed, other: Analysed, at: int) -> bool:
    """What the article only supposes of the number is supposed of it in the text too."""
    said = text.classes()
    return all(said & KEEPS[op.name] for op in other.operators if op.name in _SUPPOSING and _within(other, op, at))


def _within(text: Analysed, op: Operator, at: int) -> bool:
    """The number follows the operator in its clause."""
    between = text.tokens[op.end : at]
    return op.end <= at and not any(t.low in STOPS or t.low in text.words.links for t in between)


def _ordered(text: Analysed, index: int, sentence: Analysed) -> bool:
    """ "23 to 19" is not "19 to 23", but "to 23 from 19" is "from 19 to 23"."""
    later = range_end(text, index)
    if later is None:
        return True
    first = text.tokens[index]
    return any(
        first.values & sentence.tokens[a].values and later.values & sentence.tokens[b].values
        for a in sentence.numbers
        for b in sentence.numbers
        if a < b or (sentence.tokens[a - 1].low in _FROM and sentence.tokens[b - 1].low in _TO)
    )
