"""Saying it once: the ledger row and the message move together.

    new ──> posting ──> posted ──> done
                             └───> failed ──(try again)──> posted

`posting` is written when a post's turn has come, before anything is sent. Whoever finds it does not know whether the
message went out, and looks for the row's mark in the thread before posting again. Progress is shown beside the work, which
does not wait for it; what cannot be shown is left out, and never ends the work it is about.
"""

from asyncio import CancelledError, Event, sleep, timeout
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from types import TracebackType
from typing import Self

from bot.beside import Beside
from bot.errors import ChatBusy, ChatError, ChatRefused
from bot.intake.message import Place
from bot.ports import Chat, Entry, Library, ReplyState
from bot.reply.reply import AnswerReply, Note, Reply

EDIT_SECONDS = 3.0
"""Slack's pace for edits of one message."""

LANDING_SECONDS = 3.0
"""A message that was sent may still be on its way when its sender is dead: it is looked for no sooner."""

LASTING_SECONDS = 1.0
"""What is shown gives way to a later stage of the work once that has lasted so long: most are over sooner."""

FRESH_SECONDS = 1.0
"""A mark that took longer to write is written once more: whoever looks for the message counts from when it was made."""


Compose = Callable[[], Awaitable[Reply | None]]
"""Makes a piece of progress when its turn has come; None when there is nothing to show after all."""


def as_it_is(reply: Reply) -> Compose:
    """For what is composed already."""

    async def compose() -> Reply:
        return reply

    return compose


@dataclass(frozen=True, slots=True)
class Said:
    """What a final reply is about, for the ledger."""

    article: str | None = None
    reading: str | None = None


class _Overtaken(Exception):
    """Another run of the same job posts."""


