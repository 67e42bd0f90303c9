"""A process that accepts and works until it is killed; run by `test_jobs_crash`.

Arguments: database URL, folder of the logs, how many tasks to accept. Each line of the logs is one system call, so that it is there
whenever the kernel was told, whatever happens to this process afterwards.
"""

import asyncio
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from bot.adapters.attempt import Policy
from bot.adapters.store import open_store
from bot.errors import LibraryError
from bot.intake.task import ReadLinks, SetAside
from bot.ports import Job

POISON = "poison"
POLICY = Policy(attempts=5, pauses=(0.01,), grace=0.1, poll=0.05, heartbeat=0.2, silence=1.0)


def log(folder: Path, name: str, line: str) -> None:
    file = os.open(folder / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"{line}\n".encode())
    os.close(file)


def a_task(message: str) -> ReadLinks:
    thread = message if message == POISON else str(crc32(message.encode()) % 9)
    return ReadLinks(team="T1", channel="C1", thread=thread, message=message, links=("https://example.test/",))


async def main(url: str, folder: Path, messages: list[str]) -> None:
    async def run(job: Job) -> None:
        if isinstance(job.task, SetAside):
            log(folder, "set_aside", job.task.original)
            return
        assert isinstance(job.task, ReadLinks)
        log(folder, "begun", job.task.message)
        if job.task.message == POISON:
            os.kill(os.getpid(), signal.SIGKILL)
        await asyncio.sleep(0.01)
        log(folder, "ended", job.task.message)

    def set_aside(job: Job) -> SetAside:
        task = job.task
        return SetAside(team=task.team, channel=task.channel, original=task.key, event=f"{job.id}/{job.attempt}")

    async def accept(message: str) -> None:
        with suppress(
            LibraryError
        ):  # frozen within a write, whose connection is then closed: no ack, and Slack comes again
            await store.jobs.accept(a_task(message))
            log(folder, "accepted", message)

    async with open_store(url, policy=POLICY, set_aside=set_aside) as store:
        worker = asyncio.create_task(store.jobs.work(run, concurrency=4))
        log(folder, "opened", str(os.getpid()))
        for first in range(0, len(messages), 3):
            await asyncio.gather(*(accept(message) for message in messages[first : first + 3]))
        await asyncio.sleep(0.05)
        while not await store.jobs.idle():
            await asyncio.sleep(0.01)
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2]), sys.argv[3:]))
