"""The database is away, locked or full: nothing is acked, /readyz says so, and all recovers by itself."""

import asyncio
import json
import resource
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.playground.articles import SHOWCASE
from tests.engines import frozen
from tests.scenarios.process import Served, served
from tests.scenarios.scene import Town, town
from tests.waiting import until

pytestmark = pytest.mark.slow


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
        while not (here.replies(ts) and await bot.ready()):
            await asyncio.sleep(0.1)
    await here.slack.settled()
    assert here.replies(ts) == 1


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
    """SQLite, which cannot write any further; whoever reads in the log that a delivery was not accepted reads why."""
    async with served(here, tmp_path) as bot:
        await is_answered_after(here, bot, full(tmp_path / "claims.sqlite3", bot.process.pid))

    refused = [line for line in bot.log.read_text().splitlines() if '"event": "not_accepted"' in line]
    assert refused
    assert all("see whether its disk is full" in line for line in refused)


@contextmanager
def stopped(server: Any) -> Iterator[None]:
    """Switched off, and on again."""
    server.stop()
    yield
    server.start()


async def test_a_stopped_server_acks_nothing_until_it_is_back(here: Town, tmp_path: Path, own_server: Any) -> None:
    """Postgres, stopped and started again."""
    async with served(here, tmp_path, DATABASE_URL=own_server.get_uri()) as bot:
        await is_answered_after(here, bot, stopped(own_server))


async def test_a_frozen_server_acks_nothing_until_it_goes_on(here: Town, tmp_path: Path, own_server: Any) -> None:
    """Postgres, which still takes what it is sent and answers nothing."""
    async with served(here, tmp_path, DATABASE_URL=own_server.get_uri()) as bot:
        await is_answered_after(here, bot, frozen(own_server))


@contextmanager
def read_only(url: str) -> Iterator[None]:
    """As after a failover: whoever was connected is cut off, and finds a server that takes no writes, and later one that does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute("ALTER ROLE ALL SET default_transaction_read_only = on")
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        yield
        connection.execute("ALTER ROLE ALL RESET default_transaction_read_only")


async def test_a_server_that_became_read_only_acks_nothing_until_it_takes_writes(
    here: Town, tmp_path: Path, own_server: Any
) -> None:
    """Postgres, which answers every question; the log says once that it is read-only, and once that all is well."""
    url = own_server.get_uri()
    async with served(here, tmp_path, DATABASE_URL=url) as bot:
        await is_answered_after(here, bot, read_only(url))
        lines = [json.loads(line) for line in bot.log.read_text().splitlines()]

    told = [line["event"] for line in lines if "is read-only" in str(line.get("error"))]
    assert sorted(told) == ["not_ready", "the queue waits for its database"]
    assert [line["event"] for line in lines].count("ready_again") == 1


async def test_a_frozen_server_keeps_nobody_who_is_told_to_go(here: Town, tmp_path: Path, own_server: Any) -> None:
    """SIGTERM while a link is being read and the database answers nothing: the process ends all the same."""
    async with served(here, tmp_path, DATABASE_URL=own_server.get_uri(), CLAIMS_DRAIN_SECONDS="1") as bot:
        await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
        await until(lambda: any(each.acked_after is not None for each in here.slack.deliveries))
        with frozen(own_server):
            _, seconds = await bot.stop()

    assert seconds < 15


NO_ROOM = """
    CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full';
    END $$;
    CREATE TRIGGER no_room BEFORE INSERT ON articles FOR EACH ROW EXECUTE FUNCTION no_room()
"""


async def test_a_disk_too_full_for_an_article_costs_a_job_none_of_its_attempts(
    here: Town, tmp_path: Path, own_server: Any
) -> None:
    """Postgres, which may still have room for what is accepted: the link waits, and the log says for what."""
    url = own_server.get_uri()
    async with served(here, tmp_path, DATABASE_URL=url) as bot:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(NO_ROOM)
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
            await until(lambda: len(told(bot, "database_away")) > 2)
            connection.execute("DROP FUNCTION no_room CASCADE")
        await until(lambda: bool(told(bot, "job", outcome="done", kind="read")), 60)

    assert {line["reason"] for line in told(bot, "database_away")} == {
        "The database cannot be used: could not extend file: No space left on device."
    }
    assert [line["attempt"] for line in told(bot, "job", outcome="done", kind="read")] == [1]
    assert told(bot, "attempt_failed") == []
    assert here.replies(ts) == 1


def told(bot: Served, event: str, **facts: str) -> list[dict[str, Any]]:
    """The lines of its log about that."""
    lines = [json.loads(line) for line in bot.log.read_text().splitlines()]
    return [line for line in lines if line["event"] == event and facts.items() <= line.items()]
