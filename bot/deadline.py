"""A deadline for others, which does not count what this process takes itself."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

TICK = 0.05  # seconds; what came meanwhile is heard before each tick is counted


class Deadline:
    """As `asyncio.timeout`, in ticks: one that came late, because the loop or the whole machine was busy, counts as one
    that came in time. So what lies there to be read is never too late, and a slow machine is slow and not wrong.

    Use as `async with`. Raises TimeoutError after `seconds` in which we listened.
    """

    def __init__(self, seconds: float) -> None:
        self._left = seconds
        self._every = min(TICK, seconds / 10)
        self._timeout = asyncio.timeout(None)
        self._tick: asyncio.TimerHandle | None = None
        self._paused = 0

    async def __aenter__(self) -> Self:
        await self._timeout.__aenter__()
        self._wait()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._tick is not None:
            self._tick.cancel()
        await self._timeout.__aexit__(kind, error, trace)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Stands still while inside."""
        self._paused += 1
        try:
            yield
        finally:
            self._paused -= 1

    def _wait(self) -> None:
        self._tick = asyncio.get_running_loop().call_later(self._every, self._count)

    def _count(self) -> None:
        if not self._paused:
            self._left -= self._every
        if self._left > 0:
            self._wait()
        else:
            self._timeout.reschedule(asyncio.get_running_loop().time())
