"""The embedded queue at work: lanes in parallel, within a lane in order, in this process."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime

import structlog

from bot.adapters.jobs.attempt import HANDED_BACK, Policy, Run, SetAside, attempt
from bot.adapters.jobs.jobrows import Claimed
from bot.adapters.jobs.queue import Queue
from bot.adapters.jobs.waiting import Waiting
from bot.adapters.rows.database import T, now
from bot.errors import LibraryError
from bot.intake.task import Task

log = structlog.get_logger("claims_bot.queue")


class Worker:
    """One run of the queue. Made anew for each `work`."""

    def __init__(self, queue: Queue, run: Run, concurrency: int, policy: Policy, set_aside: SetAside | None) -> None:
        self._queue = queue
        self._run = run
        self._concurrency = concurrency
        self._policy = policy
        self._set_aside = set_aside
        self._wake = asyncio.Event()
        self._waiting = Waiting()
        self._running: set[asyncio.Task[None]] = set()
        self._suspects: dict[int, int] = {}
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    async def work(self) -> None:
        """Until cancelled; then running jobs get their grace, and the rest is handed back."""
        try:
            await self._patiently(self._take_up)
            while True:
                self._wake.clear()
                pause = await self._patiently(self._start_some)
                await self._sleep(pause)
        finally:
            await self._drain()

    async def _take_up(self) -> None:
        left, deadly = await self._queue.take_up(tells=self._tells, pauses=self._policy.pauses)
        self._suspects |= await self._queue.suspects()
        if left:
            log.warning("jobs of a dead process taken up again", jobs=len(left))
        if deadly is not None:
            log.error("job set aside: its process died of it", job=deadly.id, kind=deadly.task.kind)

    def _tells(self, deadly: Claimed) -> Task | None:
        return self._set_aside(self._policy.job(deadly)) if self._set_aside else None

    async def _start_some(self) -> float | None:
        """Fill the free slots; how long nothing will be due, None when only a free slot matters."""
        free = self._slots() - len(self._running)
        if free <= 0:
            return None
        moment = now()
        claimed = await self._claim(free, moment)
        for job in claimed:
            task = asyncio.create_task(self._attempt(job), name=f"job {job.id}")
            self._running.add(task)
            task.add_done_callback(self._ended)
        if len(claimed) == free:
            return None
        pause = await self._queue.pause(moment)
        return self._policy.look_again if pause is None else min(pause, self._policy.look_again)

    async def _claim(self, most: int, moment: datetime) -> Sequence[Claimed]:
        """What is being claimed while we are cancelled is handed back."""
        claiming = asyncio.create_task(self._queue.claim(most, moment))
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            with suppress(LibraryError):  # what was not claimed needs no handing back
                for job in await claiming:
                    await self._queue.settle(job, HANDED_BACK)
            raise

    def _slots(self) -> int:
        """The more deaths a job has seen, the fewer run beside it, until it runs alone and is proved guilty or not."""
        worst = max(self._suspects.values(), default=0)
        return max(1, self._concurrency >> 2 * max(0, worst - 1))

    async def _attempt(self, claimed: Claimed) -> None:
        verdict = await attempt(claimed, self._run, self._policy, lambda: self._stopping)
        await self._patiently(lambda: self._queue.settle(claimed, verdict, self._tells))
        self._suspects.pop(claimed.id, None)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._wake.set()

    async def _patiently(self, call: Callable[[], Awaitable[T]]) -> T:
        """A database that is away comes back; until then nothing is forgotten."""
        waited = False
        while True:
            try:
                result = await call()
            except Exception as error:
                if self._stopping:
                    raise  # the next process takes up what we could not write
                self._waiting.tell(error)
                waited = True
                await asyncio.sleep(self._policy.database_pause)
            else:
                if waited:
                    self._waiting.over()
                return result

    async def _sleep(self, seconds: float | None) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._wake.wait()
        except TimeoutError:
            pass

    async def _drain(self) -> None:
        self._stopping = True
        running = set(self._running)
        try:
            if running:
                await asyncio.wait(running, timeout=self._policy.grace)
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