class Telling:
    """One reply in the making. Made by `Telling.of`; `entry` is the ledger row as it stands.

    Whoever shows progress does so within `async with`, so that nothing goes on beside a job that has ended.
    """

    def __init__(self, library: Library, chat: Chat, entry: Entry, after: str, landing: float) -> None:
        self._library = library
        self._landing = landing
        self._chat = chat
        self._after = after
        self._edited = 0.0
        self._stream: str | None = None
        self._beside = Beside()
        self._ending = Event()
        self._stage = ""
        self._is_seen = False  # whoever waits sees that something is being done
        self.entry = entry

    @classmethod
    async def of(
        cls,
        library: Library,
        chat: Chat,
        place: Place,
        link: str,
        request: str,
        *,
        after: str,
        landing: float = LANDING_SECONDS,
    ) -> "Telling":
        """Take up the row for this place and link; a post that may have gone out is looked for `after` that ts."""
        telling = cls(library, chat, await library.entry(place, link, request), after, landing)
        await telling._look_for_it()
        return telling

    @property
    def is_done(self) -> bool:
        return self.entry.state in ("done", "failed")

    async def reopen(self) -> None:
        """Somebody asked to try again: the message that is there will be replaced."""
        self._ending.clear()
        if self.is_done:
            await self._move("posted" if self.entry.ts else "new")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, CancelledError):
            await self._beside.stopped()
        else:
            self._ending.set()
            await self._beside.settled()

    @property
    def takes_progress(self) -> bool:
        """Whether progress would be shown now; else nothing need be composed."""
        return monotonic() - self._edited >= EDIT_SECONDS and self._has_room

    @property
    def _has_room(self) -> bool:
        return self._chat.has_room(self.entry.place, new=self.entry.ts is None)

    def stage(self, doing: str, *, in_thread: bool) -> None:
        """Show beside the thread what is being done now; where that cannot be, in the line that stands in it, or, `in_thread`,
        in a new one."""
        self._stage = doing
        self._beside.run(lambda: self._show_stage(doing, in_thread))

    def progress(self, compose: Compose, *, stage: str = "") -> None:
        """Show what is known so far, at Slack's pace, or at once where it tells of another `stage`; left out when answers need
        the room or Slack is away."""
        if self.takes_progress or (stage != self._stage and self._has_room):
            self._edited, self._stage = monotonic(), stage
            self._beside.run(lambda: self._show(compose))

    def grow(self, reply: AnswerReply, *, user: str | None) -> None:
        """Stream an answer as it comes; of what comes while Slack is slow, only the newest goes out."""
        self._beside.run(lambda: self._append(reply, user))

    async def is_shown(self) -> bool:
        """Whether there is a message that has to be replaced."""
        await self._beside.settled()
        return self.entry.ts is not None

    async def _show_stage(self, doing: str, in_thread: bool) -> None:
        if self._is_seen and not await self._lasts():
            return
        beside = await self._chat.status(self.entry.place, doing)
        line = not beside and (self.entry.ts is not None or (in_thread and not self._is_seen)) and self._has_room
        self._is_seen = self._is_seen or beside or line
        if line:
            self._edited = monotonic()
            await self._show(as_it_is(Note(doing)))

    async def _lasts(self) -> bool:
        with suppress(TimeoutError):
            async with timeout(LASTING_SECONDS):
                await self._ending.wait()
        return not self._ending.is_set()

    async def _show(self, compose: Compose) -> None:
        reply = await compose()
        if reply is None:
            self._edited = 0.0  # the next piece need not wait for one that was not shown
        if reply is None or self._ending.is_set():
            return
        with suppress(ChatError):
            if self.entry.ts is not None:
                await self._chat.update(self.entry.place, self.entry.ts, reply, mark=self.entry.id, optional=True)
            elif self.entry.state == "new":
                await self._post(reply, "posted", optional=True)

    async def _append(self, reply: AnswerReply, user: str | None) -> None:
        if self._stream is None and not (self.entry.state == "new" and await self._begins()):
            return
        with suppress(ChatError):
            ts = await self._chat.stream(self.entry.place, self._stream, reply, user=user)
            if self._stream is None:
                self._stream = ts
                await self._move("posted" if ts else "new", ts=ts)

    async def final(self, reply: Reply, said: Said | None = None, *, failed: bool = False) -> None:
        """Say it, for good. Saying it again replaces what stands there. Raises `ChatError`."""
        self._ending.set()
        await self._beside.settled()
        await self._look_for_it()
        said = said or Said()
        end: ReplyState = "failed" if failed else "done"
        while self.entry.ts is None:
            if await self._post(reply, end, said):
                return
            await self._look_for_it()
        if self._stream is not None and isinstance(reply, AnswerReply):
            await self._chat.finish(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        else:
            await self._chat.update(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        await self._move(end, said=said)

    async def nothing(self, *, failed: bool = False) -> None:
        """Decide, for good, to stay silent; where it `failed`, until somebody asks again."""
        if not self.is_done:
            await self._move("failed" if failed else "done")

    async def _post(self, reply: Reply, then: ReplyState, said: Said | None = None, *, optional: bool = False) -> bool:
        """False, and nothing sent, where another run of the same job was before us."""
        try:
            ts = await self._chat.post(
                self.entry.place, reply, mark=self.entry.id, optional=optional, begin=self._begin_or_yield
            )
        except _Overtaken:
            return False
        except (ChatRefused, ChatBusy):
            if self.entry.state == "posting":
                await self._move("new")  # nothing was posted, so nothing has to be looked for
            raise
        if ts is not None:
            await self._move(then, ts=ts, said=said)
        return True

    async def _begin_or_yield(self) -> None:
        """Written only when the post's turn has come: whoever is stopped while it waits has sent nothing."""
        if not await self._begins():
            raise _Overtaken

    async def _begins(self) -> bool:
        """Whether it is we who post: two runs of one job may be under way, when one was taken for dead."""
        began, moved = monotonic(), await self._moves_first("posting")
        if moved and monotonic() - began > FRESH_SECONDS:
            moved = await self._moves_first("posting")
        return moved

    async def _look_for_it(self) -> None:
        """Where a message may have gone out, find out whether it did."""
        while self.entry.state == "posting":
            await sleep(_left(self._landing, self.entry.moved))
            ts = await self._chat.find(self.entry.place, self.entry.id, after=self._after)
            if ts is not None and await self._library.entry_by_ts(self.entry.place.team, self.entry.place.channel, ts):
                ts = None  # an unmarked message that another row already owns
            await self._moves_first("posted" if ts else "new", ts=ts)

    async def _moves_first(self, state: ReplyState, *, ts: str | None = None) -> bool:
        """Whether the row was still as we knew it; as it stands now, it is known in any case."""
        moved = await self._library.move_first(self.entry, state, ts=ts)
        self.entry = moved or await self._library.entry(self.entry.place, self.entry.link, self.entry.request)
        return moved is not None

    async def _move(self, state: ReplyState, *, ts: str | None = None, said: Said | None = None) -> None:
        said = said or Said()
        self.entry = await self._library.move(self.entry, state, ts=ts, article=said.article, reading=said.reading)


def _left(seconds: float, since: datetime | None) -> float:
    """What is left of them; all, at most, where two machines' clocks differ."""
    gone = (datetime.now(UTC) - since).total_seconds() if since else 0.0
    return min(seconds, max(0.0, seconds - gone))
