"""Processes that accept and work until they are killed; `test_jobs_crash` asks for them.

To load what they need takes each far longer than to do it. So one process loads it, and makes a copy of itself for each line of
arguments that it is given, as JSON: database URL, folder of the logs, how many tasks to accept. Each line of the logs is one system call, so that it is there
whenever the kernel was told, whatever happens to this process afterwards.
"""

import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from bot.adapters.jobs.attempt import Policy
from bot.adapters.store import open_store
from bot.errors import LibraryError
from bot.intake.task import ReadLinks, SetAside
from bot.ports import Job

POISON = "poison"
HELD = "held"  # never ends: whoever runs it can be killed at leisure
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
        if job.task.message == HELD:
            await asyncio.Event().wait()
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


def copies() -> None:
    """For each line of arguments a copy, whose process id is answered; for each line with such an id, how that copy ended."""
    for line in iter(sys.stdin.readline, ""):
        told = json.loads(line)
        if isinstance(told, int):
            print(os.waitstatus_to_exitcode(os.waitpid(told, 0)[1]), flush=True)
        elif pid := os.fork():
            print(pid, flush=True)
        else:
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what it logs is no answer
            url, folder, *messages = told
            asyncio.run(main(url, Path(folder), messages))
            return


if __name__ == "__main__":
    copies()
