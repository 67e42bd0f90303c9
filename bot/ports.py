"""The peers we work with, on one page. Adapters satisfy these; `tests/fakes.py` does too."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.article.article import Article
from bot.article.page import Page
from bot.article.validators import Validators
from bot.claims.answer import Answer
from bot.claims.form import AnswerDraft, AnswerForm, Complaint, Draft, Form
from bot.claims.reading import ReaderInfo, Reading
from bot.intake.allowance import Meter
from bot.intake.message import Place
from bot.intake.task import Task
from bot.reply.reply import AnswerReply, Reply


class NotModified(Exception):
    """Raised by `Web.fetch` when the page is still the one that the `known` validators name."""


class Web(Protocol):
    """The open web. One deadline and a size cap over everything; public addresses only."""

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        """Raises `WebError`; `PageError` where status or headers already say what stands in the way.

        With the validators of an earlier page (`article.validators`) it may raise `NotModified`: what was read then
        still stands. Servers are free to send the page anyway, so a page that comes may be the same.
        """
        ...


class Press(Protocol):
    """Makes an article of a page, away from the event loop, within a deadline."""

    async def article(self, page: Page) -> Article:
        """Raises `PageError`."""
        ...


class Reader(Protocol):
    """Who fills the form. `check` is ours: its complaints are what a model is asked again about."""

    info: ReaderInfo

    def read(self, article: Article, check: Callable[[Form], Sequence[Complaint]]) -> AsyncGenerator[Draft]:
        """Growing drafts, the last one with `done`. Raises `ReaderError`."""
        ...

    def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: Callable[[AnswerForm], Sequence[Complaint]],
    ) -> AsyncGenerator[AnswerDraft]:
        """`earlier` holds (question, answer) of this thread, oldest first. Raises `ReaderError`."""
        ...


ReplyState = Literal["new", "posting", "posted", "done", "failed"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the ledger of replies.

    `id` travels in the message's metadata; `link` is the article's key, or `question:<ts>` for an answer;
    `new` nothing was sent, `posting` it may have been, `posted` it is there under `ts`, `done` it is final.
    `request` is the task, as JSON, that *Try again* repeats.
    """

    id: str
    place: Place
    link: str
    state: ReplyState
    ts: str | None = None
    article: str | None = None
    reading: str | None = None
    request: str = ""


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


class Library(Protocol):
    """What is kept. Every call names the workspace; nothing crosses from one to another."""

    async def article(self, team: str, key: str) -> tuple[str, Article] | None:
        """The stored article under its normalised address, with its row id, or None."""
        ...

    async def keep_article(self, team: str, keys: Sequence[str], article: Article) -> str:
        """Store once under all its addresses; the row id."""
        ...

    async def reading(self, team: str, digest: str, reader: ReaderInfo) -> Reading | None: ...

    async def keep_reading(self, team: str, article_id: str, digest: str, reading: Reading) -> str: ...

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

    async def thread_reports(self, place: Place) -> Sequence[tuple[Entry, Article, Reading]]:
        """What was read in this thread, oldest first; the thread's root may be our own message."""
        ...

    async def keep_answer(self, place: Place, message: str, answer: Answer, *, user: str | None) -> None: ...

    async def answer_to(self, place: Place, message: str) -> Answer | None: ...

    async def earlier(self, place: Place, *, limit: int = 6) -> Sequence[tuple[str, str]]:
        """(question, answer) of this thread, oldest first, the last `limit` of them."""
        ...

    async def keep_vote(self, entry: Entry, user: str, *, good: bool) -> None:
        """What one person thinks of one reply; the last vote counts."""
        ...

    async def votes(self, entry: Entry) -> Mapping[str, bool]:
        """The votes on a reply, by user."""
        ...

    async def recent(self, team: str, channel: str, *, limit: int = 10) -> Sequence[Recent]:
        """What was read in this channel, newest first."""
        ...


