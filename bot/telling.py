"""Saying it once: the ledger row and the message move together.

    new ──> posting ──> posted ──> done
                             └───> failed ──(try again)──> posted

`posting` is written before anything is sent. Whoever finds it does not know whether the message went out,
and looks for the row's mark in the thread before posting again. Progress that cannot be shown is left out: it
never ends the work it is about.
"""

from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from bot.errors import ChatBusy, ChatError, ChatRefused
from bot.intake.message import Place
from bot.ports import Chat, Entry, Library, ReplyState
from bot.reply.reply import AnswerReply, Reply

EDIT_SECONDS = 3.0
"""Slack's pace for edits of one message."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a final reply is about, for the ledger."""

    article: str | None = None
    reading: str | None = None


class Telling:
    """One reply in the making. Made by `Telling.of`; `entry` is the ledger row as it stands."""

    def __init__(self, library: Library, chat: Chat, entry: Entry, after: str) -> None:
        self._library = library
        self._chat = chat
        self._after = after
        self._edited = 0.0
        self._stream: str | None = None
        self.entry = entry

    @classmethod
    async def of(cls, library: Library, chat: Chat, place: Place, link: str, request: str, *, after: str) -> "Telling":
        """Take up the row for this place and link; a post that may have gone out is looked for `after` that ts."""
        telling = cls(library, chat, await library.entry(place, link, request), after)
        await telling._look_for_it()
        return telling

    @property
    def is_done(self) -> bool:
        return self.entry.state in ("done", "failed")

    async def reopen(self) -> None:
        """Somebody asked to try again: the message that is there will be replaced."""
        if self.is_done:
            await self._move("posted" if self.entry.ts else "new")

    @property
    def takes_progress(self) -> bool:
        """Whether it is time for progress; else nothing need be composed."""
        return monotonic() - self._edited >= EDIT_SECONDS

    async def progress(self, reply: Reply) -> None:
        """Show what is known so far, at Slack's pace; left out when answers need the room or Slack is away."""
        if not self.takes_progress:
            return
        self._edited = monotonic()
        with suppress(ChatError):
            if self.entry.ts is not None:
                await self._chat.update(self.entry.place, self.entry.ts, reply, mark=self.entry.id, optional=True)
            elif self.entry.state == "new":
                await self._post(reply, optional=True)

    async def grow(self, reply: AnswerReply, *, user: str | None) -> None:
        """Stream an answer as it comes."""
        if self._stream is None and self.entry.state != "new":
            return
        if self._stream is None:
            await self._move("posting")
        with suppress(ChatError):
            ts = await self._chat.stream(self.entry.place, self._stream, reply, user=user)
            if self._stream is None:
                self._stream = ts
                await self._move("posted" if ts else "new", ts=ts)

    async def final(self, reply: Reply, said: Said | None = None, *, failed: bool = False) -> None:
        """Say it, for good. Saying it again replaces what stands there. Raises `ChatError`."""
        await self._look_for_it()
        if self.entry.ts is None:
            await self._post(reply)
        elif self._stream is not None and isinstance(reply, AnswerReply):
            await self._chat.finish(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        else:
            await self._chat.update(self.entry.place, self.entry.ts, reply, mark=self.entry.id)
        said = said or Said()
        await self._move("failed" if failed else "done", article=said.article, reading=said.reading)

    async def nothing(self) -> None:
        """Decide, for good, to stay silent."""
        await self._move("done")

    async def _post(self, reply: Reply, *, optional: bool = False) -> None:
        await self._move("posting")
        try:
            ts = await self._chat.post(self.entry.place, reply, mark=self.entry.id, optional=optional)
        except (ChatRefused, ChatBusy):
            await self._move("new")  # nothing was posted, so nothing has to be looked for
            raise
        await self._move("posted" if ts else "new", ts=ts)

    async def _look_for_it(self) -> None:
        """Where a message may have gone out, find out whether it did."""
        if self.entry.state != "posting":
            return
        ts = await self._chat.find(self.entry.place, self.entry.id, after=self._after)
        if ts is not None and await self._library.entry_by_ts(self.entry.place.team, self.entry.place.channel, ts):
            ts = None  # an unmarked message that another row already owns
        await self._move("posted" if ts else "new", ts=ts)

    async def _move(
        self, state: ReplyState, *, ts: str | None = None, article: str | None = None, reading: str | None = None
    ) -> None:
        self.entry = await self._library.move(self.entry, state, ts=ts, article=article, reading=reading)
