"""Quotations: where somebody's own words begin and end."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"''|``|[\"“”„«»‘’'‚‹›]")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "‚": "‘’", "‹": "›", "»": "«"}
_MIXED = {"“": '"', '"': "”"}
_LONGEST = 4000
_SINGLE_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Quote:
    """`start:end` with the marks; `closed` is False when the mark is missing."""

    start: int
    end: int
    closed: bool


def find(text: str) -> list[Quote]:
    """All quotations in order, none inside another. A quotation never crosses a line break.

    One that stays open at the end of its paragraph ends there: the next paragraph opens it again with a
    mark of its own, as newspapers do.
    """
    quotes: list[Quote] = []
    place = 0
    for line in text.splitlines(keepends=True):
        quotes.extend(_in_line(text, place, place + len(line.rstrip())))
        place += len(line)
    return quotes


def _in_line(text: str, start: int, end: int) -> list[Quote]:
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text, start, end)]
    quotes: list[Quote] = []
    at = 0
    missing: set[str] = set()
    while at < len(marks):
        place, mark = marks[at]
        if mark in missing or not _opens(text, place, mark, start, end):
            at += 1
            continue
        closing = _closing(text, marks, at, end)
        mixed = _mixed_closing(text, marks, at, end) if mark in _MIXED else None
        if mixed is not None and (closing is None or _reopens(text, marks, mixed + 1, closing, start, end)):
            closing = mixed
        if closing is not None and _anew(text, *marks[closing]):
            quotes.append(Quote(place, marks[closing][0] - 1, False))
            at = closing
        elif closing is not None:
            last = marks[closing]
            quotes.append(Quote(place, last[0] + len(last[1]), True))
            at = closing + 1
        elif mark in "'‘‚‹" or _stray(text, marks, place, mark, start):
            missing.add(mark)  # an apostrophe, or a mark that nothing answers: look no further for its kind
            at += 1
        else:
            quotes.append(Quote(place, end, False))
            break
    return quotes


def _anew(text: str, place: int, mark: str) -> bool:
    """A straight mark that opens: "It leaks. "It always did."", the next paragraph of one speech in the same line."""
    before, after = text[max(0, place - 2) : place], text[place + 1 : place + 2]
    return mark == '"' and before[:1] in ".?!" and before[1:].isspace() and after.isalnum()


def _stray(text: str, marks: list[tuple[int, str]], place: int, mark: str, start: int) -> bool:
    """A straight mark that nothing answers and that opens no paragraph, or one in a line whose quotations are curly."""
    if mark != '"':
        return False
    return any(sign in _MIXED and sign != mark for _, sign in marks) or (
        place != start and not text[place + 1 : place + 2].isalnum()
    )


def _opens(text: str, place: int, mark: str, start: int, end: int) -> bool:
    if mark in ("”", "’", "›"):
        return False
    before = text[place - 1] if place > start else " "
    after = text[place + len(mark)] if place + len(mark) < end else " "
    if mark in ("'", "‘") and text[place + 1 : place + 3].isdigit():
        return False  # "the '90s"
    if mark in ("'", "‘", "»", '"', "''"):
        return not before.isalnum() and not after.isspace()
    return True


def _closing(text: str, marks: list[tuple[int, str]], at: int, end: int) -> int | None:
    """The index of the mark that closes the one at `at`, within reach."""
    place, mark = marks[at]
    single = mark in ("'", "‘", "‚", "‹")
    wanted = {"'": "'’", "‘": "’'", '"': '"', "''": "''", "``": "''"}.get(mark) or _PAIRS[mark]
    reach = _SINGLE_LONGEST if single else _LONGEST
    innermost = _threefold(marks, at)
    if innermost is not None and marks[innermost][0] - place <= reach:
        return innermost
    for index in range(at + 1, min(len(marks), at + 200)):
        other, sign = marks[index]
        if other - place > reach:
            return None
        either = wanted != "''" and len(sign) == 1 and sign in wanted  # an apostrophe is no half of a double mark
        if (sign == wanted or either) and (not single or _ends_word(text, other, end)):
            return index
    return None


def _threefold(marks: list[tuple[int, str]], at: int) -> int | None:
    """What closes "“ ‘ “ ” ’ ”", where the double marks come again within single ones; None elsewhere."""
    depth, single = 0, False
    if marks[at][1] != "“":
        return None
    for index in range(at + 1, min(len(marks), at + 8)):
        sign = marks[index][1]
        if sign == "”" and not depth:
            return index if single else None
        single = single or sign == "‘"
        depth += (sign == "“") - (sign == "”")
        if depth and not single:
            return None
    return None


def _mixed_closing(text: str, marks: list[tuple[int, str]], at: int, end: int) -> int | None:
    """A straight mark that closes what a curly one opened, or the other way round, as in careless typesetting."""
    wanted = _MIXED[marks[at][1]]
    inner = 0
    for index in range(at + 1, min(len(marks), at + 200)):
        other, sign = marks[index]
        inner += sign == "“"
        if sign == wanted and _ends_word(text, other, end):
            if wanted == '"' or not inner:
                return index
            inner -= 1  # it closes a curly mark of its own
    return None


def _reopens(text: str, marks: list[tuple[int, str]], first: int, last: int, start: int, end: int) -> bool:
    """Another double quotation opens among the marks `first:last`, or the last one itself opens it."""
    near = marks[first : last + 1]
    return any(sign in _MIXED and _opens(text, place, sign, start, end) for place, sign in near)


def _ends_word(text: str, place: int, end: int) -> bool:
    """A closing single mark is no apostrophe: no letter follows it, no space stands before it."""
    return not text[place - 1].isspace() and (place + 1 >= end or not text[place + 1].isalnum())
