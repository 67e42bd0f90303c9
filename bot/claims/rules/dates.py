"""Dates of a restatement: the day with its month, the period with its "next" or "last", and on which side of it."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.token import Token

_BEGINNING = frozenset({"from", "ab"})


def date_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each date that stands otherwise in the cited sentences."""
    days = {pair for s in cited for pair in _days(s)}
    found = [f"The date {n:g} {month} is not in its sentences." for n, month in _days(text) if (n, month) not in days]
    return list(dict.fromkeys(found + _periods(text, cited) + _sides(text, cited)))


def _days(text: Analysed) -> list[tuple[float, str]]:
    """(number, month) for "4 September" and "September 4", years left out."""
    found: list[tuple[float, str]] = []
    for index, token in enumerate(text.tokens):
        if token.low in text.words.dates and token.kind == "word" and token.text != "may":
            found += [(value, token.low) for other in _around(text, index) for value in other.values if value <= 31]
    return found


def _around(text: Analysed, index: int) -> list[Token]:
    """The numbers that touch, an ordinal's dot or "de" between them."""
    before = [t for t in text.tokens[max(0, index - 2) : index] if t.low not in (".", "de", "of", "the")]
    behind = [] if [t.low for t in text.tokens[index + 2 : index + 3]] == ["-"] else text.tokens[index + 1 : index + 2]
    return [t for t in (*before[-1:], *behind) if t.kind == "number"]


def _periods(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "next week" is not "last week" and not "this week"."""
    found: list[str] = []
    for index, token in enumerate(text.tokens):
        if token.low not in text.words.times:
            continue
        said = _deixis(text, index)
        places = [
            _deixis(s, i) for s in cited for i, t in enumerate(s.tokens) if t.low in s.words.times and t.same(token)
        ]
        if said and places and not any(said & place for place in places):
            found.append(f"The time of {token.text!r} is another in its sentences.")
    return found


def _deixis(text: Analysed, index: int) -> set[str]:
    near = [*text.tokens[max(0, index - 2) : index], *text.tokens[index + 1 : index + 2]]
    return {text.words.deixis[t.low] for t in near if t.low in text.words.deixis}


def _sides(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "until Friday" is not "on Friday", but what is done from October is done in October."""
    found: list[str] = []
    for index, token in enumerate(text.tokens):
        if token.low not in text.words.dates:
            continue
        said = _side(text, index)
        places = [_side(s, i) for s in cited for i, t in enumerate(s.tokens) if t.low == token.low]
        if places and said not in places and (said or all(place and place not in _BEGINNING for place in places)):
            found.append(f"{token.text!r} stands on another side of the time in its sentences.")
    return found


def _side(text: Analysed, index: int) -> str:
    for token in reversed(text.tokens[max(0, index - 2) : index]):
        if token.low in text.words.vocabulary.sides:
            return token.low
    return ""
