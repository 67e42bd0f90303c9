"""SQLite: everything in one file, for one process. The default."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.adapters import migrations
from bot.adapters.attempt import Policy, Run, SetAside
from bot.adapters.database import Step, T, as_library_error
from bot.adapters.groupcommit import GroupCommit
from bot.adapters.keeping import SqlKeeping
from bot.adapters.library import SqlLibrary
from bot.adapters.memory import SqlMemory
from bot.adapters.meters import SqlMeters
from bot.adapters.queue import Depth, Queue, State
from bot.adapters.sqlitefile import cannot_write, check, held, path_of
from bot.adapters.worker import Worker
from bot.errors import LibraryError
from bot.intake.task import Task

PRAGMAS = (
    "PRAGMA busy_timeout=2000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)
MIGRATING = (
    *PRAGMAS,
    "PRAGMA busy_timeout=30000",  # another process may be migrating
    "PRAGMA foreign_keys=OFF",  # a table that is rebuilt is dropped, which would cascade
)
READERS = 2  # each connection is a thread


class SqliteDatabase:
    """`Database` over one file: one connection that writes, a few that read beside it."""

    def __init__(self, path: Path) -> None:
        self._writing = _async_engine(path, PRAGMAS, pool_size=1)
        self._reading = _async_engine(path, (*PRAGMAS, "PRAGMA query_only=ON"), pool_size=READERS)
        _begin_immediate(self._writing.sync_engine)
        self._writer = GroupCommit(self._writing.begin)

    async def read(self, step: Step[T]) -> T:
        with as_library_error():
            async with self._reading.connect() as connection:
                return await step(connection)

    async def write(self, step: Step[T]) -> T:
        return await self._writer.write(step)

    async def close(self) -> None:
        await self._writer.close()
        await self._reading.dispose()
        await self._writing.dispose()


class SqliteJobs:
    """`Jobs` in the same file as the library, worked on in this process."""

    def __init__(self, database: SqliteDatabase, policy: Policy, set_aside: SetAside | None, *, alone: bool) -> None:
        self._queue = Queue(database)
        self._policy = policy
        self._set_aside = set_aside
        self._alone = alone
        self._worker: Worker | None = None

    async def accept(self, task: Task) -> bool:
        return await self._queue.accept(task)

    async def work(self, run: Run, *, concurrency: int) -> None:
        """Raises `LibraryError` without the lock, or while `work` runs already."""
        if not self._alone or self._worker is not None:
            raise LibraryError("Only the process that holds the database's lock works on its jobs, and only once.")
        self._worker = Worker(self._queue, run, concurrency, self._policy, self._set_aside)
        self._queue.accepted = self._worker.wake
        try:
            await self._worker.work()
        finally:
            self._worker = None

    async def reach(self) -> None:
        """Raises `LibraryError` when nothing could be accepted now."""
        await self._queue.reach()

    async def idle(self) -> bool:
        return await self._queue.idle()

    async def retry(self, job_id: str) -> bool:
        """Give a failed job all its attempts again; False when there is no such failed job."""
        return job_id.isdecimal() and await self._queue.retry(int(job_id))

    async def counts(self) -> Mapping[State, Depth]:
        """Jobs by state, with the time when the oldest was accepted."""
        return await self._queue.counts()


class SqliteStore:
    """The library and the jobs of one SQLite file."""

    def __init__(self, database: SqliteDatabase, jobs: SqliteJobs) -> None:
        self.library = SqlLibrary(database)
        self.meters = SqlMeters(database)
        self.keeping = SqlKeeping(database)
        self.memory = SqlMemory(database)
        self.jobs = jobs

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        database_url: str,
        *,
        lock: bool = True,
        policy: Policy | None = None,
        set_aside: SetAside | None = None,
    ) -> AsyncIterator[Self]:
        """Bring the schema up to date and open it.

        With `lock` this process is the one that works on the jobs; `set_aside` hears of a job that its process
        died of. Raises `LibraryError`, one sentence, with nothing changed on disk: another process holds the
        lock, the file is of a newer version, of another program, damaged, or cannot be written.
        """
        path = path_of(database_url)
        await asyncio.to_thread(check, path)
        with held(path) if lock else nullcontext():
            await asyncio.to_thread(_migrate, path)
            database = SqliteDatabase(path)
            try:
                yield cls(database, SqliteJobs(database, policy or Policy(), set_aside, alone=lock))
            finally:
                await database.close()


def upgrade(database_url: str) -> None:
    """Bring the schema up to date; what `db upgrade` calls. Raises `LibraryError`."""
    path = path_of(database_url)
    check(path)
    _migrate(path)


def _migrate(path: Path) -> None:
    from sqlalchemy.pool import NullPool

    migrations.prepare()
    engine = create_engine(_url("sqlite", path), poolclass=NullPool)
    _set_up(engine, MIGRATING)
    _begin_immediate(engine)
    try:
        with engine.begin() as connection:
            migrations.upgrade(connection)
    except (SQLAlchemyError, OSError) as error:
        raise cannot_write(path, error) from None


def _url(driver: str, path: Path) -> URL:
    return URL.create(driver, database=str(path))  # not parsed from text: any file name will do


def _async_engine(path: Path, pragmas: tuple[str, ...], *, pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        _url("sqlite+aiosqlite", path), pool_size=pool_size, max_overflow=0, pool_timeout=60, hide_parameters=True
    )
    _set_up(engine.sync_engine, pragmas)
    return engine


def _set_up(engine: Engine, pragmas: tuple[str, ...]) -> None:
    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say, not before the first INSERT
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()


def _begin_immediate(engine: Engine) -> None:
    """Take the write lock at once: a transaction that reads first could not wait for it later."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
