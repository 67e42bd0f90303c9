"""Turns of the queue on Postgres: how many a worker fetches, and what becomes of those that it does not begin."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from procrastinate import App, PsycopgConnector

from bot.adapters.postgres.address import conninfo, url_of
from bot.adapters.postgres.patientmanager import PatientManager
from bot.adapters.postgres.takeover import QUEUE
from bot.adapters.store import open_store
from tests.adapters.working import a_task


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
