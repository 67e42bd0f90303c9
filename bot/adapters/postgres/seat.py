"""Which of several processes on one Postgres this is."""

import asyncio
from itertools import count

from sqlalchemy import URL, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from bot.adapters.rows.database import as_library_error

SEATS = 4_207_013  # advisory locks, one a seat
_STILL_THERE = text("SELECT 1")
_TAKE = text("SELECT pg_try_advisory_lock(:seats, :seat)")


class PostgresSeat:
    """The lowest seat that no living process has. It is a lock on a connection of its own, so the server knows at once when
    this process is dead; who lost the connection sits down anew."""

    def __init__(self, url: URL) -> None:
        self._engine = create_async_engine(
            url, poolclass=NullPool, pool_reset_on_return=None, hide_parameters=True, isolation_level="AUTOCOMMIT"
        )
        self._one_at_a_time = asyncio.Lock()
        self._connection: AsyncConnection | None = None
        self._seat = ""

    async def number(self) -> str:
        """Raises `LibraryError`."""
        async with self._one_at_a_time:
            with as_library_error():
                if not await self._is_held():
                    await self._sit_down()
        return self._seat

    async def close(self) -> None:
        """Somebody else may have it."""
        await self._stand_up()
        await self._engine.dispose()

    async def _is_held(self) -> bool:
        if self._connection is None:
            return False
        try:
            await self._connection.execute(_STILL_THERE)
        except DBAPIError:
            await self._stand_up()
            return False
        return True

    async def _sit_down(self) -> None:
        self._connection = await self._engine.connect()
        for seat in count():
            taken = await self._connection.execute(_TAKE, {"seats": SEATS, "seat": seat})
            if taken.scalar_one():
                self._seat = str(seat)
                return

    async def _stand_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
