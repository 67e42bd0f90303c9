"""The newsroom of each workspace: what is kept and who reads is shared, where it is told is each one's own."""

from typing import Protocol

from bot.moments.newsroom import Newsroom


class Rooms(Protocol):
    """Raises `LibraryError`, `ChatUnavailable`."""

    async def of(self, team: str) -> Newsroom:
        """Of a workspace that has let us go, too: what is told there, Slack refuses."""
        ...


class OneRoom:
    """For a single workspace, whose token is set."""

    def __init__(self, room: Newsroom) -> None:
        self._room = room

    async def of(self, team: str) -> Newsroom:
        return self._room
