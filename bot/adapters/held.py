"""Connections kept at hand for statements that stand by themselves.

To take a connection out of SQLAlchemy's pool and to give it back costs as much as such a statement, and a link asks two dozen.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.adapters.pinging import is_quiet

_PING = text("SELECT 1")


class Held:
    """Up to `most` connections of an engine that commits each statement; more are taken from its pool when all are in use."""

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        self._engine = engine
        self._most = most
        self._idle: list[tuple[AsyncConnection, float]] = []

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[AsyncConnection]:
        """One that leads to a server, for one step. What fails on it is not used again."""
        connection = await self._taken()
        try:
            yield connection
        except BaseException:
            if connection.invalidated:  # nor will the others do that are as old
                await self.close()
            await connection.close()
            raise
        if len(self._idle) < self._most:
            self._idle.append((connection, monotonic()))
        else:
            await connection.close()

    async def close(self) -> None:
        while self._idle:
            await self._idle.pop()[0].close()

    async def _taken(self) -> AsyncConnection:
        while self._idle:
            connection, used = self._idle.pop()
            if await _leads_somewhere(connection, used):
                return connection
            await connection.close()
        return await self._engine.connect().start()


async def _leads_somewhere(connection: AsyncConnection, used: float) -> bool:
    raw = (await connection.get_raw_connection()).driver_connection
    if raw is not None and is_quiet(raw, used):
        return True
    try:
        await connection.execute(_PING)
    except DBAPIError:
        return False
    return True
