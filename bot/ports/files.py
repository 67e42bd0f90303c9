"""Files in the chat."""

from typing import Protocol

from bot.intake.message import Place
from bot.reply.export import Export


class Files(Protocol):
    """Raises `ChatError`; `FileTooLarge` and `FilesRefused` where Slack takes no such file."""

    async def upload(self, made: Export) -> str:
        """Bring it there, seen by nobody yet; its id."""
        ...

    async def share(self, place: Place, file: str, made: Export) -> None:
        """Show an uploaded file in the thread, or in the channel."""
        ...

    async def is_shared(self, place: Place, file: str) -> bool:
        """Whether it is shown there."""
        ...

    async def direct(self, user: str) -> str:
        """The channel of our direct messages with somebody."""
        ...
