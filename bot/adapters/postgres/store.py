"""Postgres: the library and the queue of any number of processes."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any

from sqlalchemy import URL, Connection, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.adapters import migrations
from bot.adapters.jobs.attempt import Policy, SetAside
from bot.adapters.postgres.address import PROGRAM, conninfo, url_of, with_options
from bot.adapters.postgres.connections import OF_THE_DOOR, OF_THE_LIBRARY, refuse_too_few
from bot.adapters.postgres.held import Held
from bot.adapters.postgres.pacing import PostgresPacing
from bot.adapters.postgres.procrastinate import Databases, ProcrastinateJobs
from bot.adapters.postgres.queueschema import is_current, upgrade_queue
from bot.adapters.postgres.rights import refuse_lacking, refuse_no_maker
from bot.adapters.postgres.seat import PostgresSeat
from bot.adapters.postgres.wire import Wire
from bot.adapters.processes.bench import Bench
from bot.adapters.rows.database import READ_ONLY, Step, T, as_library_error, is_read_only, reason
from bot.adapters.rows.sqlstore import SqlStore
from bot.errors import LibraryError

BY_INDEX = (
    "-c enable_seqscan=off -c jit=off"  # each question has its index, though a planner without figures may not see it
)
TRIES = 3  # of a transaction that lost a race
LOST_RACES = ("40001", "40P01")  # serialization failure, deadlock
ONE_UPGRADE_AT_A_TIME = 4_207_011  # any number, the same in every process
_OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND application_name = ANY(:names)"
)


class PostgresDatabase:
    """`Database` over a few connections, half of them for what takes longer.

    The fewer there are for short steps, the less has the server to begin anew in each what it keeps of statements.
    """

    def __init__(self, url: URL, connections: int = OF_THE_LIBRARY) -> None:
        self._engine = create_async_engine(
            with_options(url, BY_INDEX),
            poolclass=NullPool,
            pool_reset_on_return=None,  # it is closed, whether the server is there or not
            hide_parameters=True,
            isolation_level="AUTOCOMMIT",
        )
        half = max(1, connections // 2)
        self._short, self._long = Held(self._engine, half), Held(self._engine, half)

    async def read(self, step: Step[T], *, long: bool = False) -> T:
        with as_library_error():
            return await (self._long if long else self._short).do(step)

    async def scrub(self) -> None:
        """The server's vacuum does it, in its own time."""

    async def write(self, step: Step[T], *, long: bool = False, single: bool = False) -> T:
        held = self._long if long else self._short
        whole = step if single else partial(_in_transaction, step)
        with as_library_error():
            for _ in range(TRIES - 1):
                try:
                    return await held.do(whole)
                except DBAPIError as error:
                    if getattr(error.orig, "sqlstate", None) not in LOST_RACES:
                        raise
            return await held.do(whole)

    async def close(self) -> None:
        await self._short.close()
        await self._long.close()
        await self._engine.dispose()


async def _in_transaction(step: Step[T], wire: Wire) -> T:
    async with wire.transaction():
        return await step(wire)


@asynccontextmanager
async def open_postgres(
    database_url: str,
    *,
    lock: bool = True,
    policy: Policy | None = None,
    set_aside: SetAside | None = None,
    bench: Bench | None = None,
) -> AsyncIterator[SqlStore[ProcrastinateJobs]]:
    """Bring the schema up to date and open it; any number of processes may. Without `lock` it is only looked at.

    Raises `LibraryError`, one sentence, with nothing changed: no server, wrong password, missing rights, another
    encoding than UTF8, a newer version's schema; without `lock`, also none or an older one. Only with `lock` must it be
    one that can be written.
    """
    await asyncio.to_thread(_prepare if lock else check_current, database_url)
    url = url_of(database_url)
    database, door, seat = PostgresDatabase(url), PostgresDatabase(url, connections=OF_THE_DOOR), PostgresSeat(url)
    try:
        queue = Databases(conninfo(url), database, door)
        async with ProcrastinateJobs.open(queue, policy or Policy(), set_aside) as jobs:
            pacing = PostgresPacing(database, jobs.company)
            jobs.company.joined = pacing.tell
            yield SqlStore(database, jobs, bench, seat.number, pacing)
    finally:
        await seat.close()
        await door.close()
        await database.close()


