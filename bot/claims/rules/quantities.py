"""Numbers of a restatement: there, with the same unit, the same roundness, and about the same thing."""

from collections.abc import Callable, Sequence

from bot.claims.frames.parts import parts
from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.licences import KEEPS
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, FROM, TO
from bot.claims.language.token import Token
from bot.claims.rules.counting import bound
from bot.claims.rules.ellipses import currency_unsaid, shared_unit
from bot.claims.rules.figures import (
    alike_rounded,
    approximation,
    is_range,
    of_it,
    range_end,
    ratio,
    same_value,
    to_from,
    unit_of,
    values_of,
    whole,
)
from bot.claims.rules.years import STOPS, year

_START = 4  # words before the second end of a range among which it begins
_SPENT = 4  # words behind a number among which a clause of its own begins
_DOERS = frozenset({"it", "they", "he", "she"})
_SUPPOSING = frozenset({"reported", "supposed", "possible", "probable", "predicted", "chance", "condition", "unless"})


Test = tuple[str, Callable[[Analysed, int], bool]]
"""(what is wrong where it fails, the test of a place)."""


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
    if _elapsed(text, index, sentences):
        return None
    places = [(s, i) for s in sentences for i in s.numbers if same_value(number, values_of(s, i), s.tokens[i].unit)]
    if not places:
        return f"The number {number.text} is not in its sentences."
    for fault, test in _tests(text, index, sentences):
        places = [(s, i) for s, i in places if test(s, i)]
        if not places:
            return f"The number {number.text} {fault} in the article."
    return None


def _tests(text: Analysed, index: int, sentences: Sequence[Analysed]) -> Sequence[Test]:
    """Of a place in the article, in this order."""
    number = text.tokens[index]
    return (
        (
            "has another unit",
            lambda s, i: (
                _same_unit(text, index, s, i) or _age(text, index, s, i) or currency_unsaid(number, s, i, sentences)
            ),
        ),
        (
            "is one end of a range",
            lambda s, i: is_range(text, index) or to_from(text, index) or _limit(text, index, s, i),
        ),
        ("is one of so many", lambda s, i: ratio(text, index) or not ratio(s, i)),
        ("is not said to be so", lambda s, i: _as_firm(text, index, s, i)),
        ("moves the other way", lambda s, i: not _opposed(_moved(text, index), _moved(s, i))),
        ("is told of another time", lambda s, i: not _outdated(text, index, s, i)),
        ("is told of others", lambda s, i: not _passes(text, index, s, i)),
        ("is exact or rounded otherwise", lambda s, i: is_range(s, i) or alike_rounded(text, index, s, i)),
        ("is a whole of which a part is meant", lambda s, i: not whole(s, i) or whole(text, index)),
        ("stands the other way round", lambda s, _: _ordered(text, index, s)),
        ("counts something else", lambda s, i: bound(text, index, s, i)),
    )


def _elapsed(text: Analysed, index: int, sentences: Sequence[Analysed]) -> bool:
    """ "21 years, from 1968 to 1989", where the sentence has the two years."""
    years = [{v for i in s.numbers if year(s, i) for v in s.tokens[i].values} for s in (text, *sentences)]
    spans = {b - a for told in years[1:] for a in told & years[0] for b in told & years[0] if a < b}
    return text.tokens[index].unit == "year" and len(years[0]) > 1 and bool(spans & text.tokens[index].values)


