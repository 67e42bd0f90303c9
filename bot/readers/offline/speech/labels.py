"""Labels: the speaker's name and a colon before what they say, as in transcripts and headlines."""

import re

from bot.claims.reading import SourceKind
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.speech import corrections
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text import dateline
from bot.readers.offline.text.passage import Line, Passage

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}[\w.'’-]{{1,30}}"
_NAME = rf"(?:{_CAPITAL}[\w.'’-]{{0,30}}\s){{0,3}}{_WORD}"
_LABEL = re.compile(rf"[\"“”'‘’(\[]{{0,2}}({_NAME})(?:\s?:(?=\s)|(?<=[A-ZÀ-ÖØ-Þ]{{3}})\s[—–](?=\s))")
# "L. V. :", "LV:"
_INITIALS = re.compile(rf"((?:{_CAPITAL}\.?[\s-]?){{1,3}}{_CAPITAL}\.?)\s?:(?=\s)")

_OPENING = ("“", "„", "«", '"')

_HEADER = re.compile(
    r"(?:Headline|Title|Subtitle|Standfirst|Date|Publisher|Author|Byline|Source|URL|Note|Photo|Image)$"
)


Written = tuple[str, Place, Place]
"""A label, its place, and that of its colon or dash."""


def at(passage: Passage, line: Line, *, unknown: bool = False) -> tuple[Mention, Place] | None:
    """Who the sentence begins with, and where the colon stands; None for "Note:" and the like.

    With `unknown`, a single word in capitals may be somebody whom the article does not name otherwise.
    """
    found = written(passage, line)
    if found is None or (line.lead and _promises(passage, line, found[2][1])):
        return None
    name, place, colon = found
    person = passage.names.person(_untitled(name.title() if name.isupper() else name, passage))
    if person is not None:
        return Mention(*place, person, "person"), colon
    body = _body(name, passage) if passage.text[colon[1] : line.end].lstrip()[:1] in _OPENING else None
    if body is not None:
        return Mention(*place, body, "organisation", described=name), colon
    low = name.lower()
    kind = _kind(low, passage) if line.lead else None
    if kind is not None:
        return Mention(*place, name, kind, described=name), colon
    if unknown and name.isupper() and len(name) > 3 and " " not in name:
        return Mention(*place, name, "person", described=name), colon
    return None


def _promises(passage: Passage, line: Line, behind: int) -> bool:
    """ "Live updates" or "what we know of the crash" behind the colon of a headline."""
    language = passage.language
    said = [token for token in line.tokens if token.start >= behind]
    end = phrasing.phrase(said, 0, "sources.formats", language) if said else 0
    return end > 0 and (end == len(said) or said[end].low in language["grammar.prepositions"])


def _body(name: str, passage: Passage) -> str | None:
    """The one body with such a name, or that begins with it: "Norlin" of "Norlin Ferries"."""
    found = {body for body in passage.names.bodies if body == name or body.startswith(f"{name} ")}
    return found.pop() if len(found) == 1 else None


def _untitled(name: str, passage: Passage) -> str:
    """ "Prior" of "Ms Prior"."""
    words = name.split()
    while len(words) > 1 and passage.language.is_title(words[0].lower()):
        words.pop(0)
    return " ".join(words)


def written(passage: Passage, line: Line) -> Written | None:
    """As it stands there; None for "Note:" and the like."""
    stamped = bool(line.tokens) and dateline.hour(passage.text, line.start) is not None
    start = line.tokens[0].start if stamped else line.start  # behind "13:47"
    match = _LABEL.match(passage.text, start, line.end)
    if match is None or _HEADER.match(match[1]) or corrections.is_label(match[1], passage.language):
        return None
    return match[1], match.span(1), (match.end() - 1, match.end())


def initials(passage: Passage, line: Line) -> tuple[Mention, Place] | None:
    """Whose initials the sentence begins with: "L. V.:" for Laure Vidal; None where nobody, or more than one, has them."""
    match = _INITIALS.match(passage.text, line.start, line.end)
    if match is None:
        return None
    letters = [letter for letter in match[1] if letter.isalpha()]
    bearing = {name for name in passage.names.people if _first_letters(name, passage) == letters}
    if len(bearing) != 1:
        return None
    return Mention(*match.span(1), bearing.pop(), "person"), (match.end() - 1, match.end())


def _first_letters(name: str, passage: Passage) -> list[str]:
    parts = (part for part in re.split(r"[\s-]", name) if part.lower() not in passage.language["sources.particles"])
    return [part[0] for part in parts if part]


def _kind(low: str, passage: Passage) -> SourceKind | None:
    """Of a label in a headline: "Report: …", "Polizei: …"; none of "Analysis: …"."""
    language = passage.language
    if low in language["sources.documents"] - language["interviews.words"] - language["sources.genres"]:
        return "document"
    return "organisation" if low in language["sources.organisations"] else None