def upgrade(database_url: str) -> None:
    """Bring both schemas up to date; safe from several processes at once. Raises `LibraryError`."""
    with _alone(database_url) as connection:
        _upgrade(connection)


def _prepare(database_url: str) -> None:
    """As `upgrade`, for who will work with it. Raises `LibraryError`, also where rights or connections are missing or it is
    read-only."""
    with _alone(database_url) as connection:
        refuse_lacking(connection)
        refuse_too_few(connection)
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ONE_UPGRADE_AT_A_TIME})
    _check(connection)
    migrations.upgrade(connection)
    upgrade_queue(connection)


def check_rights(database_url: str) -> None:
    """Raises `LibraryError` where a bot could not work with the tables that are there, or had too few connections; nothing is
    changed."""
    with _alone(database_url) as connection:
        refuse_lacking(connection)
        refuse_too_few(connection)


def check_startable(database_url: str) -> None:
    """Raises `LibraryError` where a start would end in one; nothing is changed."""
    with _alone(database_url) as connection:
        refuse_lacking(connection)
        refuse_too_few(connection)
        _check(connection)
        if not _is_current(connection):
            refuse_no_maker(connection)


def check_current(database_url: str) -> None:
    """Raises `LibraryError` where `upgrade` has something to do; nothing is changed."""
    with _alone(database_url) as connection:
        _check(connection)
        if not _is_current(connection):
            raise LibraryError(
                f"The database that DATABASE_URL names has none or an older version's schema: {migrations.TO_RUN}"
            )


def _is_current(connection: Connection) -> bool:
    return migrations.current(connection) == migrations.head() and is_current(connection)


def check_idle(database_url: str) -> None:
    """Raises `LibraryError` where the database holds tables of another program, or a bot is connected to it."""
    with _alone(database_url) as connection:
        _has_ours(connection)
        names = {PROGRAM, str(url_of(database_url).query["application_name"])}
        if connected := connection.execute(_OTHERS, {"names": list(names)}).scalar():
            raise LibraryError(
                f"The database that DATABASE_URL names is in use: claims-bot holds {connected} connections to it; stop "
                "every process first."
            )


def check_ours(database_url: str) -> None:
    """Raises `LibraryError` where there is nothing that this version could put back: no tables, another program's, or a newer
    version's."""
    with _alone(database_url) as connection:
        if not _has_ours(connection):
            raise LibraryError("The database that DATABASE_URL names is empty: it names another one than the bot's.")
        migrations.refuse_newer("The database", migrations.current(connection))


def _has_ours(connection: Connection) -> bool:
    """Raises `LibraryError` where there are tables of another program."""
    tables = set(inspect(connection).get_table_names())
    if tables and "alembic_version" not in tables:
        raise LibraryError("The database that DATABASE_URL names is that of another program: name one of its own.")
    return bool(tables)


@contextmanager
def _alone(database_url: str) -> Iterator[Connection]:
    """One transaction outside any pool."""
    told = {"client_encoding": "utf8"}  # else a server without an encoding answers in bytes
    engine = create_engine(url_of(database_url), poolclass=NullPool, hide_parameters=True, connect_args=told)
    try:
        with engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        if is_read_only(error):
            raise LibraryError(READ_ONLY) from None
        raise LibraryError(
            f"The database that DATABASE_URL names cannot be used ({reason(error)}): check the server, the name, "
            "the password, the rights of this user, and how many connections are left for it."
        ) from None
    finally:
        engine.dispose()


def _check(connection: Connection) -> None:
    encoding: Any = connection.execute(text("SHOW server_encoding")).scalar()
    if encoding != "UTF8":
        raise LibraryError(
            f"The database that DATABASE_URL names has the encoding {encoding}: make one with the encoding UTF8."
        )
    migrations.refuse_newer("The database", migrations.current(connection))
