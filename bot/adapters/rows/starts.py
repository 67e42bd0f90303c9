"""When the model was asked, second by second, in the table of what was used."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, delete, select, update

from bot.adapters.rows.database import Connection, Database, fetch, now, put_once
from bot.adapters.rows.tables import meters

KEPT: Final = timedelta(minutes=5)
_WHOSE = {"team": "", "what": "model"}  # no workspace's

Seat = Callable[[], Awaitable[str]]
"""Tells which of several processes this is. Raises `LibraryError`."""


async def only_seat() -> str:
    """Where there is but one process."""
    return "0"


class SqlStarts:
    """`Starts` over one database; a row is a second of one seat."""

    def __init__(self, database: Database, seat: Seat) -> None:
        self._database = database
        self._seat = seat

    async def known(self, since: datetime) -> Sequence[datetime]:
        ours = _of(await self._seat(), meters.c.since >= since.replace(microsecond=0))
        query = select(meters.c.since, meters.c.used).where(ours).order_by(meters.c.since)
        return [row["since"] for row in await fetch(self._database, query) for _ in range(row["used"])]

    async def keep(self, start: datetime) -> None:
        """A second is kept as its end, so that nothing is forgotten too soon."""
        seat, second = await self._seat(), start.replace(microsecond=0) + timedelta(seconds=1)

        async def step(connection: Connection) -> None:
            await put_once(connection, meters, **_WHOSE, user=seat, since=second, used=0, created_at=now())
            this = _of(seat, meters.c.since == second)
            await connection.execute(update(meters).where(this).values(used=meters.c.used + 1))
            await connection.execute(delete(meters).where(_of(seat, meters.c.since < second - KEPT)))

        await self._database.write(step)


def _of(seat: str, which: ColumnElement[bool]) -> ColumnElement[bool]:
    return and_(*(meters.c[name] == value for name, value in _WHOSE.items()), meters.c.user == seat, which)
