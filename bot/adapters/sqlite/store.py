"""SQLite: everything in one file, for one process. The default."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from bot.adapters import migrations
from bot.adapters.jobs.attempt import Policy, Run, SetAside
from bot.adapters.jobs.queue import Queue
from bot.adapters.jobs.queuedjobs import QueuedJobs
from bot.adapters.jobs.worker import Worker
from bot.adapters.processes.bench import Bench
from bot.adapters.rows.sqlstore import SqlStore
from bot.adapters.sqlite.damage import refuse_damaged
from bot.adapters.sqlite.database import SqliteDatabase, migrating_engine
from bot.adapters.sqlite.file import cannot_write, check, check_current, held, path_of, remove_empty
from bot.adapters.sqlite.room import refuse_little_room
from bot.errors import LibraryError


class SqliteJobs(QueuedJobs):
    """`Jobs` in the same file as the library, worked on in this process."""

    def __init__(
        self, path: Path, database: SqliteDatabase, policy: Policy, set_aside: SetAside | None, *, alone: bool
    ) -> None:
        super().__init__(Queue(database))
        self._path = path
        self._policy = policy
        self._set_aside = set_aside
        self._alone = alone
        self._worker: Worker | None = None

    async def reach(self) -> None:
        """Also where what could be accepted now may not be worked on: there is hardly any room left for it."""
        await asyncio.to_thread(refuse_little_room, self._path)
        await super().reach()

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


@asynccontextmanager
async def open_sqlite(
    database_url: str,
    *,
    lock: bool = True,
    policy: Policy | None = None,
    set_aside: SetAside | None = None,
    bench: Bench | None = None,
) -> AsyncIterator[SqlStore[SqliteJobs]]:
    """Bring the schema of one file up to date and open it.

    With `lock` this process is the one that works on the jobs; `set_aside` hears of a job that its process
    died of. Without it the schema is only looked at. Raises `LibraryError`, one sentence, with nothing changed on
    disk: another process holds the lock, the file is of a newer version, of another program, damaged, or cannot be
    written; without `lock`, it is not there or of an older version.
    """
    path = path_of(database_url)
    await asyncio.to_thread(check if lock else check_current, path)
    with held(path) if lock else nullcontext():
        if lock:
            await asyncio.to_thread(_migrate, path)
        database = SqliteDatabase(path)
        try:
            yield SqlStore(database, SqliteJobs(path, database, policy or Policy(), set_aside, alone=lock), bench)
        finally:
            await database.close()


def upgrade(database_url: str) -> None:
    """Bring the schema up to date; what `db upgrade` calls. Raises `LibraryError`."""
    path = path_of(database_url)
    if check(path) is not None:
        refuse_damaged(path)  # who asks for it has the time
    _migrate(path)


def _migrate(path: Path) -> None:
    new = not path.exists()
    path.touch(mode=0o600)  # what was read and asked is for whoever runs the bot
    engine = migrating_engine(path)
    try:
        with engine.begin() as connection:
            migrations.upgrade(connection)
    except (SQLAlchemyError, OSError) as error:
        if new:
            remove_empty(path)
        raise cannot_write(path, error) from None
