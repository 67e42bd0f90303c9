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

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import InvalidatePoolError

from bot.adapters.database import is_read_only

if TYPE_CHECKING:
    from psycopg import AsyncConnection
    from psycopg_pool import AsyncConnectionPool

RESTED: Final = 1.0
"""Seconds idle, after which a connection is asked."""


def ping_what_rested(engine: Engine) -> None:
    """As SQLAlchemy's `pool_pre_ping`, but for connections that were in use a moment ago."""
    dialect: Any = engine.dialect

    @event.listens_for(engine, "checkin")
    def note(_: Any, record: Any) -> None:
        record.info["used"] = monotonic()

    @event.listens_for(engine, "checkout")
    def ping(connection: Any, record: Any, _: Any) -> None:
        if "used" not in record.info or is_quiet(record.driver_connection, record.info["used"]):
            return
        try:
            dialect.do_ping(connection)
        except dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error  # all that are as old are replaced


def drop_read_only(engine: Engine) -> None:
    """A connection that takes no writes never will, though the server may: as after a failover, another leads elsewhere."""

    @event.listens_for(engine, "handle_error")
    def drop(context: ExceptionContext) -> None:
        if is_read_only(context.original_exception):
            context.is_disconnect = True  # and with it all that are as old


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
