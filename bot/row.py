"""The ledger's row of one reply, which moves with the message.

    new ──> posting ──> posted ──> done
                             └───> failed ──(try again)──> posted

`posting` is written when a post's turn has come, before anything is sent. Whoever finds it does not know whether the
message went out, and looks for the row's mark in the thread before posting again.
"""

from asyncio import sleep
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

from bot.ports import Chat, Entry, Library, ReplyState

LANDING_SECONDS = 3.0
"""A message that was sent may still be on its way when its sender is dead: it is looked for no sooner."""

FRESH_SECONDS = 1.0
"""A mark that took longer to write is written once more: whoever looks for the message counts from when it was made."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a final reply is about, for the ledger."""

    article: str | None = None
    reading: str | None = None


class Row:
    """`entry` is the row as it stands. A post that may have gone out is looked for `after` that ts, `landing` seconds old.

    Every call raises `LibraryError`.
    """

    def __init__(self, library: Library, chat: Chat, entry: Entry, after: str, landing: float) -> None:
        self._library = library
        self._chat = chat
        self._after = after
        self._landing = landing
        self.entry = entry

    @property
    def is_done(self) -> bool:
        """Nothing more is to be said, unless somebody tries again."""
        return self.entry.state in ("done", "failed")

    async def begins(self) -> bool:
        """Whether it is we who post: two runs of one job may be under way, when one was taken for dead."""
        began, moved = monotonic(), await self.moves_first("posting")
        if moved and monotonic() - began > FRESH_SECONDS:
            moved = await self.moves_first("posting")
        return moved

    async def look_for_it(self) -> None:
        """Where a message may have gone out, find out whether it did. Raises `ChatError`."""
        while self.entry.state == "posting":
            await sleep(_left(self._landing, self.entry.moved))
            ts = await self._chat.find(self.entry.place, self.entry.id, after=self._after)
            if ts is not None and await self._library.entry_by_ts(self.entry.place.team, self.entry.place.channel, ts):
                ts = None  # an unmarked message that another row already owns
            await self.moves_first("posted" if ts else "new", ts=ts)

    async def moves_first(self, state: ReplyState, *, ts: str | None = None) -> bool:
        """Whether the row was still as we knew it; as it stands now, it is known in any case."""
        moved = await self._library.move_first(self.entry, state, ts=ts)
        self.entry = moved or await self._library.entry(self.entry.place, self.entry.link, self.entry.request)
        return moved is not None

    async def move(self, state: ReplyState, *, ts: str | None = None, said: Said | None = None) -> None:
        """Write the next state; what is not given stays."""
        said = said or Said()
        self.entry = await self._library.move(self.entry, state, ts=ts, article=said.article, reading=said.reading)


def _left(seconds: float, since: datetime | None) -> float:
    """What is left of them; all, at most, where two machines' clocks differ."""
    gone = (datetime.now(UTC) - since).total_seconds() if since else 0.0
    return min(seconds, max(0.0, seconds - gone))
