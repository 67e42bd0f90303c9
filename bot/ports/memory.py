"""What was read before, found again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.article.article import Article
from bot.claims.grammar.terms import Alternatives
from bot.claims.reading import Reading, Report
from bot.intake.message import Place


@dataclass(frozen=True, slots=True)
class Found:
    """A claim or a denial (`item` is its id in `reading`) as it was told at `place`, in the message `ts`."""

    article: Article
    reading: Reading
    kind: Literal["claim", "denial"]
    item: str
    place: Place
    ts: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found, newest first, each once an article; `more` were found and left out."""

    found: Sequence[Found] = ()
    more: int = 0


class Memory(Protocol):
    """What was read before. Every call names the workspace and the channels that whoever asks can see."""

    async def remember(self, team: str, reading_id: str, report: Report) -> None:
        """Make a kept reading one that can be found. Again is harmless; it goes when the reading goes."""
        ...

    async def find(self, team: str, asked: Alternatives, channels: Collection[str], *, limit: int) -> Hits:
        """Claims and denials that have a term of each group."""
        ...

    async def seen(
        self, team: str, article_id: str, report: Report, channels: Collection[str]
    ) -> Mapping[str, Sequence[Found]]:
        """Where other articles made the same claims, by the claim's id; a few articles each."""
        ...
