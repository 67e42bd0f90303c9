"""The engines on which every contract of the ports is tested."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.attempt import Policy
from bot.adapters.store import Store, open_store

ENGINES = ("sqlite",)
QUICK = Policy(attempts=3, pauses=(0.01, 0.02), deadline=5.0, grace=1.0, look_again=30.0, database_pause=0.05)


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of its own."""
    assert request.param == "sqlite"
    return f"sqlite:///{tmp_path}/claims.sqlite3"


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    async with open_store(database_url, policy=QUICK) as opened:
        yield opened