class Meters(Protocol):
    """What was used. Counts survive restarts, hold across processes, and count one key once."""

    async def take(self, meter: Meter, key: str) -> bool:
        """Count one under `key`. False, and nothing counted, when the meter shows its most already."""
        ...

    async def add(self, meter: Meter, key: str, amount: int) -> None:
        """Count `amount` under `key`, whatever the meter shows: it was used."""
        ...

    async def used(self, meter: Meter) -> int: ...

    async def first(self, team: str, key: str) -> bool:
        """True for the first who asks with this key."""
        ...


class Keeping(Protocol):
    """What is not kept for ever. Raises `LibraryError`."""

    async def purge(self, before: datetime) -> int:
        """Delete what was last of use before then and that nobody works on, in small batches; how many rows."""
        ...

    async def forget_team(self, team: str) -> bool:
        """Delete all that is kept of a workspace, waiting jobs included; False while some job of it still runs."""
        ...

    async def threads_about(self, team: str, channel: str, key: str) -> Sequence[str]:
        """The roots of the channel's threads where the article with this key was read."""
        ...

    async def forget_threads(
        self, team: str, channel: str, threads: Sequence[str], key: str | None = None
    ) -> int | None:
        """Delete what is kept of these threads; and their articles, and the one with this key, unless some other
        reply of the workspace is about them.

        How many replies, answers and articles; None, and nothing deleted, while a job in the threads is unfinished.
        """
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """A task that was accepted. `attempt` counts from 1; `last` means that no other attempt follows."""

    id: str
    task: Task
    attempt: int
    last: bool
    accepted_at: datetime


class Later(Exception):
    """Raised by a job's work: not now, try again in `seconds`. Counts as an attempt unless `free`."""

    def __init__(self, seconds: float, *, free: bool = False) -> None:
        super().__init__(f"again in {seconds:g} s")
        self.seconds = seconds
        self.free = free


class Jobs(Protocol):
    """The durable queue. A job may run more than once; work must bear that."""

    async def accept(self, task: Task) -> bool:
        """One durable write. False when a task with this key was accepted before. Raises `LibraryError`."""
        ...

    async def work(self, run: Callable[[Job], Awaitable[None]], *, concurrency: int) -> None:
        """Run jobs until cancelled: lanes in parallel, within a lane in order. An exception is another attempt,
        with growing pauses, until the attempts are spent."""
        ...

    async def idle(self) -> bool:
        """Nothing waits and nothing runs."""
        ...


class Chat(Protocol):
    """Slack, or whatever stands in for it. Raises `ChatError`.

    `optional` is progress: it is left out, with None or False, when answers need the room. `mark` travels
    in the message's metadata, so that our own post can be found again after a crash.
    """

    async def post(self, place: Place, reply: Reply, *, mark: str, optional: bool = False) -> str | None:
        """Post into the thread, or into the channel; the ts."""
        ...

    async def update(self, place: Place, ts: str, reply: Reply, *, mark: str, optional: bool = False) -> bool:
        """Replace the message in place."""
        ...

    async def find(self, place: Place, mark: str, *, after: str | None = None) -> str | None:
        """The ts of our message with this mark; with `after`, also of an unfinished stream since then."""
        ...

    async def status(self, place: Place, text: str) -> bool:
        """Show progress beside the thread; empty text clears it. False where that is not available."""
        ...

    async def whisper(self, place: Place, user: str, reply: Reply) -> None:
        """For one person only."""
        ...

    async def respond(self, response_url: str, reply: Reply, *, public: bool) -> None:
        """Answer a slash command where it was run."""
        ...

    async def root_links(self, place: Place) -> tuple[str, ...]:
        """The links in the root message of the thread."""
        ...

    def permalink(self, place: Place, ts: str) -> str | None:
        """An address that opens our message, or None."""
        ...

    async def stream(self, place: Place, ts: str | None, reply: AnswerReply, *, user: str | None) -> str | None:
        """Show an answer as it grows: opens with `ts` None; None where streams are not to be had."""
        ...

    async def finish(self, place: Place, ts: str, reply: AnswerReply, *, mark: str) -> None:
        """End what `stream` opened, with the whole answer."""
        ...
