"""Something that goes on beside the work: one call at a time, and of those that come meanwhile only the newest."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager

Call = Callable[[], Awaitable[None]]


class Beside:
    """The work does not wait for what runs here until it asks for it to be `settled`."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None
        self._newest: Call | None = None

    @property
    def busy(self) -> bool:
        """Whether a call is under way."""
        return self._task is not None and not self._task.done()

    def run(self, call: Call) -> None:
        """Begin it at once, or after the one that is under way, unless a newer one comes until then."""
        if self.busy:
            self._newest = call
        else:
            self._task = asyncio.create_task(self._work(call))
            self._task.add_done_callback(_heard)

    async def settled(self) -> None:
        """Wait for the call that is under way and drop what waits; raises what the call raised."""
        self._newest = None
        if self._task is not None:
            task, self._task = self._task, None
            await task

    async def stopped(self) -> None:
        """Cancel what is under way; whatever it raises is nobody's business any more."""
        self._newest = None
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _work(self, call: Call | None) -> None:
        while call is not None:
            await call()
            call, self._newest = self._newest, None


def _heard(task: "asyncio.Task[None]") -> None:
    """A newer call may take its place before anybody asks how it ended."""
    if not task.cancelled():
        task.exception()


@asynccontextmanager
async def running(work: Coroutine[None, None, None], name: str) -> AsyncIterator[None]:
    """While inside, this runs too."""
    task = asyncio.create_task(work, name=name)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def once(work: Callable[[], Coroutine[None, None, None]], name: str) -> AsyncIterator[Callable[[], None]]:
    """What is yielded begins `work` when it is first called, beside whoever called it; later calls do nothing."""
    begun: list[asyncio.Task[None]] = []

    def begin() -> None:
        if not begun:
            begun.append(asyncio.create_task(work(), name=name))

    try:
        yield begin
    finally:
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)
