"""Labels: the speaker's name and a colon before what they say, as in transcripts and headlines."""

import re

from bot.readers.offline import corrections
from bot.readers.offline.mentions import Mention
from bot.readers.offline.passage import Line, Passage

_LABEL = re.compile(r"[\"“”'‘’(\[]{0,2}((?:[A-Z][\w.'’-]{0,30}\s){0,3}[A-Z][\w.'’-]{1,30}):(?=\s)")

_HEADER = re.compile(
    r"(?:Headline|Title|Subtitle|Standfirst|Date|Publisher|Author|Byline|Source|URL|Note|Photo|Image)$"
)


def at(passage: Passage, line: Line, *, unknown: bool = False) -> tuple[Mention, tuple[int, int]] | None:
    """Who the sentence begins with, and where the colon stands; None for "Note:" and the like.

    With `unknown`, a single word in capitals may be somebody whom the article does not name otherwise.
    """
    match = _LABEL.match(passage.text, line.start, line.end)
    if match is None:
        return None
    name = match[1]
    if _HEADER.match(name) or corrections.is_label(name, passage.language):
        return None
    colon = (match.end() - 1, match.end())
    person = passage.names.person(name.title() if name.isupper() else name)
    if person is not None:
        return Mention(match.start(1), match.end(1), person, "person"), colon
    low = name.lower()
    if line.lead and (low in passage.language["sources.documents"] or low in passage.language["sources.organisations"]):
        kind = "document" if low in passage.language["sources.documents"] else "organisation"
        return Mention(match.start(1), match.end(1), name, kind, described=name), colon  # type: ignore[arg-type]  # one of two kinds
    if unknown and name.isupper() and len(name) > 3 and " " not in name:
        return Mention(match.start(1), match.end(1), name, "person", described=name), colon
    return None
