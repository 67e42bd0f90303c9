"""What only Postgres does: many processes, and servers that are away."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from procrastinate import App, PsycopgConnector
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import make_url, text

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
from tests.adapters.test_jobs_crash import lines, start, wait_until_told
from tests.adapters.working import a_task, messages, until_idle, working
from tests.engines import a_postgres_database, frozen


@pytest.fixture
def url(postgres_server: str) -> Iterator[str]:
    with a_postgres_database(postgres_server) as made:
        yield made


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


@pytest.mark.parametrize("address", ["postgresql://u:secret@127.0.0.1:1/x", "postgresql://u:secret@/x?host=/nowhere"])
async def test_a_server_that_is_not_there_is_one_sentence(address: str) -> None:
    """No server: said in one line that names the setting and holds no password."""
    with pytest.raises(LibraryError) as caught:
        async with open_store(address):
            pass

    assert "DATABASE_URL" in str(caught.value)
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)


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


async def test_turns_are_fetched_several_at_a_time_and_none_without_a_place(url: str) -> None:
    """Of forty that wait, a worker of six has six after three calls to the server, and none of them twice."""
    async with a_manager(url, waiting=40) as manager:
        worker = await manager.register_worker()
        manager.ahead.begin(6)
        turns = [await manager.fetch_job([QUEUE], worker) for _ in range(6)]
        doing = [turn for turn in await manager.list_jobs_async(status="doing") if turn.worker_id == worker]

        assert len({turn.id for turn in turns if turn}) == 6
        assert {turn.id for turn in doing} == {turn.id for turn in turns if turn}


async def test_turns_of_one_lane_come_one_after_the_other_to_whoever_asks_for_many(url: str) -> None:
    """A lane's next turn is not among what was fetched with the one before it."""
    async with a_manager(url, waiting=9, lanes=3) as manager:
        worker = await manager.register_worker()
        manager.ahead.begin(100)
        turns = [await manager.fetch_job([QUEUE], worker) for _ in range(9)]

        assert len({turn.lock for turn in turns if turn}) == len([turn for turn in turns if turn]) == 3


async def test_turns_that_will_not_begin_are_handed_back(url: str) -> None:
    """A worker that stops gives to the others what it had fetched and not begun, in the old order."""
    async with a_manager(url, waiting=7) as manager:
        first, other = await manager.register_worker(), await manager.register_worker()
        manager.ahead.begin(100)
        begun = [await manager.fetch_job([QUEUE], first) for _ in range(4)]
        await manager.hand_back()
        rest = [await manager.fetch_job([QUEUE], other) for _ in range(4)]

        assert [turn.task_kwargs["job"] for turn in (*begun, *rest) if turn] == [*range(1, 8)]


@asynccontextmanager
async def a_manager(url: str, *, waiting: int, lanes: int = 100) -> AsyncIterator[PatientManager]:
    """Of a queue where so many jobs wait."""
    async with open_store(url) as store:
        for n in range(waiting):
            await store.jobs.accept(a_task(f"{n}", thread=f"{n % lanes}"))
    app = App(connector=PsycopgConnector(conninfo=conninfo(url_of(url))))
    async with app.open_async():
        yield PatientManager(app.connector, 0.05, lambda: False)


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
