"""What keeps a processor busy, a few at a time and in order.

Two hundred replies that are made side by side are all ready at the end; made one after the other, half of them are ready
at half of the time.
"""

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turnstile:
    """Lets `places` in at a time: whoever can be served soonest first, of equals whoever came first."""

    def __init__(self, places: int = 8) -> None:
        self._free = places
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = itertools.count()

    @asynccontextmanager
    async def turn(self, delay: float) -> AsyncIterator[None]:
        """Wait for a place. `delay` in seconds: how long what comes of it will have to wait in any case."""
        if self._free:
            self._free -= 1
        else:
            await self._place(delay)
        try:
            yield
        finally:
            self._leave()

    async def _place(self, delay: float) -> None:
        place: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (delay, next(self._numbers), place))
        try:
            await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled():
                self._leave()  # it was ours already
            raise

    def _leave(self) -> None:
        while self._waiting:
            *_, place = heapq.heappop(self._waiting)
            if not place.done():
                place.set_result(None)
                return
        self._free += 1
