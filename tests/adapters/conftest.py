"""The engines on which every contract of the ports is tested."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.adapters.jobs.attempt import Policy
from bot.adapters.processes.press import WorkerPress
from bot.adapters.store import Store, open_store
from bot.adapters.web.aiohttp_web import OpenWeb
from tests.adapters.pressing import opened
from tests.engines import a_postgres_database, a_ready_postgres_database, a_ready_sqlite_database, client_folder
from tests.hostile import HostileServer, hostile_server
from tests.nursery import NURSERY

ENGINES = ("sqlite", "postgres")
QUICK = Policy(
    attempts=3,
    pauses=(0.01, 0.02),
    deadline=5.0,
    grace=1.0,
    look_again=30.0,
    database_pause=0.05,
    poll=0.02,
    heartbeat=0.5,
    silence=2.0,
)


@pytest.fixture(params=ENGINES)
def new_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of its own, without tables."""
    if request.param == "postgres":
        with a_postgres_database(request.getfixturevalue("postgres_server")) as url:
            yield url
    else:
        yield f"sqlite:///{tmp_path}/claims.sqlite3"


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of its own, at this version's schema."""
    if request.param == "postgres":
        with a_ready_postgres_database(request.getfixturevalue("postgres_server")) as url:
            yield url
    else:
        yield a_ready_sqlite_database(tmp_path)


@pytest.fixture
def url(postgres_server: str) -> Iterator[str]:
    """Of a Postgres database without tables."""
    with a_postgres_database(postgres_server) as made:
        yield made


@pytest.fixture
def client_programs(postgres_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Postgres' own programs out of the wheel that has the server."""
    monkeypatch.setenv("PATH", f"{client_folder()}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    async with open_store(database_url, policy=QUICK) as opened:
        yield opened


@pytest.fixture
async def site() -> AsyncIterator[HostileServer]:
    async with hostile_server() as server:
        yield server


def web_for(*servers: HostileServer, seconds: float = 1.0, robots: bool = False) -> OpenWeb:
    return OpenWeb(
        allow=frozenset(server.pair for server in servers), seconds=seconds, max_bytes=5_000_000, robots=robots
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.sqlite3"


@pytest.fixture
async def press() -> AsyncIterator[WorkerPress]:
    async with opened(1.5, workers=1, nursery=NURSERY) as press:
        yield press
