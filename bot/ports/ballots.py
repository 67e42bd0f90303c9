"""What people think of what we said: votes, and what they say is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.article.article import Article
from bot.claims.reading import Reading
from bot.ports.library import Entry


@dataclass(frozen=True, slots=True)
class Remarked:
    """What one person says is wrong: `claim` is an id of the reading, empty where it is about none of its claims."""

    what: str
    claim: str
    comment: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Ballot:
    """All that was thought of one reading. `good` and `bad` count people; `bad_at` is when the last of these voted."""

    article: Article
    reading: Reading
    good: int
    bad: int
    bad_at: datetime | None
    remarks: tuple[Remarked, ...]


class Ballots(Protocol):
    """Raises `LibraryError`."""

    async def keep(self, entry: Entry, user: str, what: str, claim: str, comment: str) -> None:
        """What somebody says is wrong with a reply; the same said again of the same claim replaces it."""
        ...

    async def all(self) -> Sequence[Ballot]:
        """Every reading of every workspace that somebody voted on or remarked about: for the operator."""
        ...
