"""How a number is told: with which unit, how roundly, as one end of a range, as a part or a whole."""

from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import AND, FROM, OF, OR
from bot.claims.language.token import TIMES, Token
from bot.claims.rules.years import year

_APART = frozenset({",", "over", "uber"})  # "65 to 80 years, over six years"
_PARTS = frozenset({"partial", "most", "many", "few", "only"})
THEIR = frozenset({"der", "ihrer", "seiner", "dieser", "unserer"})  # German genitives
_LONGEST = 3  # words of "d'entre eux"
_PASSED = {"en": ("a", "an"), "fr": ("les",), "es": ("los", "las", "una")}
_OR_SO = {("or", "more"): "more", ("or", "less"): "less", ("or", "fewer"): "less", ("or", "so"): "about"}


def ratio(text: Analysed, index: int) -> bool:
    """The second number of "one in eight", not of "a third in two years"."""
    before = text.tokens[max(0, index - 2) : index]
    if text.tokens[index].unit in TIMES and len(before) == 2 and before[0].unit in ("fraction", "percent"):
        return False
    joined = len(before) == 2 and before[1].low in ("in", "von", "sur", "de") and not year(text, index)
    return joined and (before[0].kind == "number" or before[0].low in ("one", "einer", "un", "una"))


def whole(text: Analysed, index: int) -> bool:
    """ "a third of its 210 stores", "14 of the 40 pumps"."""
    passed = text.words.determiners - {"of", "des"} | text.words.deixis.keys()
    before = [
        t
        for t in text.tokens[max(0, index - 6) : index]
        if t.low not in passed and not t.possessive and t.low not in "'’"
    ]
    while len(before) > 1 and before[-1].capital:
        before.pop()  # "two of Norvane Lines' three ships"
    owned = index > 1 and text.tokens[index - 1].low in THEIR and text.tokens[index - 2].kind == "number"
    if owned or not before or before[-1].low not in OF:
        return owned  # "12 ihrer 40 Filialen"
    part = before[-3:-2] if before[-2:-1] and before[-2].low == "out" else before[-2:-1]  # "47 out of 50"
    turned = {i for op in text.operators if op.name in _PARTS for i in range(op.at, op.end)}
    counting = text.words.ordinals.keys() | text.words.vocabulary.parts
    near = any(i in turned for i in range(max(0, index - 4), index))
    return near or any(t.kind == "number" or t.low in counting for t in part)


def same_value(number: Token, values: frozenset[float], unit: str | None) -> bool:
    """Equal; a quarter is also 25 percent."""
    if {number.unit, unit} == {"percent", "fraction"}:
        scale = 100 if number.unit == "percent" else 0.01
        return any(abs(a - b * scale) < 0.005 * scale for a in number.values for b in values)
    return bool(number.values & values)


def of_them(text: Analysed, index: int) -> bool:
    """Whether "of them", "davon" or their like stands there."""
    lows = tuple(t.low for t in text.tokens[index : index + _LONGEST])
    return any(lows[: len(phrase)] == phrase for phrase in text.words.of_them.get(lows[0], ())) if lows else False


def of_it(text: Analysed, index: int) -> bool:
    """The same, or "of it": part of one thing, as in "18 percent of it"."""
    return of_them(text, index) or [t.low for t in text.tokens[index : index + 2]] == ["of", "it"]


def values_of(text: Analysed, index: int) -> frozenset[float]:
    """In "5 to 7 million" the 5 may also be five million."""
    token = text.tokens[index]
    later = range_end(text, index)
    if later is None:
        return token.values
    factors = {f for f in (1e3, 1e6, 1e9, 1e12) if any(v >= f for v in later.values)}
    return token.values | {value * factor for value in token.values for factor in factors}


def range_end(text: Analysed, index: int) -> Token | None:
    rest = text.tokens[index + 1 : index + 3]
    if (
        len(rest) == 2
        and rest[1].kind == "number"
        and text.tokens[index].unit in (None, rest[1].unit)
        and min(text.tokens[index].values, default=0) < max(rest[1].values, default=0)
        and rest[0].low in ("to", "-", "and", "or", "bis", "und", "a", "et", "y", "ou", "o")
    ):
        return rest[1]
    return None


def unit_of(text: Analysed, index: int) -> str | None:
    token = text.tokens[index]
    later = range_end(text, index)
    return token.unit or (later.unit if later else None)


def is_range(text: Analysed, index: int) -> bool:
    """Whether the number is one end of "between 20 and 25", "20 to 25", "20-25"."""
    if year(text, index):
        return False
    if range_end(text, index):
        joint = text.tokens[index + 1].low
        return joint not in AND | OR or _between(text, index)
    if index >= 2 and text.tokens[index - 2].kind == "number" and text.tokens[index - 1].low not in _APART:
        return is_range(text, index - 2)
    return False


def pair(text: Analysed, index: int) -> int | None:
    """Where a score or the count of a vote begins of which the number is one side: "3-2", "9 to 4"."""
    for start in (index, index - 2):
        run = text.tokens[max(0, start) : start + 3]
        before = text.tokens[start - 1].low if start > 0 else ""
        joined = (
            len(run) == 3
            and run[0].kind == run[2].kind == "number"
            and run[1].low in ("-", "–", "to", "zu", "a", "bis")
        )
        if joined and not (run[0].unit or run[2].unit) and before not in FROM:
            return start
    return None


def to_from(text: Analysed, index: int) -> bool:
    """Whether the number is one of "to 12.99 from 9.99", a move as plain as "from 9.99 to 12.99"."""
    return _after_from(text, index) or (index + 2 < len(text.tokens) and _after_from(text, index + 2))


def _after_from(text: Analysed, index: int) -> bool:
    before = text.tokens[max(0, index - 3) : index]
    return len(before) == 3 and (before[0].low, before[1].kind, before[2].low) == ("to", "number", "from")


def _between(text: Analysed, index: int) -> bool:
    return index > 0 and text.tokens[index - 1].low in ("between", "entre", "zwischen")


def alike_rounded(text: Analysed, index: int, other: Analysed, at: int) -> bool:
    return approximation(text, index) == approximation(other, at) or _during(text, index) or _during(other, at)


def _during(text: Analysed, index: int) -> bool:
    """ "over two winters" may be during two."""
    following = text.tokens[index + 1].low if index + 1 < len(text.tokens) else ""
    timed = text.tokens[index].unit in TIMES or following.removesuffix("s") in text.words.times
    return timed and index > 0 and text.tokens[index - 1].low in _APART - {","}


def approximation(text: Analysed, index: int) -> str | None:
    """The class of the longest phrase that ends right before the number."""
    following = [token.low for token in text.tokens[index + 1 : index + 5]]
    said = [_OR_SO[pair] for pair in pairwise(following) if pair in _OR_SO]
    if said:
        return said[0]
    if index and text.tokens[index - 1].low in _PASSED.get(text.words.language, ()):
        index -= 1  # "about a dozen", "rondaría los 60 grados"
    for length in (4, 3, 2, 1):
        phrase = tuple(token.low for token in text.tokens[max(0, index - length) : index])
        if len(phrase) == length and phrase in text.words.approximators:
            return text.words.approximators[phrase]
    return None
