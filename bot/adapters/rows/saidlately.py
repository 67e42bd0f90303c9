"""Mentions that need not be read again: the next article is held against nearly the same ones, and none ever changes."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from bot.adapters.rows.database import Connection
from bot.adapters.rows.latest import Latest
from bot.adapters.rows.tellings import mentioned


class SaidLately:
    """The rows of those that were asked for last. One that was deleted meanwhile may be among them: nobody told of it."""

    def __init__(self, most: int = 4096) -> None:
        self._known: Latest[tuple[str, int], Any] = Latest(most)

    def learn(self, team: str, told: Iterable[Any]) -> None:
        """Of new ones, which may have the numbers of some that were deleted: SQLite gives the highest out again."""
        self._known.put({(team, row["n"]): row for row in told})

    async def of(self, connection: Connection, team: str, numbers: Collection[int]) -> Mapping[int, Any]:
        """By number, of this workspace; what is not there is left out."""
        found = {n: row for (_, n), row in self._known.some((team, n) for n in numbers).items()}
        if missing := [n for n in numbers if n not in found]:
            read = await mentioned(connection, team, missing)
            self.learn(team, read)
            found |= {row["n"]: row for row in read}
        return found
