"""Numbers of a restatement: there, with the same unit, the same roundness, and about the same thing."""

from collections.abc import Callable, Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.words import Token
from bot.claims.years import STOPS, of_the_year, same_year, year

_PARTS = frozenset({"partial", "most", "many", "few", "only"})
_FRACTIONS = frozenset(
    [
        "half",
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "tenth",
        "halfte",
        "drittel",
        "viertel",
        "moitie",
        "tiers",
        "quart",
        "mitad",
        "tercio",
        "cuarto",
    ]
)
_DIRECTIONS = frozenset(["from", "to", "by", "von", "auf", "um", "de", "a", "en", "par"])


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
    places = [(s, i) for s in sentences for i in s.numbers if number.values & _values(s, i)]
    if not places:
        return f"The number {number.text} is not in its sentences."
    tests: list[tuple[str, Callable[[Analysed, int], bool]]] = [
        ("has another unit", lambda s, i: _unit(text, index) == _unit(s, i)),
        ("is one end of a range", lambda s, i: _range(text, index) or not _range(s, i)),
        ("is exact or rounded otherwise", lambda s, i: _approximation(text, index) == _approximation(s, i)),
        ("is a whole of which a part is meant", lambda s, i: not _whole(s, i) or _whole(text, index)),
        ("stands the other way round", lambda s, _: _ordered(text, index, s)),
        ("counts something else", lambda s, i: _bound(text, index, s, i)),
    ]
    for fault, test in tests:
        places = [(s, i) for s, i in places if test(s, i)]
        if not places:
            return f"The number {number.text} {fault} in the article."
    return None


def _whole(text: Analysed, index: int) -> bool:
    """ "a third of its 210 stores", "14 of the 40 pumps"."""
    before = [
        t
        for t in text.tokens[max(0, index - 4) : index]
        if t.low not in text.words.determiners - {"of", "des"} and not t.possessive
    ]
    if not before or before[-1].low not in ("of", "von", "der", "des", "de"):
        return False
    part = before[-2:-1]
    turned = {i for op in text.operators if op.name in _PARTS for i in range(op.at, op.end)}
    near = any(i in turned for i in range(max(0, index - 4), index))
    return near or any(t.kind == "number" or t.low in text.words.ordinals or t.low in _FRACTIONS for t in part)


def _ordered(text: Analysed, index: int, sentence: Analysed) -> bool:
    """ "23 to 19" is not "19 to 23"."""
    later = _range_end(text, index)
    if later is None:
        return True
    first = text.tokens[index]
    return any(
        first.values & sentence.tokens[a].values and later.values & sentence.tokens[b].values
        for a in sentence.numbers
        for b in sentence.numbers
        if a < b
    )


def _values(text: Analysed, index: int) -> frozenset[float]:
    """In "5 to 7 million" the 5 may also be five million."""
    token = text.tokens[index]
    later = _range_end(text, index)
    if later is None:
        return token.values
    factors = {f for f in (1e3, 1e6, 1e9, 1e12) if any(v >= f for v in later.values)}
    return token.values | {value * factor for value in token.values for factor in factors}


def _range_end(text: Analysed, index: int) -> Token | None:
    rest = text.tokens[index + 1 : index + 3]
    if (
        len(rest) == 2
        and rest[1].kind == "number"
        and rest[0].low in ("to", "-", "and", "or", "bis", "und", "a", "et", "y", "ou", "o")
    ):
        return rest[1]
    return None


def _unit(text: Analysed, index: int) -> str | None:
    token = text.tokens[index]
    later = _range_end(text, index)
    return token.unit or (later.unit if later else None)


def _range(text: Analysed, index: int) -> bool:
    """Whether the number is one end of "between 20 and 25", "20 to 25", "20-25"."""
    if year(text, index):
        return False
    if _range_end(text, index):
        joint = text.tokens[index + 1].low
        return joint not in ("and", "y", "et", "und", "or", "ou", "o") or _between(text, index)
    if index >= 2 and text.tokens[index - 2].kind == "number" and text.tokens[index - 1].low != ",":
        return _range(text, index - 2)
    return False


def _between(text: Analysed, index: int) -> bool:
    return index > 0 and text.tokens[index - 1].low in ("between", "entre", "zwischen")


def _approximation(text: Analysed, index: int) -> str | None:
    """The class of the longest phrase that ends right before the number."""
    for length in (4, 3, 2, 1):
        phrase = tuple(token.low for token in text.tokens[max(0, index - length) : index])
        if len(phrase) == length and phrase in text.words.approximators:
            return text.words.approximators[phrase]
    return None


def _bound(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """What the number counts, and the way it moves, are those of the article's number."""
    if not _same_direction(text, index, other, at) or not same_year(text, index, other, at):
        return False
    if year(text, index) or _between_the_same(text, index, other, at) or of_the_year(text, index, other, at):
        return True
    nouns = [text.tokens[i] for i in _counted(text, index)]
    if not nouns:
        said = [text.tokens[i] for i in text.content if i < index][-2:]
        places = [i for t in said for i in other.content if alike(t, other.tokens[i])]
        if _direction(text, index) and _direction(text, index) == _direction(other, at) and places:
            return True
        return not said or any(_first_after(other, i, at) for i in places)
    shared = [noun for noun in nouns if other.has(noun)]
    return bool(shared) and _nearest(other, shared[0], at)


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
    later = [n for n in text.numbers if n > index and _unit(text, n) == _unit(text, at)]
    return later[:1] == [at] or (len(later) > 1 and later[1] == at and _range(text, at))


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
            if i - 1 in other.numbers and at not in (i - 1, i + 1) and not _range(other, at):
                continue
            least = min(abs(n - i) for n in other.numbers)
            if abs(at - i) <= least + 1 or (_range(other, at) and abs(at - i) <= least + 2):
                return True
    return False


def _same_direction(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    said, article = _direction(text, index), _direction(other, at)
    return said is None or article is None or said == article


def _direction(text: Analysed, index: int) -> str | None:
    before = text.tokens[index - 1].low if index else ""
    return before if before in _DIRECTIONS and text.words.language == "en" else None
