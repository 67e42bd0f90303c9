"""Datelines and time stamps: what stands before a story or a live entry and is no part of what anybody says."""

import re

_DAY = r"[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?"
_AGENCY = r"\s?\([^()\n]{2,30}\)"
_DASH = r"\s?\.?\s?(?:-{1,2}|[–—])\s"
_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’-]+"
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]+"
# "CALDER CITY, Nov 4 - ", "OSTBURG, Nov 3 (Agency) - ", "LONDON — "; in small letters only with an agency: "Berlin (dpa) - ".
_DATELINE = re.compile(
    rf"(?:{_UPPER}(?:[ /-]{_UPPER}){{0,3}}(?:,\s(?:{_NAME}\s?){{1,2}}?)?(?:,\s(?:{_DAY}))?(?:{_AGENCY})?"
    rf"|{_NAME}(?:\s{_NAME}){{0,3}}(?:,\s(?:{_DAY}))?{_AGENCY}){_DASH}"
)
_STAMP = re.compile(
    r"(?:\+{2,3}\s?)?([01]?\d|2[0-3])(?::|\.|\s?h\s?)([0-5]\d)(?:\s?([ap])\.?m\b\.?|\s?(?:Uhr|h|GMT|CET|BST|ET))?(?=$|\s|[:,.–—-])"
)
# "15:55 ", "14h30 – ", "9.15am: ", "10.20 Uhr | "; "7.30" alone may be a figure.
_ZONE = r"(?:[ap]\.?m\.?|Uhr|GMT|UTC|CES?T|BST|E[SD]?T)"
_CLOCK = re.compile(
    rf"(?:[01]?\d|2[0-3])(?:(?::|\s?h\s?)[0-5]\d(?:\s?{_ZONE})?|\.[0-5]\d\s?{_ZONE})(?![\w%])\s?[:,.|–—-]{{0,2}}\s+(?=[\"“„«‘']?[A-ZÀ-Þ])"
)


def end(text: str, start: int, stop: int) -> int:
    """Where the story begins that opens at `start` with the hour of a live entry or a dateline; `start` where it has none."""
    for before in (_CLOCK, _DATELINE):
        match = before.match(text, start, min(stop, start + 120))
        start = match.end() if match and match.end() < stop else start
    return start


def stamped(text: str, start: int) -> bool:
    """A paragraph that begins with an hour: "10:42", "9.15am", "14h30", "+++ 18.05 Uhr"."""
    return _STAMP.match(text, start) is not None


def hour(text: str, start: int) -> int | None:
    """The minutes since midnight at which the entry was written that begins at `start`; None where it has no hour."""
    match = _STAMP.match(text, start)
    if match is None:
        return None
    twelve = {"a": 0, "p": 12}.get(match[3] or "")
    hours = int(match[1]) if twelve is None else int(match[1]) % 12 + twelve
    return 60 * hours + int(match[2])
