"""Kept back: who spoke by an office alone, whose name the article tells further down."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.text import fullnames
from bot.readers.offline.text.passage import Passage


class _Known(Protocol):
    mention: Mention
    role: str | None


One = TypeVar("One", bound=_Known)


def one(known: Iterable[One], mention: Mention, passage: Passage) -> One | None:
    """The one who spoke as "its chief executive", where "The chief executive, Mira Solano," holds just that office."""
    owned = passage.language["grammar.possessives"] | passage.language["grammar.definite"]
    if not mention.role or _first(mention, passage) not in passage.language["grammar.definite"]:
        return None
    office = set(fullnames.words(mention.role)) - owned
    nameless = [known for known in known if known.mention.kind == "unnamed_person" and known.role]
    same = [known for known in nameless if set(fullnames.words(known.role or "")) - owned == office]
    return same[0] if len(same) == 1 and _first(same[0].mention, passage) in owned else None


def _first(mention: Mention, passage: Passage) -> str:
    return (passage.text[mention.start : mention.end].split(maxsplit=1) or [""])[0].lower()
