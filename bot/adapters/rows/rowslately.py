"""Rows that need not be read again: the next article is held against nearly the same ones, and none ever changes."""

from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from bot.adapters.rows.database import Connection
from bot.adapters.rows.latest import Latest

K = TypeVar("K")

Read = Callable[[Connection, str, Collection[K]], Awaitable[Sequence[Any]]]
"""The rows of a workspace with these keys."""


class RowsLately(Generic[K]):
    """Those that were asked for last, by the column `key`. One that was deleted meanwhile may be among them: nobody told of it."""

    def __init__(self, read: Read[K], key: str, most: int) -> None:
        self._read = read
        self._key = key
        self._known: Latest[tuple[str, K], Any] = Latest(most)

    def learn(self, team: str, told: Iterable[Any]) -> None:
        """Of new ones, which may have the keys of some that were deleted: SQLite gives the highest number out again."""
        self._known.put({(team, row[self._key]): row for row in told})

    async def of(self, connection: Connection, team: str, keys: Collection[K]) -> Mapping[K, Any]:
        """By key, of this workspace; what is not there is left out."""
        found = {key: row for (_, key), row in self._known.some((team, key) for key in keys).items()}
        if missing := [key for key in keys if key not in found]:
            read = await self._read(connection, team, missing)
            self.learn(team, read)
            found |= {row[self._key]: row for row in read}
        return found
