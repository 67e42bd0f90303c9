"""What only Postgres does: many processes, and databases that are refused."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.adapters.postgres.address import conninfo, url_of
from bot.adapters.store import Store, open_store, upgrade
from bot.errors import LibraryError
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.test_jobs_crash import lines, start, wait_until_told
from tests.adapters.working import a_task, do, messages, until_idle, working

_WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"


@pytest.fixture
async def stores(url: str) -> AsyncIterator[list[Store]]:
    """Three processes' worth of stores on one database."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(open_store(url, policy=QUICK)) for _ in range(3)]


async def test_workers_share_the_jobs_and_run_each_once(stores: list[Store]) -> None:
    """Three workers, forty jobs in ten lanes: each job runs once, each lane in order, and no worker has them all."""
    seen: list[Job] = []
    shares: Counter[int] = Counter()

    def runner(n: int) -> object:
        async def run(job: Job) -> None:
            shares[n] += 1
            await asyncio.sleep(0.02)
            seen.append(job)

        return run

    async with AsyncExitStack() as stack:
        for n, store in enumerate(stores):
            await stack.enter_async_context(working(store.jobs, runner(n), concurrency=2))  # type: ignore[arg-type]
        for n in range(40):
            await stores[n % 3].jobs.accept(a_task(f"{n:02}", thread=str(n % 10)))
        await until_idle(stores[0].jobs)

    order = messages(seen)
    assert sorted(order) == [f"{n:02}" for n in range(40)]
    assert max(shares.values()) < 40
    for lane in range(10):
        mine = [message for message in order if int(message) % 10 == lane]
        assert mine == sorted(mine)


async def test_a_job_is_not_begun_while_others_do_not_know_of_its_process(url: str) -> None:
    """Its turn is taken, but it waits as it did: whatever ends the process in those seconds, the job is not to blame."""
    policy = replace(QUICK, heartbeat=20, silence=60)
    released = asyncio.Event()

    async def run(_: Job) -> None:
        await released.wait()

    async with open_store(url, policy=policy) as first, open_store(url, policy=policy) as second:
        await first.jobs.accept(a_task("1", thread="1"))
        async with working(first.jobs, run, concurrency=1):
            await _turns_are_taken(url, 1)
            await second.jobs.accept(a_task("2", thread="2"))
            async with working(second.jobs, run):
                await _turns_are_taken(url, 2)
                assert {state: depth.count for state, depth in (await second.jobs.counts()).items()} == {
                    "running": 1,
                    "waiting": 1,
                }
                released.set()
                await until_idle(first.jobs)


async def _turns_are_taken(url: str, count: int) -> None:
    query = "SELECT count(*) FROM procrastinate_jobs WHERE status = 'doing'"
    async with (
        asyncio.timeout(20),
        await psycopg.AsyncConnection.connect(conninfo(url_of(url)), autocommit=True) as own,
    ):
        while await (await own.execute(query)).fetchone() != (count,):
            await asyncio.sleep(0.01)


async def test_one_task_accepted_by_several_processes_is_one_job(stores: list[Store]) -> None:
    """Twin events that reach two replicas at the same moment are new to one of them."""
    verdicts = await asyncio.gather(*(stores[n % 3].jobs.accept(a_task("1")) for n in range(30)))

    assert sum(verdicts) == 1


async def test_a_frozen_worker_is_taken_over_and_does_no_harm_when_it_thaws(url: str, tmp_path: Path) -> None:
    """Its jobs are done by another; what it then says about them is not heard."""
    frozen = start(url, tmp_path, *(f"m{n}" for n in range(20)))
    await asyncio.to_thread(wait_until_told, tmp_path, "opened", str(frozen.pid))
    await asyncio.sleep(0.1)
    os.kill(frozen.pid, signal.SIGSTOP)
    left = set(lines(tmp_path, "accepted"))

    other = start(url, tmp_path)
    code = await asyncio.to_thread(other.wait)
    done_meanwhile = left <= set(lines(tmp_path, "ended"))
    os.kill(frozen.pid, signal.SIGCONT)
    thawed = await asyncio.to_thread(frozen.wait)

    assert (code, thawed) == (0, 0)
    assert done_meanwhile
    async with open_store(url) as store:
        assert set(await store.jobs.counts()) == {"done"}


def test_a_newer_database_is_refused_untouched(url: str) -> None:
    """A version that does not know the schema does not touch it."""
    upgrade(url)
    with psycopg.connect(url) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(LibraryError, match=r"newer version .*9999"):
        upgrade(url)


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_cannot_hold_every_language_is_refused(encoding: str, url: str) -> None:
    """One sentence says which encoding it has and which it needs."""
    name = f"e{os.getpid()}{encoding.lower()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            f"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'"
        )
    try:
        with pytest.raises(LibraryError, match=f"{encoding}.*UTF8"):
            upgrade(make_url(url).set(database=name).render_as_string(hide_password=False))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name}")


def test_a_user_without_rights_is_told_so(url: str) -> None:
    """A user who may not make tables gets one sentence, and no half of a schema is left."""
    user = f"u{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {user} LOGIN")
    try:
        with pytest.raises(LibraryError, match=r"permission denied.*DATABASE_URL|DATABASE_URL.*permission denied"):
            upgrade(make_url(url).set(username=user).render_as_string(hide_password=False))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
            connection.execute(f"DROP ROLE {user}")

    assert tables == (0,)


async def test_a_stop_while_a_job_is_begun_is_no_attempt(url: str, stores: list[Store]) -> None:
    """Its row is written begun with those of others, whoever waits for it; then it is handed back."""
    seen: list[Job] = []
    jobs = stores[0].jobs

    async def run(job: Job) -> None:
        seen.append(job)

    await jobs.accept(a_task("1"))
    async with (
        await psycopg.AsyncConnection.connect(url) as holding,
        await psycopg.AsyncConnection.connect(url, autocommit=True) as looking,
    ):
        await holding.execute("SELECT FROM jobs FOR UPDATE")
        async with working(jobs, run) as worker, asyncio.timeout(20):
            while not (await (await looking.execute(_WAITING)).fetchone() or (0,))[0]:
                await asyncio.sleep(0.01)
            worker.cancel()
            await asyncio.sleep(0.2)
            await holding.commit()
            await asyncio.wait([worker])  # who is told to stop is told so once
    await do(jobs, run)

    assert [job.attempt for job in seen] == [1]


async def test_each_process_has_its_own_starts_and_a_dead_ones_go_to_the_next(url: str) -> None:
    """Three processes keep three counts; who comes after one of them goes on with its count, whichever it was."""
    moment = datetime.now(UTC)

    async def kept(store: Store) -> int:
        return len(await store.starts.known(moment))

    async with open_store(url) as first, open_store(url) as third:
        async with open_store(url) as second:
            for store, times in ((first, 1), (second, 2), (third, 3)):
                for _ in range(times):
                    await store.starts.keep(moment)
            assert [await kept(store) for store in (first, second, third)] == [1, 2, 3]

        async with open_store(url) as successor, open_store(url) as another:
            assert [await kept(store) for store in (first, third, successor, another)] == [1, 3, 2, 0]
