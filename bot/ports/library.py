"""What is kept, and the ledger of what was said."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, Protocol

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.reading import ReaderInfo, Reading
from bot.intake.look import Shelfmark
from bot.intake.message import Place

ReplyState = Literal["new", "posting", "posted", "done", "failed"]


QUESTION: Final = "question:"
"""The ledger's links of answers begin so."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger of replies.

    `id` travels in the message's metadata; `link` names what is told at the place: an article by its key, else a word and what it
    is about, as `question:<ts>` for an answer; `new` nothing was sent, `posting` it may have been, `posted` it is there under `ts`, `done` it is final.
    `request` is the task, as JSON, that *Try again* repeats; `moved` is when it came to this state.
    """

    id: str
    place: Place
    link: str
    state: ReplyState
    ts: str | None = None
    article: str | None = None
    reading: str | None = None
    request: str = ""
    moved: datetime | None = field(default=None, compare=False)

    @property
    def is_answer(self) -> bool:
        return self.link.startswith(QUESTION)


@dataclass(frozen=True, slots=True)
class Recent:
    """One line of `/claims recent`."""

    title: str
    url: str | None
    place: Place
    ts: str
    at: datetime
    claims: int
    denials: int
    shelfmark: Shelfmark


class Library(Protocol):
    """What is kept. Every call names the workspace; nothing crosses from one to another. Raises `LibraryError`."""

    async def article(self, team: str, key: str) -> tuple[str, Article] | None:
        """The stored article under its normalised address, with its row id, or None."""
        ...

    async def keep_article(self, team: str, keys: Sequence[str], article: Article) -> str:
        """Store once under all its addresses; the row id."""
        ...

    async def reading(self, team: str, digest: str, reader: ReaderInfo) -> Reading | None:
        """What this reader, with this model and prompt, made of the text with this digest."""
        ...

    async def keep_reading(self, team: str, article_id: str, digest: str, reading: Reading) -> str:
        """Store once for its text and reader; the row id."""
        ...

    async def kept_reading(self, team: str, shelfmark: Shelfmark) -> tuple[Article, Reading] | None:
        """What is kept there, or None when either is gone."""
        ...

    async def entry(self, place: Place, link: str, request: str) -> Entry:
        """The ledger row for this place and link; made, as `new`, when there is none. Safe to race."""
        ...

    async def entry_by_ts(self, team: str, channel: str, ts: str) -> Entry | None:
        """The row whose message this is."""
        ...

    async def move(
        self,
        entry: Entry,
        state: ReplyState,
        *,
        ts: str | None = None,
        article: str | None = None,
        reading: str | None = None,
    ) -> Entry:
        """Write the next state; the new row."""
        ...

    async def move_first(self, entry: Entry, state: ReplyState, *, ts: str | None = None) -> Entry | None:
        """As `move`, for the first who moves the row since `entry` was read; None, and nothing written, for all others.

        Two runs of one job may be under way at once, when one was taken for dead: only one of them posts.
        """
        ...

    async def thread_reports(self, place: Place) -> Sequence[tuple[Entry, Article, Reading]]:
        """What was read in this thread, oldest first; the thread's root may be our own message."""
        ...

    async def thread_answers(self, place: Place) -> Sequence[Entry]:
        """The rows of answers from an article that were told in this thread, oldest first."""
        ...

    async def is_reading(self, team: str, channel: str, *, since: datetime) -> bool:
        """Whether a reply of this channel that was begun since then, and answers no question, is not final yet."""
        ...

    async def keep_answer(self, place: Place, message: str, answer: Answer, *, user: str | None) -> None:
        """The last to a message stays; `user` asked."""
        ...

    async def answer_to(self, place: Place, message: str) -> Answer | None:
        """What was kept for the question in this message."""
        ...

    async def earlier(self, place: Place, *, limit: int = 6) -> Sequence[tuple[str, str]]:
        """(question, answer) of this thread, oldest first, the last `limit` of them."""
        ...

    async def keep_vote(self, entry: Entry, user: str, *, good: bool) -> None:
        """What one person thinks of one reply; the last vote counts."""
        ...

    async def votes(self, entry: Entry) -> Mapping[str, bool]:
        """The votes on a reply, by user."""
        ...

    async def recent(self, team: str, channels: Collection[str], *, limit: int = 10) -> Sequence[Recent]:
        """What was read in these channels, newest first."""
        ...
