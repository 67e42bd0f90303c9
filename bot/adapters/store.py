"""Where everything is kept: the one place that looks at DATABASE_URL."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from bot.adapters.jobs.attempt import Policy, SetAside
from bot.adapters.jobs.jobrows import Depth, State
from bot.adapters.processes.bench import Bench
from bot.adapters.sqlite.file import path_of
from bot.ports import Ballots, Jobs, Keeping, Library, Memory, Meters, Pacing, Rulebook, Starts, Vault


class KeptJobs(Jobs, Protocol):
    """`Jobs`, and what an operator asks of them."""

    async def reach(self) -> None:
        """Raises `LibraryError` when nothing could be accepted now."""
        ...

    async def retry(self, job_id: str) -> bool:
        """Give a failed job all its attempts again; False when there is no such failed job."""
        ...

    async def counts(self) -> Mapping[State, Depth]:
        """Jobs by state, with the time when the oldest was accepted; a state without jobs is left out."""
        ...


class Store(Protocol):
    """The library, the jobs and the meters of one database."""

    @property
    def library(self) -> Library: ...

    @property
    def jobs(self) -> KeptJobs: ...

    @property
    def meters(self) -> Meters: ...

    @property
    def keeping(self) -> Keeping: ...

    @property
    def memory(self) -> Memory: ...

    @property
    def ballots(self) -> Ballots: ...

    @property
    def rulebook(self) -> Rulebook: ...

    @property
    def pacing(self) -> Pacing: ...

    @property
    def starts(self) -> Starts: ...

    def vault(self, keys: Sequence[str]) -> Vault:
        """What is sealed in this database, with the newest key first."""
        ...


def open_store(
    database_url: str,
    *,
    lock: bool = True,
    policy: Policy | None = None,
    set_aside: SetAside | None = None,
    bench: Bench | None = None,
) -> AbstractAsyncContextManager[Store]:
    """`async with open_store(url) as store`. Raises `LibraryError` on entering, one sentence.

    `lock`: this process works on the jobs, on a schema that it brings up to date; on SQLite there can be only one such
    process. Without it this is a command beside the bot, which refuses a schema that is not this version's and leaves it
    as it is. `set_aside` tells of a job that is given up because its process died of it; at the `bench` is done what takes a processor a while.
    """
    if not is_sqlite(database_url):
        from bot.adapters.postgres.store import open_postgres

        return open_postgres(database_url, lock=lock, policy=policy, set_aside=set_aside, bench=bench)
    from bot.adapters.sqlite.store import open_sqlite

    return open_sqlite(database_url, lock=lock, policy=policy, set_aside=set_aside, bench=bench)


def check_startable(database_url: str) -> None:
    """Raises `LibraryError` where a process that works on the jobs could not start, with nothing changed: a file that another
    one works on, and whatever else `open_store` refuses."""
    if is_sqlite(database_url):
        from bot.adapters.sqlite import file as sqlitefile

        path = sqlitefile.path_of(database_url)
        sqlitefile.check_free(path)
        sqlitefile.check(path)
    else:
        from bot.adapters.postgres import store as postgres

        postgres.check_startable(database_url)


def check_rights(database_url: str) -> None:
    """Raises `LibraryError` for a server's database in which a bot could not work, for rights or because it is read-only."""
    if not is_sqlite(database_url):
        from bot.adapters.postgres import store as postgres

        postgres.check_rights(database_url)


def upgrade(database_url: str) -> None:
    """Bring the schema up to date. Raises `LibraryError`."""
    if is_sqlite(database_url):
        from bot.adapters.sqlite import store as sqlite

        sqlite.upgrade(database_url)
    else:
        from bot.adapters.postgres import store as postgres

        postgres.upgrade(database_url)


def whereabouts(database_url: str) -> str:
    """What may be shown of it: a file's path, or name and host; no user and no password. Raises `LibraryError`."""
    if is_sqlite(database_url):
        return str(path_of(database_url))
    from bot.adapters.postgres import address

    return address.whereabouts(database_url)


def is_sqlite(database_url: str) -> bool:
    return not database_url.startswith(("postgresql:", "postgres:"))
