"""Postgres away: not there, gone, frozen, or back after it dropped every connection."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import psycopg
import pytest
from procrastinate import App, PsycopgConnector
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import func, make_url, select, text
from structlog.testing import capture_logs

from bot.adapters.postgres.address import FROZEN, conninfo, url_of
from bot.adapters.postgres.patientmanager import PatientManager
from bot.adapters.postgres.store import PostgresDatabase
from bot.adapters.postgres.takeover import QUEUE
from bot.adapters.rows.database import Connection
from bot.adapters.store import Store, open_store, upgrade
from bot.errors import LibraryError
from bot.intake.task import Task
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.working import a_task, messages, until_idle, working
from tests.engines import frozen


@pytest.mark.parametrize("address", ["postgresql://u:secret@127.0.0.1:1/x", "postgresql://u:secret@/x?host=/nowhere"])
async def test_a_server_that_is_not_there_is_one_sentence(address: str) -> None:
    """No server: said in one line that names the setting and holds no password."""
    with pytest.raises(LibraryError) as caught:
        async with open_store(address):
            pass

    assert "DATABASE_URL" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


async def test_work_goes_on_after_the_server_dropped_every_connection(url: str, postgres_server: str) -> None:
    """As after a restart of the database: accepting and working recover by themselves, and nothing is lost."""
    seen: list[str] = []

    async def run(job: Job) -> None:
        await asyncio.sleep(0.05)
        seen.extend(messages([job]))

    async with open_store(url, policy=QUICK) as store, working(store.jobs, run, concurrency=3):
        await asyncio.gather(*(store.jobs.accept(a_task(str(n), thread=str(n))) for n in range(12)))
        await asyncio.sleep(0.1)
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [make_url(url).database]
            )
        async with asyncio.timeout(20):
            while len(set(seen)) < 12 or not await store.jobs.idle():
                await asyncio.sleep(0.05)
        assert await store.jobs.accept(a_task("after", thread="x"))
        await until_idle(store.jobs)

        assert set(await store.jobs.counts()) == {"done"}


async def test_a_connection_that_is_cut_within_a_step_leaves_no_traceback(
    url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asked gets one sentence; there is nothing left to take back on the connection, which is closed."""

    async def cut(connection: Connection) -> None:
        await connection.execute(cutting)

    cutting = select(func.pg_terminate_backend(func.pg_backend_pid()))
    database = PostgresDatabase(url_of(url))
    for single in (
        True,
        True,
        False,
    ):  # from the second time on it is said past SQLAlchemy, which then knows nothing of it
        with pytest.raises(LibraryError, match="cannot be used"):
            await database.write(cut, single=single)
    await database.close()

    assert [record.getMessage() for record in caplog.records] == []


async def test_a_connection_in_use_is_not_asked_whether_it_is_there(url: str) -> None:
    """A statement costs the server one transaction: nothing before it, nothing around it, whether it reads or writes."""

    async def look(connection: Connection) -> None:
        await connection.execute(text("SELECT 1"))

    database = PostgresDatabase(url_of(url), connections=1)
    for call in (database.read, partial(database.write, single=True)):
        await call(look)
        before = await _transactions(database)
        for _ in range(40):
            await call(look)
        assert 40 <= await _transactions(database) - before <= 44
    await database.close()


async def test_a_connection_that_was_dropped_is_replaced_before_it_is_used(url: str, postgres_server: str) -> None:
    """Also one that was in use a moment ago: no read and no write fails for it."""
    dropped = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"

    async def look(connection: Connection) -> int:
        return int((await connection.execute(text("SELECT 1"))).scalar_one())

    database = PostgresDatabase(url_of(url), connections=2)
    seen: list[int] = []
    for call in (database.read, database.write, partial(database.write, single=True)):
        await asyncio.gather(call(look), call(look))
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute(dropped, [make_url(url).database])
        await asyncio.sleep(0.1)  # the server ends them when it comes to it
        seen += await asyncio.gather(call(look), call(look))
    await database.close()

    assert seen == [1] * 6


async def _transactions(database: PostgresDatabase) -> int:
    """Of this database so far, those of its one connection told now."""

    async def step(connection: Connection) -> int:
        await connection.execute(text("SELECT pg_stat_force_next_flush()"))
        await connection.execute(text("SELECT pg_stat_clear_snapshot()"))
        told = "SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"
        return int((await connection.execute(text(told))).scalar_one())

    return await database.read(step)


async def test_who_loses_its_connection_keeps_on_counting(url: str, postgres_server: str) -> None:
    """The server dropped every connection: the process takes a seat again, its own where nobody else has it."""
    moment = datetime.now(UTC)
    async with open_store(url) as store:
        await store.starts.keep(moment)
        with psycopg.connect(postgres_server, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [make_url(url).database]
            )
        await store.starts.keep(moment)

        assert len(await store.starts.known(moment)) == 2


