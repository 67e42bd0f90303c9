"""SQLite: everything in one file, for one process. The default."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.adapters import migrations
from bot.adapters.attempt import Policy, Run, SetAside
from bot.adapters.database import Step, T, as_library_error, reason
from bot.adapters.groupcommit import GroupCommit
from bot.adapters.library import SqlLibrary
from bot.adapters.queue import Depth, Queue, State
from bot.adapters.worker import Worker
from bot.errors import LibraryError
from bot.intake.task import Task

SCHEME = "sqlite:///"
MAGIC = b"SQLite format 3\0"
PRAGMAS = (
    "PRAGMA busy_timeout=2000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)
MIGRATING = (*PRAGMAS, "PRAGMA foreign_keys=OFF")  # a table that is rebuilt is dropped, which would cascade
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
        await asyncio.to_thread(_check, path)
        with _held(path) if lock else nullcontext():
            await asyncio.to_thread(_migrate, path)
            database = SqliteDatabase(path)
            try:
                yield cls(database, SqliteJobs(database, policy or Policy(), set_aside, alone=lock))
            finally:
                await database.close()


def upgrade(database_url: str) -> None:
    """Bring the schema up to date; what `db upgrade` calls. Raises `LibraryError`."""
    path = path_of(database_url)
    _check(path)
    _migrate(path)


def path_of(database_url: str) -> Path:
    """The file that `sqlite:///PATH` names, or a plain path."""
    return Path(database_url.removeprefix(SCHEME)).expanduser().absolute()


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """The lock file beside the database holds the pid of the process that works on it."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", blocking=False, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, RuntimeError):
        raise LibraryError(
            f"{path} is in use by process {_holder(path)}: stop that one first, or point DATABASE_URL to another file."
        ) from None
    except OSError as error:
        raise _cannot_write(path, error) from None
    try:
        Path(lock.lock_file).write_text(f"{os.getpid()}\n")
        yield
    finally:
        lock.release()


def _holder(path: Path) -> str:
    try:
        return Path(f"{path}.lock").read_text().strip() or "unknown"
    except OSError:
        return "unknown"


def _check(path: Path) -> None:
    """Refuse what is not ours, before anything is written."""
    try:
        if path.is_dir():
            raise LibraryError(
                f"{path} is a folder: DATABASE_URL must name a file, for example {SCHEME}claims.sqlite3."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        start = _first_bytes(path)
    except OSError as error:
        raise _cannot_write(path, error) from None
    if not os.access(path.parent, os.W_OK) or (start and not os.access(path, os.W_OK)):
        raise _cannot_write(path, PermissionError("permission denied"))
    if start:
        _check_content(path, start)


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(len(MAGIC))


def _check_content(path: Path, start: bytes) -> None:
    if start != MAGIC:
        raise LibraryError(f"{path} is not a SQLite database: move it away, or point DATABASE_URL to another file.")
    try:
        tables, revision = _look(path)
    except sqlite3.Error as error:
        raise LibraryError(
            f"{path} cannot be read ({reason(error)}): put a copy back that was kept, or move it away."
        ) from None
    if revision is None and tables:
        raise LibraryError(f"{path} is the database of another program: point DATABASE_URL to another file.")
    if revision is not None and not migrations.knows(revision):
        raise LibraryError(
            f"{path} was written by a newer version of claims-bot (schema {revision}, "
            f"this one knows {migrations.head()}): install that version."
        )


def _look(path: Path) -> tuple[bool, str | None]:
    """Whether there are tables, and the schema's revision; read-only.

    Even a reader makes files beside a database in WAL mode, unless it is told that nobody writes.
    """
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    connection = sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True, timeout=2)
    try:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in names:
            return bool(names), None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return True, row and row[0]
    finally:
        connection.close()


def _migrate(path: Path) -> None:
    from sqlalchemy.pool import NullPool

    engine = create_engine(_url("sqlite", path), poolclass=NullPool)
    _set_up(engine, MIGRATING)
    _begin_immediate(engine)
    try:
        with engine.begin() as connection:
            migrations.upgrade(connection)
    except (SQLAlchemyError, OSError) as error:
        raise _cannot_write(path, error) from None


def _cannot_write(path: Path, error: Exception) -> LibraryError:
    return LibraryError(
        f"{path} cannot be written ({reason(error)}): make its folder writable, or point DATABASE_URL elsewhere."
    )


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