def _limit(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """No end of a range; or "up to" its upper end, "at least" its lower one."""
    if not is_range(other, at) or _reached(text, index, other, at):
        return True
    upper = range_end(other, at) is None
    return approximation(text, index) == ("less" if upper else "more")


def _reached(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "rises to 310" of "raised it from 240 to 310": the second end is where it comes to."""
    both = all(i > 0 and s.tokens[i - 1].low in TO for s, i in ((text, index), (other, at)))
    moved = both and _moved(text, index) is not None and range_end(other, at) is None
    return moved and any(token.low in FROM for token in other.tokens[max(0, at - _START) : at])


def _age(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "aged 45", "a 45-year-old man", "45 years old"."""

    def told(s: Analysed, i: int) -> bool:
        if s.tokens[i].unit == "year":
            return True
        near = {t.low for t in (*s.tokens[max(0, i - 2) : i], *s.tokens[i + 1 : i + 4])}
        return bool(near & {"aged", "age", "old", "alter", "jahrige", "jahriger"}) or s.tokens[i - 1].low == ","

    return told(text, index) and told(other, at)


def _same_unit(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    said, told = unit_of(text, index), unit_of(other, at)
    if said == told or {said, told} == {"percent", "fraction"}:
        return True
    return (said or shared_unit(text, index)) == (told or shared_unit(other, at))


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


def _outdated(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "once employed 3,800 and now employs 900" does not tell that it now employs 3,800."""
    said, told = _era(text, index), _era(other, at)
    return _opposed(said, told) or (told == "then" and said is None and not text.past_tense)


def _era(text: Analysed, index: int) -> str | None:
    """ "now" or "then", by the nearest word of either before the number, no other number between."""
    for i in range(index - 1, -1, -1):
        if text.tokens[i].kind == "number":
            return None
        era = text.words.eras.get(text.tokens[i].low)
        if era is not None or text.tokens[i].low in ".!?;":
            return era
    return None


def _opposed(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b


def _passes(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """ "31 were taken to hospital, nine of them with serious injuries": what follows the nine is not told of the 31."""
    parts = [n for n in other.numbers if n > at and of_it(other, n + 1)]
    if not parts or text.counts(other.tokens[parts[0]]):
        return False
    later = [other.tokens[i] for i in other.content if parts[0] < i < _inserted_end(other, parts[0])]
    earlier = [other.tokens[i] for i in other.content if i < parts[0]]
    said = [text.tokens[i] for i in text.content if i > index]
    start = next((i + 1 for i in range(parts[0], at, -1) if other.tokens[i].low in AND | {","}), parts[0])
    deed = [other.tokens[i] for i in other.content if start <= i < parts[0]]  # "checked 60 and fined 7 of them"
    if any(any(alike(t, o) for o in deed) and not any(alike(t, o) for o in _ahead(other, start)) for t in text.meaning):
        return True
    return any(any(alike(t, o) for o in later) and not any(alike(t, o) for o in earlier) for t in said)


def _ahead(text: Analysed, end: int) -> list[Token]:
    return [text.tokens[i] for i in text.content if i < end]


def _inserted_end(text: Analysed, part: int) -> int:
    """Where what is told of the part ends: "three, two of them children, lived there"."""
    opened = part > 0 and text.tokens[part - 1].low == ","
    commas = (i for i in range(part, len(text.tokens) - 1) if text.tokens[i].low == "," and is_verb(text, i + 1))
    return next(commas, len(text.tokens)) if opened else len(text.tokens)


def _as_firm(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    """What the article only supposes of the number is supposed of it in the text too; "an estimated 250" is an estimate."""
    said = text.classes() | ({"probable"} if text.tokens[index - 1].low in text.words.vocabulary.estimating else set())
    return _clause_of_its_own(other, at) or all(
        said & KEEPS[op.name] for op in other.operators if op.name in _SUPPOSING and _within(other, op, at)
    )


def _clause_of_its_own(sentence: Analysed, at: int) -> bool:
    """ "could no longer afford the 600,000 a year it spent": that much it did spend."""
    pronoun = next(
        (i for i in range(at + 1, min(at + _SPENT, len(sentence.tokens) - 1)) if sentence.tokens[i].low in _DOERS), None
    )
    definite = at > 0 and sentence.tokens[at - 1].low == "the"
    return definite and pronoun is not None and sentence.words.language == "en" and parts(sentence)[pronoun + 1] == "V"


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
        first.values & values_of(sentence, a) and later.values & sentence.tokens[b].values
        for a in sentence.numbers
        for b in sentence.numbers
        if a < b or (sentence.tokens[a - 1].low in FROM and sentence.tokens[b - 1].low in TO)
    )