@pytest.mark.slow
async def test_a_server_that_goes_away_costs_a_job_none_of_its_attempts(own_server: Any) -> None:
    """The worker is heard of again once the server is back, so nobody takes over what it does, and it takes up what comes."""
    seen: list[tuple[str, int]] = []
    enough = asyncio.Event()

    async def run(job: Job) -> None:
        seen.extend((message, job.attempt) for message in messages([job]))
        await enough.wait()

    policy = replace(QUICK, deadline=90.0)
    async with open_store(own_server.get_uri(), policy=policy) as store, working(store.jobs, run):
        await store.jobs.accept(a_task("before", thread="1"))
        async with asyncio.timeout(10):
            while not seen:
                await asyncio.sleep(0.05)
        own_server.stop()
        await asyncio.sleep(4)
        own_server.start()
        async with asyncio.timeout(90):
            while not await accepted(store, a_task("after", thread="2")):
                await asyncio.sleep(0.1)
            while {"before", "after"} != {message for message, _ in seen}:
                await asyncio.sleep(0.1)
            await asyncio.sleep(2 * policy.silence)  # who looks for jobs of the dead has looked
            enough.set()
            while not await store.jobs.idle():
                await asyncio.sleep(0.1)

        assert {attempt for _, attempt in seen} == {1}
        assert set(await store.jobs.counts()) == {"done"}


@pytest.mark.slow
async def test_a_server_that_is_away_is_told_of_once_and_so_is_its_return(own_server: Any) -> None:
    """Who beats, listens, ends a job or looks after the dead tries again and again; the log has each reason once, and the end."""
    begun, enough = asyncio.Event(), asyncio.Event()

    async def run(_: Job) -> None:
        begun.set()
        await enough.wait()

    async with open_store(own_server.get_uri(), policy=QUICK) as store:
        with capture_logs() as lines:
            async with working(store.jobs, run):
                await store.jobs.accept(a_task("1"))
                await asyncio.wait_for(begun.wait(), 10)
                own_server.stop()
                enough.set()
                await asyncio.sleep(5)
                own_server.start()
                async with asyncio.timeout(60):
                    while {"the queue has its database again", "looks after dead workers again"} - _events(lines):
                        await asyncio.sleep(0.1)

    told = Counter((line["event"], line.get("error")) for line in lines)
    assert set(told.values()) == {1}
    assert {"the queue waits for its database", "could not look after dead workers"} < _events(lines)
    assert not [error for _, error in told if error in ("OperationalError", "LibraryError", "LibraryAway")]


def _events(lines: Sequence[Any]) -> set[str]:
    return {line["event"] for line in lines}


async def test_a_worker_shows_that_it_lives_and_listens_again_once_the_server_is_back(own_server: Any) -> None:
    """A heartbeat that finds no server ends nothing, and what is accepted afterwards is told to whoever listened before."""
    url = own_server.get_uri()
    upgrade(url)
    heard = asyncio.Event()

    async def told(**_: Any) -> None:
        heard.set()

    app = App(connector=PsycopgConnector(conninfo=conninfo(url_of(url)), timeout=1.0, reconnect_timeout=0.5))
    async with app.open_async():
        manager = PatientManager(app.connector, 0.05, lambda: False)
        worker = await manager.register_worker()
        listening = asyncio.create_task(manager.listen_for_jobs(on_notification=told, queues=[QUEUE]))
        await asyncio.sleep(0.5)
        own_server.stop()
        await manager.update_heartbeat(worker)
        own_server.start()
        async with open_store(url, policy=QUICK) as store, asyncio.timeout(30):
            while not heard.is_set():
                await store.jobs.accept(a_task(f"{time.monotonic()}"))
                await asyncio.sleep(0.1)
        listening.cancel()

    assert heard.is_set()


async def test_nobody_asks_a_server_that_is_away_which_jobs_to_abort() -> None:
    """No job is aborted here: procrastinate, which would ask while one runs, would write a traceback each time."""
    manager = PatientManager(PsycopgConnector(conninfo="host=/nowhere"), 0.05, lambda: False)

    assert list(await manager.list_jobs_to_abort_async()) == []


async def accepted(store: Store, task: Task) -> bool:
    with suppress(LibraryError):
        await store.jobs.accept(task)
        return True
    return False


@pytest.mark.slow
async def test_nobody_is_taken_for_dead_while_the_server_was_frozen(own_server: Any) -> None:
    """Frozen for longer than a worker may be silent, it finds all of them silent when it goes on: each job runs once, and its
    thread goes on too."""
    begun: Counter[str] = Counter()

    async def run(job: Job) -> None:
        begun.update(messages([job]))
        await asyncio.sleep(7 if job.task.event == "long" else 0)

    async with AsyncExitStack() as stack:
        url = own_server.get_uri()
        policy = replace(QUICK, deadline=60.0)
        stores = [await stack.enter_async_context(open_store(url, policy=policy)) for _ in range(2)]
        for store in stores:
            await stack.enter_async_context(working(store.jobs, run))
        for n in range(6):
            await stores[0].jobs.accept(a_task(f"{n}", thread=f"{n}").model_copy(update={"event": "long"}))
        async with asyncio.timeout(10):
            while len(begun) < 6:
                await asyncio.sleep(0.05)
        with frozen(own_server):
            await asyncio.sleep(4)
        for n in range(6):
            await stores[0].jobs.accept(a_task(f"{n} again", thread=f"{n}"))
        async with asyncio.timeout(30):
            while not await stores[0].jobs.idle():
                await asyncio.sleep(0.05)

    assert begun == dict.fromkeys([*(f"{n}" for n in range(6)), *(f"{n} again" for n in range(6))], 1)


def test_a_server_whose_machine_is_gone_is_noticed_soon() -> None:
    """Each connection asks after its peer, the queue's included; what the address says about that counts."""
    asked = conninfo_to_dict(
        conninfo(url_of("postgresql://claims@db.example/claims?keepalives_idle=60&sslmode=require"))
    )

    assert asked["keepalives_idle"] == "60"
    assert asked["tcp_user_timeout"] == "20000"
    assert asked["sslmode"] == "require"
    assert str(asked["options"]).endswith(FROZEN)
