"""A store of its own for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.store import Store, open_store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/claims.sqlite3") as store:
        yield store
