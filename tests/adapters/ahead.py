"""A process whose clock is an hour ahead works on one job, which needs three attempts: `python -m tests.adapters.ahead URL`.

Prints the number of attempts within ten seconds.
"""

import asyncio
import sys
from contextlib import suppress
from datetime import timedelta

from bot.adapters.rows import database
from bot.ports import Job, Later

told = database.now
database.now = lambda: told() + timedelta(hours=1)  # before anybody else takes it from there


async def main(url: str) -> None:
    from bot.adapters.store import open_store
    from tests.adapters.conftest import QUICK
    from tests.adapters.working import a_task

    attempts = 0

    async def run(job: Job) -> None:
        nonlocal attempts
        attempts += 1
        if attempts < 3:
            raise Later(0.1, free=True)

    async with open_store(url, policy=QUICK) as store:
        worker = asyncio.create_task(store.jobs.work(run, concurrency=1))
        await store.jobs.accept(a_task("1"))
        with suppress(TimeoutError):
            async with asyncio.timeout(10):
                while not await store.jobs.idle():
                    await asyncio.sleep(0.02)
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
    print(attempts)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
