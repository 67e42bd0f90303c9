"""Rows to back up and restore."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.adapters.store import open_store
from tests.adapters.working import a_task

ROOT = Path(__file__).parents[2]


async def accept(url: str, *messages: str) -> list[bool]:
    """Whether each task was new to the database."""
    async with open_store(url) as store:
        return [await store.jobs.accept(a_task(message)) for message in messages]


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        (count,) = database.execute("SELECT count(*) FROM jobs").fetchone()
        return int(count)
