"""The durable queue."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.intake.task import Task


@dataclass(frozen=True, slots=True)
class Job:
    """A task that was accepted. `attempt` counts from 1; `last` means that no other attempt follows, should this one fail."""

    id: str
    task: Task
    attempt: int
    last: bool
    accepted_at: datetime


class Later(Exception):
    """Raised by a job's work: not now, try again in `seconds`. Counts as an attempt unless `free`."""

    def __init__(self, seconds: float, *, free: bool = False) -> None:
        super().__init__(f"again in {seconds:g} s")
        self.seconds = seconds
        self.free = free


Accept = Callable[[Task], Awaitable[bool]]
"""One durable write; False for a task that was accepted before. Raises `LibraryError`."""


class Jobs(Protocol):
    """The durable queue. A job may run more than once; work must bear that."""

    async def accept(self, task: Task) -> bool:
        """`Accept`, by the task's key."""
        ...

    async def work(self, run: Callable[[Job], Awaitable[None]], *, concurrency: int) -> None:
        """Run jobs until cancelled: lanes in parallel, within a lane in order. An exception is another attempt,
        with growing pauses, until the attempts are spent."""
        ...

    async def idle(self) -> bool:
        """Nothing waits and nothing runs."""
        ...
