"""Cut a text into numbered sentences. Everything else in the product points at these numbers."""

import re
from collections.abc import Iterator
from itertools import pairwise

from bot.article.article import Sentence
from bot.article.characters import HALF_CHARACTER

Span = tuple[int, int]

# What `str.splitlines` takes for a line break; a sentence never crosses one.
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

_OPENING = "“‘«‹„‚「『([{¿¡"
_WINDOW = 4000
_CLOSED = tuple("”’»›」』\"'…?!")
_STRAY_OPEN = re.compile(rf"(?:(?<=\s)|^)[{re.escape(_OPENING)}][{re.escape(_OPENING)} ]*$")
_TITLES = (
    "mr|mrs|ms|mx|messrs|dr|prof|rev|fr|hon|st|sr|sra|gen|lt|col|maj|capt|cpt|sgt|cpl|pvt|cmdr|adm|brig|insp|det|supt"
    "|sen|rep|reps|sens|gov|govs|pres|amb|atty|supt|dep|asst|mme|mlle|hr|ing|dipl|vs"
)
_ENDS_IN_TITLE = re.compile(rf"(?:^|[\s({re.escape(_OPENING)}”\"'/-])(?:{_TITLES})\.$", re.IGNORECASE)
_SENSE = re.compile(r"(?<!\w)sens\.$")  # the French word, which no name follows
_ENDS_IN_INITIAL = re.compile(r"(?:^|[\s.(“”\"'/-])[A-Z]\.$")
# German closes with the mark that English opens with.
# A footnote's sign stands at the end of what it is about: "It fell by half.* Nobody knew why."
_STRAY_CLOSE = re.compile(r"[”’»›」』“‘]+(?=\s)|(?<=[^\s*†‡])[*†‡¹²³]{1,3}(?=\s)")
_ENDS_IN_TIME = re.compile(r"\d\s?[ap]\.m\.$", re.IGNORECASE)
_GOES_ON_FROM_TIME = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d"
    r"|(?:local time|eastern|pacific|central|[A-Z]{1,2}[SD]?T|GMT|UTC|[A-Z]{3,4}T)\b",
    re.IGNORECASE,
)
_ENDS_IN_NUMBER_SIGN = re.compile(r"(?:^|[\s(])(?:no|nos|nr|art|sec|fig|pp?|vol|ch)\.$", re.IGNORECASE)
# The day before a German month, which the library takes for the end: "zuletzt am 4. Februar, erklärte …".
_ENDS_IN_DAY = re.compile(r"(?:^|\s)\d{1,2}\.$")
_MONTH = re.compile(r"(?:Jan|Jän|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\b")
# Two-letter states and bodies that a name goes on from: "U.S. Senate", "U.N. Security Council".
_ENDS_IN_DOTTED = re.compile(r"(?:^|[\s(“”\"'/-])(?:U\.S|U\.N|U\.K|E\.U|U\.S\.A|D\.C)\.$")
# Words that the library takes for abbreviations: "It closed in May. Smith left."
_NO_ABBREVIATION = re.compile(rf"(?<=[a-z0-9,] )(?:May|me|art)\.[”’\"'»)\]]*(?=\s+[{re.escape(_OPENING)}\"]?[A-ZÀ-Þ])")
_STARTS_NEW = re.compile(
    r"(?:the|a|an|he|she|it|they|we|i|you|his|her|its|their|our|this|that|these|those|there|in|on|at|but|and|or|if|as|after"
    r"|before|while|when|since|for|with|by|from|to|under|last|another|some|many|most|all|no|not|what|who|how|why|both|one)\b",
    re.IGNORECASE,
)


def cut(text: str, language: str | None) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, numbered from 1, trimmed, never empty, never overlapping.

    A sentence lies within one line, and a quotation of several sentences is one. `language` is an ISO 639 code
    or None for unknown. Never raises, whatever the text.
    """
    spans = (span for line in _LINE.finditer(text) for span in _of_line(text, line.start(), line.end(), language))
    return tuple(Sentence(n=n, start=start, end=end) for n, (start, end) in enumerate(spans, start=1))


def _of_line(text: str, start: int, end: int, language: str | None) -> Iterator[Span]:
    line = text[start:end]
    joined: list[Span] = []
    for piece in _reopened(line, _closed(line, _pieces(line, language))):
        if joined and _goes_on(line[slice(*joined[-1])].rstrip(), line[slice(*piece)].lstrip()):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    for first, last in joined:
        body = line[first:last]
        left = first + len(body) - len(body.lstrip())
        right = first + len(body.rstrip())
        if left < right:
            yield start + left, start + right


def _pieces(line: str, language: str | None) -> Iterator[Span]:
    """What the library makes of `line`, without a gap. It is quadratic in quotation marks, hence the windows."""
    place = 0
    while place < len(line):
        window = line[place : place + _WINDOW]
        parts = _segments(window, (language or "en").split("-")[0].lower())
        if place + len(window) < len(line) and len(parts) > 1:
            parts.pop()  # it may go on behind the window
        for part in parts:
            yield from _parted(part, place, language)
            place += len(part)


def _parted(part: str, place: int, language: str | None) -> Iterator[Span]:
    """Where the library sees one sentence and an English word ends one."""
    ends = [match.end() for match in _NO_ABBREVIATION.finditer(part)] if (language or "en").startswith("en") else []
    for start, end in pairwise([0, *ends, len(part)]):
        yield place + start, place + end


def _segments(window: str, language: str) -> list[str]:
    from sentencex import segment

    encodable = HALF_CHARACTER.sub("\ufffd", window)
    parts = [part for part in segment(language, encodable) if part]
    return parts if "".join(parts) == encodable else [window]


def _closed(line: str, pieces: Iterator[Span]) -> Iterator[Span]:
    """Closing marks and signs of footnotes at the start of a piece belong to the one before."""
    held: Span | None = None
    for start, end in pieces:
        stray = _STRAY_CLOSE.match(line, start, end)
        begin = stray.end() if stray and held else start
        if held:
            yield held[0], begin
        held = (begin, end)
    if held:
        yield held


def _reopened(line: str, pieces: Iterator[Span]) -> Iterator[Span]:
    """Opening marks at the end of a piece belong to the next one."""
    carried: int | None = None
    for start, end in pieces:
        begin = start if carried is None else carried
        marks = _STRAY_OPEN.search(line, start, end) if end < len(line) else None
        if marks is None:
            yield begin, end
            carried = None
        elif marks.start() > start:
            yield begin, marks.start()
            carried = marks.start()
        else:
            carried = begin


def _goes_on(before: str, after: str) -> bool:
    """Whether the sentence `before` really ends before `after`."""
    if not any(map(str.isalnum, after)) or not any(map(str.isalnum, before)):
        return True
    if after[:2] == "- " and before.endswith(")."):
        return True  # the dateline "Madrid, 12 mar (EFE).- "
    if _ENDS_IN_DAY.search(before[-4:]):
        return _MONTH.match(after) is not None
    if _ENDS_IN_DOTTED.search(before[-10:]):
        return after[0].isupper() and not _STARTS_NEW.match(after)
    if (_ENDS_IN_TITLE.search(before[-12:]) and not _SENSE.search(before[-12:])) or _ENDS_IN_INITIAL.search(
        before[-4:]
    ):
        return True
    if _ENDS_IN_TIME.search(before[-8:]):
        return bool(_GOES_ON_FROM_TIME.match(after))
    if _ENDS_IN_NUMBER_SIGN.search(before[-6:]):
        return after[0].isdigit()
    return (after[0].islower() or after[0] == "と") and before.endswith(_CLOSED)
