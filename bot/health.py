"""What can be seen of a bot from outside: whether it is ready, and what it has counted."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

import structlog

from bot.adapters.store import Store
from bot.errors import LibraryError
from bot.metrics import Metrics
from bot.slack.connections.app import ACCEPT_SECONDS

T = TypeVar("T")

log = structlog.get_logger("claims_bot.health")


class Question(Generic[T]):
    """Asked by one at a time, and never called off: taking a question back from a server that answers nothing takes longer
    than anybody has who asks after our health."""

    def __init__(self, ask: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._ask = ask
        self._asked: asyncio.Task[T] | None = None

    async def answer(self) -> T:
        """Raises TimeoutError where there was none within the time for an ack, and whatever the question raises."""
        if self._asked is None or self._asked.done():
            self._asked = asyncio.create_task(self._ask())
            self._asked.add_done_callback(_heard)
        asked = self._asked
        done, _ = await asyncio.wait([asked], timeout=ACCEPT_SECONDS)
        if not done:
            raise TimeoutError
        return asked.result()


def _heard(asked: "asyncio.Task[Any]") -> None:
    """Nobody may be there any more who would hear how it failed."""
    if not asked.cancelled():
        asked.exception()


class Health:
    """One process's answers to `/readyz` and `/metrics`. `connected` counts its sockets, where it has any."""

    def __init__(self, store: Store, metrics: Metrics) -> None:
        self.connected: Callable[[], int] | None = None
        self._reach = Question(store.jobs.reach)
        self._counts = Question(store.jobs.counts)
        self._metrics = metrics
        self._trouble = ""  # with the database, as the log has it

    async def ready(self) -> dict[str, bool]:
        """Each part that a delivery needs, and whether it is there."""
        trouble = await _trouble(self._reach)
        self._tell(trouble)
        up = {"database": not trouble}
        return up | ({"slack": self.connected() > 0} if self.connected else {})

    def _tell(self, trouble: str) -> None:
        """Each trouble once, and its end."""
        if trouble and trouble != self._trouble:
            log.warning("not_ready", error=trouble)
        elif self._trouble and not trouble:
            log.info("ready_again")
        self._trouble = trouble

    async def page(self) -> bytes:
        """The page of metrics, with the queue as it stands."""
        try:
            depths = await self._counts.answer()
        except (LibraryError, TimeoutError):
            self._metrics.unknown_queue()
        else:
            self._metrics.waiting({str(state): depth for state, depth in depths.items()})
        return self._metrics.page()


async def _trouble(question: Question[None]) -> str:
    """Why nothing can be accepted; empty where it can."""
    try:
        await question.answer()
    except LibraryError as error:
        return str(error)
    except TimeoutError:
        return f"The database does not answer within {ACCEPT_SECONDS:g} s."
    return ""
