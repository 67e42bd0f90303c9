"""What can be seen of a bot from outside: whether it is ready, and what it has counted."""

import asyncio
from collections.abc import Callable

from bot.adapters.store import Store
from bot.errors import LibraryError
from bot.metrics import Metrics
from bot.slack.app import ACCEPT_SECONDS


class Health:
    """One process's answers to `/readyz` and `/metrics`. `connected` counts its sockets, where it has any."""

    def __init__(self, store: Store, metrics: Metrics) -> None:
        self.connected: Callable[[], int] | None = None
        self._store = store
        self._metrics = metrics

    async def ready(self) -> dict[str, bool]:
        """Each part that a delivery needs, and whether it is there."""
        up = {"database": await is_up(self._store)}
        return up | ({"slack": self.connected() > 0} if self.connected else {})

    async def page(self) -> bytes:
        """The page of metrics, with the queue as it stands."""
        try:
            async with asyncio.timeout(ACCEPT_SECONDS):
                depths = await self._store.jobs.counts()
        except (LibraryError, TimeoutError):
            self._metrics.unknown_queue()
        else:
            self._metrics.waiting({str(state): depth for state, depth in depths.items()})
        return self._metrics.page()


async def is_up(store: Store) -> bool:
    """Whether a delivery could be accepted within the time there is for that."""
    try:
        async with asyncio.timeout(ACCEPT_SECONDS):
            await store.jobs.reach()
    except (LibraryError, TimeoutError):
        return False
    return True
