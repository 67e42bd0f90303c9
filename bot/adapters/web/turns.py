"""Who fetches when: one at a time per article, a few at a time per host."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable
from contextlib import asynccontextmanager

from bot.article.page import Page
from bot.deadline import Deadline


class Turns:
    """Shares one fetch among those who want the same, and limits those that run against one host."""

    def __init__(self, per_host: int) -> None:
        self._per_host = per_host
        self._flights: dict[Hashable, asyncio.Task[Page]] = {}
        self._waiting: Counter[Hashable] = Counter()
        self._hosts: dict[str, asyncio.Semaphore] = {}
        self._users: Counter[str] = Counter()

    async def shared(self, key: Hashable, fetch: Callable[[], Awaitable[Page]]) -> Page:
        """The result of `fetch`, or of the one in flight under `key`. Cancelled when the last who waits is."""
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = asyncio.ensure_future(_awaited(fetch))
            flight.add_done_callback(lambda _: self._flights.pop(key, None))
        self._waiting[key] += 1
        try:
            return await asyncio.shield(flight)
        finally:
            self._waiting[key] -= 1
            if not self._waiting[key]:
                del self._waiting[key]
                if not flight.done():
                    self._flights.pop(key, None)
                    flight.cancel()

    @asynccontextmanager
    async def of_host(self, host: str, deadline: Deadline) -> AsyncIterator[None]:
        """Wait for one of the host's places, while `deadline` stands still; they are forgotten when nobody uses them."""
        place = self._hosts.setdefault(host, asyncio.Semaphore(self._per_host))
        self._users[host] += 1
        try:
            with deadline.paused():
                await place.acquire()
            try:
                yield
            finally:
                place.release()
        finally:
            self._users[host] -= 1
            if not self._users[host]:
                del self._users[host], self._hosts[host]

    async def close(self) -> None:
        """Cancel what is in flight."""
        flights = list(self._flights.values())
        for flight in flights:
            flight.cancel()
        await asyncio.gather(*flights, return_exceptions=True)


async def _awaited(fetch: Callable[[], Awaitable[Page]]) -> Page:
    return await fetch()
