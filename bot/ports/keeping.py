"""What is forgotten, and when."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.intake.message import Place


class Keeping(Protocol):
    """What is not kept for ever. Raises `LibraryError`."""

    async def purge(self, before: datetime) -> int:
        """Delete what was last of use before then and that nobody works on, in small batches; how many rows."""
        ...

    async def forget_team(self, team: str) -> bool:
        """Delete all that is kept of a workspace, waiting jobs included; False where some job of it ran meanwhile."""
        ...

    async def is_leaving(self, team: str) -> bool:
        """Whether a workspace is being forgotten just now: a job of its waits for others to end."""
        ...

    async def threads_about(self, team: str, channel: str, key: str) -> Sequence[str]:
        """The roots of the channel's threads where the article with this key was read, in whatever version: its text at
        another address, or what stands under its headline on its site."""
        ...

    async def forget_threads(
        self, team: str, channel: str, threads: Sequence[str], key: str | None = None
    ) -> int | None:
        """Delete what is kept of these threads; and their articles, and the one with this key in whatever version,
        unless some other reply of the workspace is about them. That something was forgotten there is noted.

        How many replies, answers and articles; None, and nothing deleted, while a job in the threads is unfinished.
        """
        ...

    async def is_forgotten(self, place: Place) -> bool:
        """Whether something was forgotten in this thread: that is all that is kept of it."""
        ...
