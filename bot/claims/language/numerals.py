"""Numbers as tokens: digits, words, fractions and magnitudes, joined with their unit."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.smallwords import OF
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold

_MEASURING = frozenset({"by", "about", "around", "roughly", "nearly", "almost", "than", "over", "under", "zu", "pour"})
_QUARTER = 4  # which is also a part of a town


def clock(text: str) -> Token:
    """ "08:50" is one number, in hours, so that "8:00" is also "8"."""
    hours, minutes = text.split(":")
    return Token(text, text, "number", stem=text, values=frozenset({int(hours) + int(minutes) / 60}))


def digits(match: re.Match[str], words: Lexicon) -> list[Token]:
    currency = match["currency"]
    suffix = (match["suffix"] or "").strip().casefold()
    digits = match["number"].strip()
    digits = digits.removeprefix(currency).strip() if currency else digits
    digits = digits[: len(digits) - len(suffix)].strip() if suffix else digits
    factor = words.numbers.get(suffix, 1.0) if suffix not in ("e", "er") else 1.0
    values = frozenset(value * factor for value in _values(digits, words))
    unit = words.units.get((currency.casefold(),)) if currency else ("percent" if suffix == "%" else None)
    return [Token(match["number"].strip(), digits, "number", stem=digits, values=values, unit=unit)]


def _values(digits: str, words: Lexicon) -> set[float]:
    """Every way to read it: "1.500" is 1500 in German and 1.5 in English, either where the language is not known."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    values: set[float] = set()
    marks = {mark for mark in plain if mark in ".,"}
    if not marks:
        return {float(plain[:300])}
    last = max(plain.rfind("."), plain.rfind(","))
    head, tail = plain[:last], plain[last + 1 :]
    if len(tail) == 3 and all(len(group) == 3 for group in re.split("[.,]", plain)[1:]):
        values.add(float(re.sub("[.,]", "", plain)[:300]))
        if words.known and (plain[last] == ",") == (words.language == "en"):
            return values
    if plain.count(plain[last]) == 1:
        values.add(float(f"{re.sub('[.,]', '', head)[:300] or 0}.{tail[:300]}"))
    return values or {float(part[:300]) for part in re.split("[.,]", plain) if part}


