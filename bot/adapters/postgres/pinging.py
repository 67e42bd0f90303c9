"""Whether a connection still leads to a server, asked where it matters.

To ask before each statement costs as much as the statement. Of an idle connection Postgres says nothing, but that it ends it: where
nothing is to be read, only one that has lain idle for long can lead nowhere.
"""

import select
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

RESTED: Final = 1.0
"""Seconds idle, after which a connection is asked."""


def turns_pool(**given: Any) -> "AsyncConnectionPool":
    """procrastinate's pool, with its check of each connection made only where it is needed, and without read-only ones."""
    from psycopg.errors import ReadOnlySqlTransaction
    from psycopg_pool import AsyncConnectionPool

    class Pool(AsyncConnectionPool):
        @asynccontextmanager
        async def connection(self, timeout: float | None = None) -> "AsyncIterator[AsyncConnection[Any]]":
            async with super().connection(timeout) as connection:
                try:
                    yield connection
                except ReadOnlySqlTransaction:
                    await connection.close()  # the pool makes another
                    raise

    answered: WeakKeyDictionary[AsyncConnection[Any], float] = WeakKeyDictionary()

    async def check(connection: "AsyncConnection[Any]") -> None:
        if not is_quiet(connection, answered.get(connection, 0.0)):
            await AsyncConnectionPool.check_connection(connection)
        answered[connection] = monotonic()

    return Pool(**given | {"check": check})


async def each_by_itself(connection: "AsyncConnection[Any]") -> None:
    """What procrastinate asks is one statement each time: it needs no transaction around it."""
    await connection.set_autocommit(True)


def is_quiet(connection: Any, used: float) -> bool:
    """Whether a connection of psycopg's was in use a moment ago, at `used`, and the server has said nothing since."""
    if connection.closed or monotonic() - used >= RESTED:
        return False
    waiting = select.poll()
    waiting.register(connection.pgconn.socket, select.POLLIN)
    return not waiting.poll(0)
