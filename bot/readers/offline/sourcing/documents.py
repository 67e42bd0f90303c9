"""Documents: whose report "the report" is."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_REACH = 160
_WRITTEN = [
    "written",
    "authored",
    "published",
    "conducted",
    "compiled",
    "prepared",
    "released",
    "produced",
    "issued",
    "undertaken",
    "presented",
    "submitted",
]


def author(text: str, noun: str, bodies: Sequence[tuple[int, int, str]], language: Language) -> str | None:
    """The body that the article names most often as the author of its "report", "study" …; the first of several.

    `bodies` are (place, sentence, full name). "the Institute's report", "a report by the Institute" and "the Institute …
    submitted its report" name one; a body that merely stands nearby is none.
    """
    alike = language["sources.reports"]
    if noun not in alike:
        return None
    for words in ((noun,), alike):
        found = [name for place, _, name in bodies if _writes(text, place, name, words)]
        if found:
            return max(found, key=found.count)
    return None


def introduced(words: Sequence[Token], language: Language) -> Token | None:
    """The noun of "a letter", which a sentence tells of for the first time."""
    opening, nouns = language["grammar.indefinite"], language["sources.documents"]
    return next((b for a, b in pairwise(words) if a.low in opening and b.low in nouns), None)


def _writes(text: str, place: int, name: str, nouns: Collection[str]) -> bool:
    if not text.startswith(name, place):
        return False
    either = "|".join(map(re.escape, nouns))
    after = text[place + len(name) : place + len(name) + _REACH].split("\n", maxsplit=1)[0].split(". ", maxsplit=1)[0]
    ahead = text[max(0, place - 60) : place].rsplit("\n", maxsplit=1)[-1]
    by = re.search(rf"\b(?:{either})((?:\s[\w-]{{1,30}}){{0,3}})\s(?:by|from)\s(?:the\s)?$", ahead)
    return bool(
        re.match(rf"(?:['’]s(?:\s[\w-]{{1,30}}){{0,2}})?\s(?:{either})\b", after)
        or re.search(rf"\b(?:its|their)(?:\s[\w-]{{1,30}}){{0,2}}\s(?:{either})\b", after)
        or (by and not _done_to(by[1].split()))
    )


def _done_to(words: Sequence[str]) -> bool:
    """ "The study was funded by": what is done to it makes nobody its author."""
    done = [word for word in words if word.endswith(("ed", "en")) or word == "seen"]
    return any(word not in _WRITTEN for word in done)