def with_numbers(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """Runs of number words, and digits with a magnitude, become one number."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        end = _run(found, index, words)
        if end > index:
            joined.append(_number(found[index:end], words.numbers))
            index = end
        else:
            joined.append(found[index])
            index += 1
    return joined


def _run(found: Sequence[Token], start: int, words: Lexicon) -> int:
    """The end of the number that begins at `start`; `start` when none does."""
    token = found[start]
    if token.kind == "number":
        end = start + 1
        while end < len(found) and _magnitude(found[end], words):
            end += 1
        return end if end > start + 1 else start
    if (
        token.kind != "word"
        or token.low not in words.numbers
        or (token.capital and not token.first and words.language == "en" and len(token.low) < 3)
    ):
        return start
    if len(token.low) <= 2:
        return start
    end = start + 1
    while end < len(found):
        if (found[end].kind == "word" and found[end].low in words.numbers and len(found[end].low) > 2) or _joins(
            found, end, words
        ):
            end += 1
        else:
            break
    if end == start + 1 and words.numbers[token.low] == 1:
        return start
    return end


def _joins(found: Sequence[Token], at: int, words: Lexicon) -> bool:
    """ "and" or a hyphen between two number words: "two hundred and six", "twenty-six"."""
    return (
        found[at].low in ("-", "and", "et", "y", "und")
        and at + 1 < len(found)
        and found[at + 1].kind == "word"
        and len(found[at + 1].low) > 2
        and words.numbers.get(found[at + 1].low, 0) > 0
        and _composes(words.numbers.get(found[at - 1].low, 0), words.numbers[found[at + 1].low], found[at].low)
    )


def _composes(before: float, after: float, mark: str) -> bool:
    if mark == "-":
        return (20 <= before < 100 and after < 20) or (before == 4 and after == 20) or (before == 10 and 6 < after < 10)
    if mark == "and":
        return before >= 100 and after < 100
    return before >= 20 and after < 20


def _magnitude(token: Token, words: Lexicon) -> bool:
    return (token.kind == "word" and words.numbers.get(token.low, 0) >= 1000) or (
        token.low in ("hundred", "dozen") and words.language == "en"
    )


def _number(run: Sequence[Token], table: Mapping[str, float]) -> Token:
    text = " ".join(token.text for token in run)
    if run[0].kind == "number":
        factor = 1.0
        for token in run[1:]:
            factor *= table[token.low]
        return replace(run[0], text=text, values=frozenset(value * factor for value in run[0].values))
    value = _spoken([table[token.low] for token in run if token.low in table])
    return Token(text, text.casefold(), "number", stem=text.casefold(), values=frozenset({value}), first=run[0].first)


def _spoken(parts: Sequence[float]) -> float:
    """[3, 100, 45, 1000] is 345,000; [4, 20, 12] is the French 92."""
    total = current = 0.0
    for part in parts:
        if part >= 1000:
            total += (current or 1) * part
            current = 0.0
        elif part == 100 or (part == 20 and current == 4):
            current = (current or 1) * part
        elif part == 12 and current and current < 12:
            current *= part
        else:
            current += part
    return total + current


def with_fractions(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "two thirds", "a quarter of", "one-fifth", "tres cuartas partes" become one number."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        parts, length = _parts(found, index, words)
        before = [t for t in joined[-2:] if t.low != "-"][-1:] if parts else []
        count = _numerator(before[0], words, whole=length > 1) if before else 0.0
        name = found[index : index + length]
        index += length
        following = found[index].low if index < len(found) else ""
        if not count or (count == 1 and not _counted_once(joined, name, following, words)):
            joined += name
            continue
        while joined[-1] is not before[0]:
            joined.pop()
        text = " ".join(t.text for t in (joined.pop(), *name))
        joined.append(Token(text, fold(text), "number", fold(text), values=frozenset({count / parts}), unit="fraction"))
    return joined


def _parts(found: Sequence[Token], index: int, words: Lexicon) -> tuple[int, int]:
    """(how many make the whole, of how many words the name is): 0 for what names no part, as in "third-century"."""
    low = found[index].low
    following = found[index + 1].low if index + 1 < len(found) else None
    if found[index].kind != "word" or (words.language == "en" and following == "-"):
        return 0, 1
    pair = low if following is None else f"{low} {following}"
    return (words.fractions[pair], 2) if pair in words.fractions else (words.fractions.get(low, 0), 1)


def _counted_once(joined: Sequence[Token], name: Sequence[Token], following: str, words: Lexicon) -> bool:
    """ "a third of", "by a third", but neither "a third party" nor "ein Viertel am Hafen"."""
    plain = len(name) > 1 or (words.language == "de" and words.fractions.get(name[0].low) != _QUARTER)
    measured = len(joined) > 1 and joined[-2].low in _MEASURING | words.measuring
    return plain or measured or following in OF | {"", ".", ",", ";"}


def _numerator(token: Token, words: Lexicon, *, whole: bool) -> float:
    if token.kind == "number":
        return min(token.values) if token.unit is None and max(token.values) < 100 else 0.0
    return 1.0 if words.numbers.get(token.low) == 1 or token.low == "a" or (whole and token.low == "la") else 0.0


def with_units(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """The unit right after a number goes into it; in "5 to 7 %" it counts for both."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        token = found[index]
        index += 1
        if token.kind == "number":
            length, unit = _unit(found, index, words)
            if unit and (token.unit is None or token.unit == unit):
                token = replace(
                    token, unit=unit, text=" ".join([token.text, *(t.text for t in found[index : index + length])])
                )
                index += length
                index += _old(found, index) if unit == "year" else 0
        joined.append(token)
    return joined


def _old(found: Sequence[Token], at: int) -> int:
    """How many tokens "-old" and "old" are after a number of years."""
    following = [token.low for token in found[at : at + 2]]
    return 2 if following == ["-", "old"] else int(following[:1] == ["old"])


def _unit(found: Sequence[Token], at: int, words: Lexicon) -> tuple[int, str | None]:
    if at < len(found) and found[at].low == "-":
        length, unit = _unit(found, at + 1, words)
        return length + 1, unit
    if (
        at + 1 < len(found)
        and found[at].low in ("de", "d")
        and (found[at + 1].low,) in words.units
        and at
        and found[at - 1].kind == "number"
    ):
        return 2, words.units[(found[at + 1].low,)]
    for length in (2, 1):
        phrase = tuple(token.low for token in found[at : at + length])
        if len(phrase) == length and phrase in words.units:
            return length, words.units[phrase]
    return 0, None
