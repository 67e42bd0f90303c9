"""Saying it once: the ledger's row and the message move together.

Progress is shown beside the work, which does not wait for it; what cannot be shown is left out, and never ends the work it is
about.
"""

from asyncio import CancelledError, Event, timeout
from collections.abc import Awaitable, Callable
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Self

from bot.beside import Beside
from bot.errors import ChatError, ChatRefused, ChatUntaken
from bot.intake.message import Place
from bot.ports import Chat, Entry, Library, ReplyState
from bot.reply.reply import AnswerReply, Note, Reply
from bot.row import LANDING_SECONDS, Row, Said

EDIT_SECONDS = 3.0
"""Slack's pace for edits of one message."""

LASTING_SECONDS = 1.0
"""What is shown gives way to a later stage of the work once that has lasted so long: most are over sooner."""


Compose = Callable[[], Awaitable[Reply | None]]
"""Makes a piece of progress when its turn has come; None when there is nothing to show after all."""


def as_it_is(reply: Reply) -> Compose:
    """For what is composed already."""

    async def compose() -> Reply:
        return reply

    return compose


class _Overtaken(Exception):
    """Another run of the same job posts."""


class Telling:
    """One reply in the making. Made by `Telling.of`.

    Whoever shows progress does so within `async with`, so that nothing goes on beside a job that has ended.
    """

    def __init__(self, chat: Chat, row: Row) -> None:
        self._chat = chat
        self._row = row
        self._edited = 0.0
        self._stream: str | None = None
        self._beside = Beside()
        self._ending = Event()
        self._stage = ""
        self._is_seen = False  # whoever waits sees that something is being done

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
        in_doubt: bool = False,
    ) -> "Telling":
        """Take up the row for this place and link; a post that may have gone out is looked for `after` that ts. With `in_doubt` any
        may have that the row does not know of."""
        row = Row(library, chat, await library.entry(place, link, request), after, landing)
        if in_doubt and row.entry.state == "new":
            await row.moves_first("posting")
        await row.look_for_it()
        return cls(chat, row)

    @property
    def entry(self) -> Entry:
        """The ledger row as it stands."""
        return self._row.entry

    @property
    def is_done(self) -> bool:
        """As `Row.is_done`."""
        return self._row.is_done

    async def reopen(self) -> None:
        """Somebody asked to try again: the message that is there will be replaced."""
        self._ending.clear()
        if self.is_done:
            await self._row.move("posted" if self.entry.ts else "new")

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
        if self._stream is not None:
            with suppress(ChatError):
                await self._chat.stream(self.entry.place, self._stream, reply, user=user)
        elif self.entry.state == "new":
            with suppress(ChatError, _Overtaken):
                await self._open(reply, user)

    async def _open(self, reply: AnswerReply, user: str | None) -> None:
        place = self.entry.place
        self._stream = await self._chat.stream(place, None, reply, user=user, begin=self._begin_or_yield)
        if self._stream is not None:
            await self._row.move("posted", ts=self._stream)
        elif self.entry.state == "posting":
            await self._row.move("new")  # it was refused

    async def final(self, reply: Reply, said: Said | None = None, *, failed: bool = False) -> None:
        """Say it, for good. Saying it again replaces what stands there. Raises `ChatError`."""
        self._ending.set()
        await self._beside.settled()
        await self._row.look_for_it()
        said = said or Said()
        end: ReplyState = "failed" if failed else "done"
        while self.entry.ts is None:
            if await self._post(reply, end, said):
                return
            await self._row.look_for_it()
        if self._stream is not None and isinstance(reply, AnswerReply):
            await self._chat.finish(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        else:
            await self._chat.update(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        await self._row.move(end, said=said)

    async def nothing(self, *, failed: bool = False) -> None:
        """Decide, for good, to stay silent; where it `failed`, until somebody asks again."""
        if not self.is_done:
            await self._row.move("failed" if failed else "done")

    async def _post(self, reply: Reply, then: ReplyState, said: Said | None = None, *, optional: bool = False) -> bool:
        """False, and nothing sent, where another run of the same job was before us."""
        try:
            ts = await self._chat.post(
                self.entry.place, reply, mark=self.entry.id, optional=optional, begin=self._begin_or_yield
            )
        except _Overtaken:
            return False
        except (ChatRefused, ChatUntaken):
            if self.entry.state == "posting":
                await self._row.move("new")  # nothing was posted, so nothing has to be looked for
            raise
        if ts is not None:
            await self._row.move(then, ts=ts, said=said)
        return True

    async def _begin_or_yield(self) -> None:
        """Written only when the post's turn has come: whoever is stopped while it waits has sent nothing."""
        if not await self._row.begins():
            raise _Overtaken
