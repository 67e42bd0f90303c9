"""Windows over the chat: Slack's modals."""

from typing import Protocol

from bot.reply.home import Home
from bot.reply.rules import RulesSheet
from bot.reply.sheet import Sheet


class Windows(Protocol):
    """Raises `ChatError`; nothing here waits longer than a trigger lives."""

    async def open(self, trigger: str, sheet: Sheet | RulesSheet) -> None:
        """Show it to whoever the trigger came from."""
        ...

    async def publish(self, user: str, home: Home) -> None:
        """Show it to this person in the app's Home."""
        ...

    async def change(self, view: str, sheet: Sheet) -> None:
        """Show it in a window that is open."""
        ...
