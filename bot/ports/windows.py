"""Windows over the chat: Slack's modals."""

from typing import Protocol

from bot.reply.sheet import Sheet


class Windows(Protocol):
    """Raises `ChatError`; nothing here waits longer than a trigger lives."""

    async def open(self, trigger: str, sheet: Sheet) -> None:
        """Show it to whoever the trigger came from."""
        ...

    async def change(self, view: str, sheet: Sheet) -> None:
        """Show it in a window that is open."""
        ...
