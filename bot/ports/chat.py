"""Slack, or whatever stands in for it."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.intake.message import Place
from bot.reply.reply import AnswerReply, Reply

BeforePost = Callable[[], Awaitable[None]]
"""Awaited when the turn of a post has come, each time before it is sent, and again where it did not leave soon after; what it
raises is raised, and nothing is sent."""


class Chat(Protocol):
    """One workspace's chat. Raises `ChatError`.

    `optional` is progress: it is left out, with None or False, when answers need the room. `mark` travels
    in the message's metadata, so that our own post can be found again after a crash.
    """

    def has_room(self, place: Place, *, new: bool) -> bool:
        """Whether progress would be shown now, as a `new` message or as an edit; asked before any is composed."""
        ...

    def delay(self, place: Place, ahead: int = 0) -> float:
        """Seconds that a final answer which came now, after `ahead` others, would wait for its turn there."""
        ...

    async def post(
        self, place: Place, reply: Reply, *, mark: str, optional: bool = False, begin: BeforePost | None = None
    ) -> str | None:
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
        """Answer a command, or a press, through the address that came with it: to whoever asked, or `public`, to all."""
        ...

    async def root_links(self, place: Place) -> tuple[str, ...]:
        """The links in the root message of the thread."""
        ...

    def permalink(self, place: Place, ts: str) -> str | None:
        """An address that opens our message, or None."""
        ...

    async def stream(
        self, place: Place, ts: str | None, reply: AnswerReply, *, user: str | None, begin: BeforePost | None = None
    ) -> str | None:
        """Show an answer as it grows: opens with `ts` None; None where streams are not to be had. `begin` is for what opens."""
        ...

    async def finish(self, place: Place, ts: str, reply: AnswerReply, *, mark: str) -> None:
        """End what `stream` opened, with the whole answer."""
        ...
