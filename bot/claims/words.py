"""A text as tokens: words with their stem and synonyms, numbers with their value and unit, punctuation."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from bot.claims.lexicon import Lexicon, lexicon
from bot.claims.verbatim import fold

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TOKEN = re.compile(
    r"(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))|(?P<number>(?P<currency>US\$|[$€£¥₹])?\s?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?![\d])|\d+(?:[.,]\d+)*)"
    r"(?P<suffix>\s?%|(?:st|nd|rd|th|k|m|mn|bn|tn|er|ère|e|º|ª)\b)?)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’ʼ][^\W\d_](?:[^\W\d_]|[{_MARKS}])*)*)"
    r"|(?P<punct>\.\.\.|[^\w\s])"
)
_ELISION = re.compile(r"^(l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)")
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]")


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is folded, `keys` are the stem and the groups of synonyms it belongs to; numbers have `values` and perhaps a `unit`."""

    text: str
    low: str
    kind: Literal["word", "number", "punct"]
    stem: str = ""
    groups: frozenset[int] = frozenset()
    values: frozenset[float] = frozenset()
    unit: str | None = None
    capital: bool = False
    first: bool = False
    possessive: bool = False

    def same(self, other: "Token") -> bool:
        """One word, one of its forms, or a synonym."""
        return self.stem == other.stem or bool(self.groups & other.groups)


@lru_cache(maxsize=8192)
def tokens(text: str, words: Lexicon) -> tuple[Token, ...]:
    """In order; numbers written out, magnitudes and units are joined into one token each."""
    plain = unicodedata.normalize("NFC", text)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        found += _made(match, words, shouting=plain.isupper())
    return tuple(_with_units(_with_fractions(_with_numbers(_marked(found), words), words), words))


def tokens_in(text: str, language: str | None) -> tuple[Token, ...]:
    return tokens(text, lexicon(language))


def _made(match: re.Match[str], words: Lexicon, *, shouting: bool) -> list[Token]:
    if match["clock"]:
        return [_clock(match["clock"])]
    if match["number"]:
        return _digits(match, words)
    if match["punct"]:
        return [Token(match["punct"], fold(match["punct"]) or match["punct"], "punct")]
    if _UNSPACED.match(match["word"]):
        return [Token(c, c, "word", c) for c in match["word"]]
    parts = [_word(part, words, shouting=shouting) for part in _parts(match["word"], words.language)]
    if re.search("['’ʼ]s$", match["word"]) or (
        match["word"][-1] == "s" and match.string[match.end() : match.end() + 2] in ("' ", "’ ")
    ):
        parts[-1] = replace(parts[-1], possessive=True)
    return parts


def _parts(word: str, language: str) -> list[str]:
    """Contractions and elisions taken apart, possessives taken off."""
    plain = word.replace("’", "'").replace("ʼ", "'")
    low = plain.casefold()
    if low.endswith("n't") and len(low) > 3:
        return [_CONTRACTED.get(low[:-3], plain[:-3]), "n't"]
    if low.endswith(("'s", "'ll", "'ve", "'re", "'d", "'m")) and language != "fr":
        stem, tail = plain.rsplit("'", 1)
        return [stem, "'ll"] if tail.casefold() == "ll" else [stem]
    parts: list[str] = []
    while language in ("fr", "it", "") and (match := _ELISION.match(plain.casefold())):
        parts.append("ne" if match[1] == "n" else match[1] + "e")
        plain = plain[match.end() :]
    return [*parts, plain]


def _word(text: str, words: Lexicon, *, shouting: bool) -> Token:
    low = fold(text) or text
    acronym = text.isupper() and len(text) > 1 and not shouting
    if acronym and low == "us":
        low = "usa"
    stem = words.stem(low)
    groups = words.groups.get(low) or words.groups.get(stem) or frozenset()
    return Token(text, low, "word", stem, groups, capital=text[:1].isupper())


def _marked(found: Sequence[Token]) -> list[Token]:
    """Where a sentence or a quotation begins a capital says nothing."""
    marked: list[Token] = []
    first = True
    for token in found:
        marked.append(replace(token, first=True) if first and token.kind == "word" else token)
        first = (token.kind == "punct" and token.low in '.!?:"') or (first and token.kind == "punct")
    return marked


def _clock(text: str) -> Token:
    """ "08:50" is one number, in hours, so that "8:00" is also "8"."""
    hours, minutes = text.split(":")
    return Token(text, text, "number", stem=text, values=frozenset({int(hours) + int(minutes) / 60}))


def _digits(match: re.Match[str], words: Lexicon) -> list[Token]:
    currency = match["currency"]
    suffix = (match["suffix"] or "").strip().casefold()
    digits = match["number"].strip()
    digits = digits.removeprefix(currency).strip() if currency else digits
    digits = digits[: len(digits) - len(suffix)].strip() if suffix else digits
    factor = words.numbers.get(suffix, 1.0) if suffix not in ("e", "er") else 1.0
    values = frozenset(value * factor for value in _values(digits))
    unit = words.units.get((currency.casefold(),)) if currency else ("percent" if suffix == "%" else None)
    return [Token(match["number"].strip(), digits, "number", stem=digits, values=values, unit=unit)]


def _values(digits: str) -> set[float]:
    """Every way to read it: "1.500" is 1.5 in one language and 1500 in another."""
    plain = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    values: set[float] = set()
    marks = {mark for mark in plain if mark in ".,"}
    if not marks:
        return {float(plain[:300])}
    last = max(plain.rfind("."), plain.rfind(","))
    head, tail = plain[:last], plain[last + 1 :]
    if len(tail) == 3 and all(len(group) == 3 for group in re.split("[.,]", plain)[1:]):
        values.add(float(re.sub("[.,]", "", plain)[:300]))
    if plain.count(plain[last]) == 1:
        values.add(float(f"{re.sub('[.,]', '', head)[:300] or 0}.{tail[:300]}"))
    return values or {float(part[:300]) for part in re.split("[.,]", plain) if part}


def _with_numbers(found: Sequence[Token], words: Lexicon) -> list[Token]:
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
        return (20 <= before < 100 and after < 20) or (before == 4 and after == 20)
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


def _with_fractions(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "two thirds", "a quarter of", "one-fifth" become one number."""
    joined: list[Token] = []
    for index, token in enumerate(found):
        parts = words.fractions.get(token.low, 0) if token.kind == "word" else 0
        before = [t for t in joined[-2:] if t.low != "-"][-1:]
        count = _numerator(before[0], words) if parts and before else 0.0
        following = found[index + 1].low if index + 1 < len(found) else ""
        if not count or (count == 1 and following not in ("of", "der", "des", "de", "du", "d")):
            joined.append(token)
            continue
        while joined[-1] is not before[0]:
            joined.pop()
        text = f"{joined.pop().text} {token.text}"
        joined.append(Token(text, fold(text), "number", fold(text), values=frozenset({count / parts}), unit="fraction"))
    return joined


def _numerator(token: Token, words: Lexicon) -> float:
    if token.kind == "number":
        return min(token.values) if token.unit is None and max(token.values) < 100 else 0.0
    return 1.0 if words.numbers.get(token.low) == 1 or token.low == "a" else 0.0


def _with_units(found: Sequence[Token], words: Lexicon) -> list[Token]:
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
        joined.append(token)
    return joined


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
