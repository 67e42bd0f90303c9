"""The clock of a Postgres server that is set back while bots share its pace, and while jobs wait there."""

import asyncio
import os
import signal
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.adapters.postgres.address import url_of
from bot.adapters.postgres.clock import mend_what_is_ahead
from bot.adapters.postgres.store import PostgresDatabase
from bot.adapters.rows.database import Connection
from bot.adapters.store import open_store
from bot.ports import Job, Later
from bot.ports.pacing import Tier, Turn
from tests.adapters.conftest import QUICK
from tests.adapters.test_jobs_crash import lines, start, wait_until_told
from tests.adapters.test_pacing import processes
from tests.adapters.working import a_task, until_idle, working
from tests.engines import a_ready_postgres_database

TIER = Tier(2, 0.2)
POSTS, EDITS = Turn("posts", TIER, TIER), Turn("edits", TIER, TIER)
PACES_AHEAD = "UPDATE paces SET turns = ARRAY(SELECT turn + 3600 FROM unnest(turns) AS turn)"
TURNS_AHEAD = (
    "UPDATE procrastinate_jobs SET scheduled_at = scheduled_at + interval '1 hour'",
    "UPDATE procrastinate_events SET at = at + interval '1 hour'",
)
PUT_OFF = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND scheduled_at > clock_timestamp()"
WORKERS_AHEAD = "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat + interval '1 hour'"


@pytest.fixture
def url(postgres_server: str) -> Iterator[str]:
    """Of a Postgres database at this version's schema."""
    with a_ready_postgres_database(postgres_server) as made:
        yield made


def an_hour_ahead(url: str, *statements: str) -> None:
    """What a server wrote before its clock was set back by an hour."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


async def test_turns_of_a_clock_that_was_set_back_hold_nobody_up(url: str) -> None:
    """What was taken an hour ahead of what the server shows now is forgotten: answers wait no hour, and progress is shown."""
    async with processes(url, 2) as (one, other):
        for _ in range(3):
            await one.pacing.take("T1", [POSTS])
            await one.pacing.take("T1", [EDITS])
        an_hour_ahead(url, PACES_AHEAD)

        shown = await other.pacing.take_now("T1", [EDITS])
        waits = [await other.pacing.take("T1", [POSTS]) for _ in range(4)]

    assert shown
    assert 0 < max(waits) < 2


async def test_a_job_that_waits_for_another_attempt_waits_no_hour(url: str) -> None:
    """Its turn was written an hour ahead of what the server shows now, so it is due; the next one keeps its pause."""
    attempts: list[float] = []

    async def run(_: Job) -> None:
        attempts.append(asyncio.get_running_loop().time())
        if len(attempts) < 3:
            raise Later(1.5, free=True)

    async with open_store(url, policy=QUICK) as store, working(store.jobs, run):
        await store.jobs.accept(a_task("1"))
        while not attempts:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        an_hour_ahead(url, *TURNS_AHEAD)
        async with asyncio.timeout(10):
            await until_idle(store.jobs)

    assert len(attempts) == 3
    assert attempts[2] - attempts[1] >= 1.5


async def test_a_pause_that_slack_asked_for_is_kept(url: str) -> None:
    """Longer than any clock is trusted to differ, and no sign that one was set back."""
    attempts: list[Job] = []

    async def run(job: Job) -> None:
        attempts.append(job)
        raise Later(timedelta(minutes=50).total_seconds(), free=True)

    async with open_store(url, policy=QUICK) as store, working(store.jobs, run):
        await store.jobs.accept(a_task("1"))
        await asyncio.sleep(2.5)

    assert len(attempts) == 1


async def test_a_job_that_waits_for_another_attempt_lets_nothing_be_written(url: str) -> None:
    """It shows nothing of the clock: a server that takes no writes is not told of for it."""
    begun = asyncio.Event()

    async def run(_: Job) -> None:
        begun.set()
        raise Later(timedelta(minutes=50).total_seconds(), free=True)

    async def look(connection: Connection) -> int:
        await connection.execute(text("SET LOCAL transaction_read_only = on"))
        await mend_what_is_ahead(connection)
        return int((await connection.execute(text(PUT_OFF))).scalar_one())

    async with open_store(url, policy=QUICK) as store, working(store.jobs, run):
        await store.jobs.accept(a_task("1"))
        await asyncio.wait_for(begun.wait(), 10)
    database = PostgresDatabase(url_of(url))
    try:
        assert await database.write(look) == 1
    finally:
        await database.close()


async def test_a_worker_that_died_before_the_clock_was_set_back_is_taken_over(url: str, tmp_path: Path) -> None:
    """It was last heard of an hour ahead of what the server shows now, and is not waited for until then."""
    dead = start(url, tmp_path, *(f"m{n}" for n in range(10)))
    await asyncio.to_thread(wait_until_told, tmp_path, "begun")
    os.kill(dead.pid, signal.SIGKILL)
    await asyncio.to_thread(dead.wait)
    accepted = set(lines(tmp_path, "accepted"))
    an_hour_ahead(url, WORKERS_AHEAD)

    other = start(url, tmp_path)
    try:
        async with asyncio.timeout(20):
            while not accepted <= set(lines(tmp_path, "ended")):
                await asyncio.sleep(0.05)
    finally:
        os.kill(other.pid, signal.SIGKILL)
        await asyncio.to_thread(other.wait)
