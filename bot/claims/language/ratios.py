"""Numbers that words tell by another unit: "one in eight" is an eighth, "two decades" are twenty years."""

from collections.abc import Sequence
from dataclasses import replace

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold

_LARGEST = 10  # "47 out of 50" is said of 50 that there are
_AMONG = frozenset({"in", "von", "sur", "de"})
_BETWEEN = frozenset({"out", "jedes", "jeder", "cada", "of"})


def with_ratios(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "one in eight", "vier von fünf", "un sur trois" become one fraction."""
    joined: list[Token] = []
    index = 0
    while index < len(found):
        end = _ratio_end(found, index, words)
        if end:
            joined.append(_fraction([found[index], *found[end : end + 1]], words))
            joined += found[index + 1 : end - 1] if _noun_between(found, index, words) else []
            index = end + 1
        else:
            joined.append(found[index])
            index += 1
    return joined


def _ratio_end(found: Sequence[Token], start: int, words: Lexicon) -> int:
    """Where the whole stands of a ratio that begins at `start`, else 0."""
    part = _count(found[start], words)
    if not part:
        return 0
    i = start + 1 + _noun_between(found, start, words)
    first = i
    while i < len(found) and i <= start + 3 and found[i].low in _AMONG | _BETWEEN:
        i += 1
    if i == first or i == len(found) or not any(t.low in _AMONG | {"out"} for t in found[first:i]):
        return 0
    lone = words.language == "en" and [t.low for t in found[start + 1 : i]] == ["of"]
    whole = _count(found[i], words) if found[i].kind == "number" and not lone else 0.0
    named = (
        words.language in ("es", "fr") and found[i - 1].low == "de" and "cada" not in {t.low for t in found[start:i]}
    )
    return i if part < whole <= _LARGEST and not named and not _measures(found, i, words) else 0


def _noun_between(found: Sequence[Token], start: int, words: Lexicon) -> int:
    """ "deux élèves sur cinq": how many words stand between the part and "sur"."""
    nouns = found[start + 1 : start + 2]
    behind = found[start + 2 : start + 3]
    told = bool(nouns and behind) and nouns[0].kind == "word" and nouns[0].low not in words.function
    return int(told and words.language == "fr" and behind[0].low == "sur")


def _measures(found: Sequence[Token], at: int, words: Lexicon) -> bool:
    """ "one in five years"."""
    following = found[at + 1].low if at + 1 < len(found) else ""
    return (following,) in words.units or following in words.times or following.removesuffix("s") in words.times


def _count(token: Token, words: Lexicon) -> float:
    if token.kind == "number":
        return min(token.values) if token.unit is None and token.values else 0.0
    return 1.0 if words.numbers.get(token.low) == 1 or token.low in ("one", "einer", "eine", "jeder", "uno") else 0.0


def _fraction(run: Sequence[Token], words: Lexicon) -> Token:
    text = f"{run[0].text} / {run[-1].text}"
    value = _count(run[0], words) / _count(run[-1], words)
    return Token(text, fold(text), "number", fold(text), values=frozenset({value}), unit="fraction", first=run[0].first)


def with_spans(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """ "two decades" become twenty years, "a fortnight" two weeks."""
    joined: list[Token] = []
    for token in found:
        span = words.spans.get(token.low) if token.kind == "word" else None
        count = _count(joined[-1], words) or float(joined[-1].low in ("a", "une")) if span and joined else 0.0
        if span is None or not count:
            joined.append(token)
            continue
        unit, factor = span
        before = joined.pop()
        text = f"{before.text} {token.text}"
        values = frozenset({count * factor})
        joined.append(
            replace(before, text=text, low=fold(text), kind="number", stem=fold(text), values=values, unit=unit)
        )
    return joined
