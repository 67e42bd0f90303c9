"""What the jobs of either engine have in common: their rows are asked."""

from collections.abc import Mapping

from bot.adapters.jobs.jobrows import Depth, State
from bot.adapters.jobs.queue import Queue
from bot.intake.task import Task


class QueuedJobs:
    """`KeptJobs` but for the work itself."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    async def accept(self, task: Task) -> bool:
        return await self._queue.accept(task)

    async def reach(self) -> None:
        """Raises `LibraryError` when nothing could be accepted now."""
        await self._queue.reach()

    async def idle(self) -> bool:
        return await self._queue.idle()

    async def retry(self, job_id: str) -> bool:
        """Give a failed job all its attempts again; False when there is no such failed job."""
        return job_id.isdecimal() and await self._queue.retry(int(job_id))

    async def counts(self) -> Mapping[State, Depth]:
        """Jobs by state, with the time when the oldest was accepted."""
        return await self._queue.counts()
