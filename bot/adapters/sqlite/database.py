"""`Database` over one SQLite file.

A statement on an index takes microseconds; handing it to a thread and waiting there for the interpreter's lock takes
milliseconds when the process is busy. So short steps run where they are asked for; beginning, where another process
writes, committing, which waits for the disk, and long steps run on threads.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, ExceptionContext, create_engine, event
from sqlalchemy import Connection as Connected
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool, Pool, QueuePool

from bot.adapters.rows.database import Connection, Step, T, as_library_error, sqlite_code
from bot.adapters.rows.fulltext import merged_further
from bot.adapters.rows.phrases import Phrasebook
from bot.adapters.sqlite.direct import Direct, as_sqlalchemy_has_it, in_order
from bot.adapters.sqlite.groupcommit import GroupCommit
from bot.adapters.sqlite.place import Place

PRAGMAS = (
    "PRAGMA busy_timeout=2000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is deleted is overwritten; not every SQLite is built to
)
AT_ONCE = (*PRAGMAS, "PRAGMA busy_timeout=0")
READING = (*PRAGMAS, "PRAGMA query_only=ON")
MIGRATING = (
    *PRAGMAS,
    "PRAGMA busy_timeout=30000",  # another process may be migrating
    "PRAGMA foreign_keys=OFF",  # a table that is rebuilt is dropped, which would cascade
)
PAUSE = 0.02  # seconds between two parts of a long change
READERS = 2  # threads for long reads


class SqliteDatabase:
    """One connection that writes, one that reads, and a few that read at length beside it."""

    def __init__(self, path: Path) -> None:
        self._place = Place(path)
        self._writing = writing_engine(path)
        self._at_once = writing_engine(path, AT_ONCE)
        self._reading = _engine(path, READING, QueuePool)
        self._reader: Connected | None = None
        self._phrasebook = Phrasebook(self._reading.dialect, in_order)
        self._writing_thread = ThreadPoolExecutor(1, "sqlite-write")
        self._reading_threads = ThreadPoolExecutor(READERS, "sqlite-read")
        self._writer = GroupCommit(self._transact)

    async def read(self, step: Step[T], *, long: bool = False) -> T:
        with as_library_error():
            if long:
                return await _on(self._reading_threads, partial(self._read, step))
            if self._reader is None:
                self._reader = self._reading.connect()
            return await step(Direct(self._reader, self._phrasebook))

    async def write(self, step: Step[T], *, long: bool = False, single: bool = False) -> T:
        return await self._writer.write(step, long=long)

    async def scrub(self) -> None:
        """A full-text index only notes what is gone from it, and the log holds pages as they were: merge the one, empty the other."""
        with as_library_error():
            while not await self.write(merged_further, long=True):
                await asyncio.sleep(PAUSE)
            await _on(self._writing_thread, partial(_emptied_log, self._writing))

    async def close(self) -> None:
        await self._writer.close()
        self._reading_threads.shutdown()
        self._writing_thread.shutdown()
        if self._reader is not None:
            self._reader.close()
        self._reading.dispose()
        self._at_once.dispose()
        self._writing.dispose()

    def _read(self, step: Step[T]) -> T:
        with self._reading.connect() as connection:
            return _driven(step, Direct(connection, self._phrasebook))

    async def _transact(self, steps: Sequence[Step[Any]], long: bool) -> list[Any]:
        connection = await self._begun()
        try:
            direct = Direct(connection, self._phrasebook)
            if long:
                results = await _on(self._writing_thread, lambda: [_driven(step, direct) for step in steps])
            else:
                results = [await step(direct) for step in steps]
        except BaseException:
            await _on(self._writing_thread, connection.close)
            raise
        await _on(self._writing_thread, partial(_committed, connection))
        return results

    async def _begun(self) -> Connected:
        """At once where nobody else writes, as nearly always; else on the thread, which can wait. Raises `LibraryError` where
        the file is no longer in its place: what were written then would be gone with the process."""
        self._place.check()
        try:
            return _begun(self._at_once)
        except OperationalError:
            return await _on(self._writing_thread, partial(_begun, self._writing))


def _driven(step: Step[T], connection: Connection) -> T:
    """Run a step to its end without a loop; on a direct connection nothing in it waits."""
    running = step(connection)
    assert isinstance(running, Coroutine)
    try:
        running.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    running.close()
    raise RuntimeError("a step does nothing but talk to the database")


async def _on(threads: ThreadPoolExecutor, call: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(threads, call)


def _begun(engine: Engine) -> Connected:
    connection = engine.connect()
    try:
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def _committed(connection: Connected) -> None:
    try:
        connection.commit()
    finally:
        connection.close()


def _emptied_log(engine: Engine) -> None:
    """Left for the next time where somebody reads from it for longer than the timeout."""
    connection = engine.raw_connection()
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        connection.invalidate()
        raise as_sqlalchemy_has_it(error) from None
    finally:
        connection.close()


def writing_engine(path: Path, pragmas: tuple[str, ...] = PRAGMAS, pool: type[Pool] = QueuePool) -> Engine:
    """Transactions take the write lock at once: one that reads first could not wait for it later."""
    engine = _engine(path, pragmas, pool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connected) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def migrating_engine(path: Path) -> Engine:
    """For one upgrade of the schema."""
    return writing_engine(path, MIGRATING, NullPool)


def _engine(path: Path, pragmas: tuple[str, ...], pool: type[Pool]) -> Engine:
    url = URL.create("sqlite", database=str(path))  # not parsed from text: any file name will do
    connecting = {"check_same_thread": False}
    engine = create_engine(url, poolclass=pool, connect_args=connecting, hide_parameters=True)

    @event.listens_for(engine, "handle_error")
    def open_anew(context: ExceptionContext) -> None:
        """What was opened while the file might only be read would never take a write, though the file may again."""
        context.is_disconnect |= sqlite_code(context.original_exception) == sqlite3.SQLITE_READONLY

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say, not before the first INSERT
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    return engine
