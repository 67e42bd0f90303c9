"""Those of whom a sentence speaks, and which of them a pronoun fits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from bot.claims.grammar.kinds import BODIES
from bot.claims.grammar.quotation import quotations
from bot.claims.people.entities import Entity
from bot.claims.people.namings import WORD

_FAR = 1000
_AHEAD = 3  # words before the name with which a sentence begins that "it" may mean
START = 30  # characters within which a sentence begins with its subject
_INVERTED = re.compile(r"[,»”\"“]\s*(?:según |so |wie |a |ha |hat |had |has )?$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody at `start:end` of a sentence, by a name or a noun; without an entity, one whom the article does not name.

    `free`: governed by no preposition, and nobody's owner.
    """

    start: int
    end: int
    entity: Entity | None
    kinds: frozenset[str]
    free: bool


Fits = Callable[[Spoken], bool]


@lru_cache(maxsize=2048)
def quotes(text: str) -> tuple[tuple[int, int], ...]:
    return quotations(text)


def unquoted(text: str, quotes: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(quotes):
        text = text[:start] + text[end:]
    return text


def apart(text: str, at: int, spoken: Spoken, *, inserted: bool) -> int:
    """Characters between a verb of saying and who says it, who follows where a mark stands before the verb, unless that ends
    what is `inserted` behind a name."""
    if _INVERTED.search(text, 0, at) and not inserted:
        return spoken.start - at if spoken.start > at else _FAR + at - spoken.end
    return at - spoken.end if spoken.end <= at else _FAR // 2 + spoken.start - at


def inside(place: int, quotes: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= place < end for start, end in quotes)


def opens(text: str, spoken: Spoken) -> bool:
    """Whether the sentence begins with it, or nearly."""
    return len(WORD.findall(text[: spoken.start])) <= _AHEAD


def is_person(spoken: Spoken) -> bool:
    return "person" in spoken.kinds


def is_body(spoken: Spoken) -> bool:
    return bool(spoken.kinds & set(BODIES)) and not (spoken.entity and spoken.entity.place)


def fitting(kind: str) -> Fits:
    def gender(spoken: Spoken, *, feminine: bool) -> bool:
        return spoken.entity is None or spoken.entity.feminine is None or spoken.entity.feminine == feminine

    return {
        "he": lambda s: is_person(s) and gender(s, feminine=False),
        "she": lambda s: is_person(s) and gender(s, feminine=True),
        "it": is_body,
        "they": is_body,
        "m": lambda s: is_body(s) or (is_person(s) and gender(s, feminine=False)),
        "f": lambda s: is_body(s) or (is_person(s) and gender(s, feminine=True)),
    }.get(kind, lambda s: is_body(s) or is_person(s))
