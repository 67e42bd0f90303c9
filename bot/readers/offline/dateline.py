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
    r"(?:[01]?\d|2[0-3])(?::|\.|\s?h\s?)[0-5]\d(?:\s?(?:[ap]\.?m\.?|Uhr|h|GMT|CET|BST|ET))?(?=$|\s|[:,.–—-])"
)


def end(text: str, start: int, stop: int) -> int:
    """Where the story begins that opens at `start` with a dateline; `start` where it has none."""
    match = _DATELINE.match(text, start, min(stop, start + 120))
    return match.end() if match and match.end() < stop else start


def stamped(text: str, start: int) -> bool:
    """A paragraph that begins with an hour: "10:42", "9.15am", "14h30"."""
    return _STAMP.match(text, start) is not None
