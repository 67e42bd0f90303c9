"""What keeps a processor busy, a few at a time and in order.

Two hundred replies that are made side by side are all ready at the end; made one after the other, half of them are ready
at half of the time. So whoever waits for a peer steps aside, and comes back in an order that says what is worth most.
"""

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Final

SOON: Final = -3.0
"""Stage of what takes little and lets something begin that takes long: before what is due so much earlier, in seconds."""


class Turnstile:
    """Lets `places` in at a time: the lowest rank first, of equals whoever came first."""

    def __init__(self, places: int = 16) -> None:
        self._free = places
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    @asynccontextmanager
    async def place(self, rank: float) -> AsyncIterator[None]:
        """Wait for a place, and keep it."""
        await self.enter(rank)
        try:
            yield
        finally:
            self.leave()

    @asynccontextmanager
    async def turn(self, due: float, stage: float = 0.0) -> AsyncIterator[None]:
        """Wait for a place that `aside` may leave for a while; the rank is `due`, all along, and that of the stage, in seconds."""
        place = _Place(self, due)
        await place.take(stage)
        token = _mine.set(place)
        try:
            yield
        finally:
            _mine.reset(token)
            place.leave()

    def enter_now(self) -> bool:
        """Whether there is a place, which is taken then."""
        free = self._free > 0
        self._free -= free
        return free

    async def enter(self, rank: float) -> None:
        if self.enter_now():
            return
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._numbers), place))
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self.leave()  # it was ours already
            raise

    def leave(self) -> None:
        while self._waiting:
            *_, place = heapq.heappop(self._waiting)
            if not place.done():
                place.set_result(None)
                return
        self._free += 1


class _Place:
    """A place of one task; whoever holds it may leave it for a while."""

    def __init__(self, turnstile: Turnstile, due: float) -> None:
        self._turnstile = turnstile
        self.due = due
        self._task = asyncio.current_task()
        self._held = False

    @property
    def is_ours(self) -> bool:
        """A task that was begun within a turn has none itself."""
        return self._held and asyncio.current_task() is self._task

    @property
    def is_left(self) -> bool:
        """By the task that has it."""
        return not self._held and asyncio.current_task() is self._task

    async def take(self, stage: float) -> None:
        await self._turnstile.enter(self.due + stage)
        self._held = True

    def leave(self) -> None:
        if self._held:
            self._held = False
            self._turnstile.leave()


_mine: ContextVar[_Place | None] = ContextVar("place", default=None)


def rank(stage: float) -> float:
    """Elsewhere, of what this turn asks for; of what is asked without one, as if it were due now."""
    place = _mine.get()
    return (place.due if place else monotonic()) + stage


@asynccontextmanager
async def aside(stage: float) -> AsyncIterator[None]:
    """Leave this task's place to others meanwhile, and wait for one again. What fails comes back without one."""
    place = _mine.get()
    if place is None or not place.is_ours:
        yield
        return
    place.leave()
    yield
    await place.take(stage)


@asynccontextmanager
async def back(stage: float) -> AsyncIterator[None]:
    """Within `aside`: at this task's place for a while, once one is free for it."""
    place = _mine.get()
    if place is None or not place.is_left:
        yield
        return
    await place.take(stage)
    try:
        yield
    finally:
        place.leave()
