"""Whoever stops, loses nothing: jobs end in their grace or are handed back, on every engine."""

import asyncio

from bot.adapters.store import Store
from bot.ports import Job
from tests.adapters.working import a_task, do, messages, working


async def test_stopping_lets_running_jobs_end_within_their_grace(store: Store) -> None:
    """A job that needs a moment more is finished, not run twice; no other is started."""
    seen: list[Job] = []
    started = asyncio.Event()

    async def run(job: Job) -> None:
        started.set()
        await asyncio.sleep(0.1)
        seen.append(job)

    await store.jobs.accept(a_task("1"))
    await store.jobs.accept(a_task("2"))
    async with working(store.jobs, run, concurrency=1):
        await started.wait()

    assert messages(seen) == ["1"]
    await do(store.jobs, run)
    assert messages(seen) == ["1", "2"]


async def test_stopping_hands_back_what_does_not_end(store: Store) -> None:
    """What outlives the grace is another worker's first attempt again."""
    seen: list[int] = []
    started = asyncio.Event()

    async def hang(job: Job) -> None:
        started.set()
        await asyncio.sleep(60)

    async def run(job: Job) -> None:
        seen.append(job.attempt)

    await store.jobs.accept(a_task("1"))
    async with working(store.jobs, hang):
        await started.wait()
    assert not await store.jobs.idle()
    await do(store.jobs, run)

    assert seen == [1]


async def test_cancelling_at_any_moment_loses_nothing(store: Store) -> None:
    """Workers that are stopped again and again, some while they claim, leave every job to the next one.

    One that outlives its grace just as it ends, on a busy machine, is run anew: that nothing is said twice is the ledger's part.
    """
    seen: list[Job] = []

    async def run(job: Job) -> None:
        await asyncio.sleep(0.001)
        seen.append(job)

    await asyncio.gather(*(store.jobs.accept(a_task(str(n), thread=str(n % 7))) for n in range(40)))
    for n in range(15):
        async with working(store.jobs, run, concurrency=3):
            await asyncio.sleep(0.0015 * n)
    await do(store.jobs, run)

    assert set(messages(seen)) == {str(n) for n in range(40)}
    assert len(seen) <= 44
    assert all(job.attempt == 1 for job in seen)
