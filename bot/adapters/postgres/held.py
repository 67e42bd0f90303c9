"""Connections to Postgres, kept at hand.

To take one out of SQLAlchemy's pool and to give it back costs as much as a statement, and a link asks two dozen.
"""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.adapters.postgres.pinging import is_quiet
from bot.adapters.postgres.wire import Raw, Wire, numbered
from bot.adapters.rows.database import T, is_read_only
from bot.adapters.rows.phrases import Phrasebook
from bot.turnstile import Turnstile, rank

PATIENCE = 60.0
"""Seconds that a step waits for a connection."""

_PING = text("SELECT 1")


class Held:
    """Up to `most` connections of an engine that has no pool of its own and commits each statement.

    Who waits for one is served when it is due, see `Turnstile`.
    """

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        self._engine = engine
        self._places = Turnstile(most)
        self._idle: list[tuple[Wire, float]] = []
        self._phrasebook = Phrasebook(engine.dialect, numbered)

    async def do(self, step: Callable[[Wire], Awaitable[T]]) -> T:
        """One step, on a connection that leads to a server. What fails on it is not used again.

        Raises TimeoutError where none gets free.
        """
        if not self._places.enter_now():
            await self._enter()
        try:
            wire = await self._taken()
            try:
                done = await step(wire)
            except BaseException as error:
                if wire.raw.closed or is_read_only(error):  # nor will the others do that are as old
                    await self.close()
                await wire.connection.close()
                raise
            self._idle.append((wire, monotonic()))
            return done
        finally:
            self._places.leave()

    async def close(self) -> None:
        while self._idle:
            await self._idle.pop()[0].connection.close()

    async def _enter(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._places.enter(rank(0.0))
        except TimeoutError:
            raise TimeoutError("all connections are in use") from None

    async def _taken(self) -> Wire:
        while self._idle:
            wire, used = self._idle.pop()
            if await _leads_somewhere(wire, used):
                return wire
            await wire.connection.close()
        connection = await self._engine.connect().start()
        raw: Raw | None = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        return Wire(connection, raw, self._phrasebook)


async def _leads_somewhere(wire: Wire, used: float) -> bool:
    if is_quiet(wire.raw, used):
        return True
    try:
        await wire.connection.execute(_PING)
    except DBAPIError:
        return False
    return True
