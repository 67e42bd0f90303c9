"""A queue that works on tasks until there are none, for the tests of jobs."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.intake.task import ReadLinks, Task
from bot.ports import Job, Jobs

ROOT = Path(__file__).parents[2]


Run = Callable[[Job], Awaitable[None]]


def a_task(message: str, thread: str = "1.1", team: str = "T1") -> ReadLinks:
    return ReadLinks(team=team, channel="C1", thread=thread, message=message, links=("https://example.test/",))


@asynccontextmanager
async def working(jobs: Jobs, run: Run, concurrency: int = 4) -> AsyncIterator[asyncio.Task[None]]:
    """Work goes on in the background of the block."""
    worker = asyncio.create_task(jobs.work(run, concurrency=concurrency))
    try:
        yield worker
    finally:
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


async def until_idle(jobs: Jobs) -> None:
    async with asyncio.timeout(30):
        while not await jobs.idle():
            await asyncio.sleep(0.005)


async def do(jobs: Jobs, run: Run, *tasks: Task, concurrency: int = 4) -> None:
    """Accept the tasks and work until nothing is left."""
    for task in tasks:
        await jobs.accept(task)
    async with working(jobs, run, concurrency):
        await until_idle(jobs)


def messages(seen: list[Job]) -> list[str]:
    return [job.task.message for job in seen if isinstance(job.task, ReadLinks)]
