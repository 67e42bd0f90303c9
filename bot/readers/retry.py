"""When the way to the model fails: who waits how long, and for whom else."""

import asyncio
import random
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
    wait_exponential,
    wait_random,
)

from bot.errors import LibraryError, ReaderUnavailable
from bot.ports import Starts
from bot.readers.endings import Transient

Sleep = Callable[[float], Awaitable[None]]
T = TypeVar("T")

MINUTE = timedelta(minutes=1)
SECOND = 1.0  # starts are kept as the ends of their seconds

_growing = wait_exponential(multiplier=0.5, max=20) + wait_random(0, 0.5)


class Crowded(ReaderUnavailable):
    """Our own limit leaves no turn in time; the server was not asked."""


class Limiter:
    """One per process: so many requests at once and in any minute, and none while the server wants rest.

    Without it each of the parallel calls would run into the same refusal and back off by itself. With `a_minute`
    0 there is no such limit; with `kept` it holds across a restart too.
    """

    def __init__(
        self, at_once: int, sleep: Sleep = asyncio.sleep, *, a_minute: int = 0, kept: Starts | None = None
    ) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._sleep = sleep
        self._rest_until = 0.0
        self._a_minute = a_minute
        self._starts: deque[float] = deque(maxlen=a_minute)
        self._kept = kept if a_minute else None
        self._recalling = asyncio.Lock()
        self._recalled = False

    @asynccontextmanager
    async def turn(self, left: float) -> AsyncIterator[None]:
        """Raises `ReaderUnavailable` when the server wants more rest than the `left` seconds, `Crowded` when we do."""
        async with self._turns:
            await self._recall()
            now = asyncio.get_running_loop().time()
            if self._rest_until - now > left:
                raise ReaderUnavailable("the model server wants rest")
            wait = self._place(now, now + left) - now
            await self._keep(wait)
            if wait > 0:
                await self._sleep(wait)
            yield

    def _place(self, now: float, latest: float) -> float:
        """When the next request may start; its place is taken. Places are given in order."""
        start = max(now, self._rest_until)
        if not self._a_minute:
            return start
        if len(self._starts) == self._a_minute:
            start = max(start, self._starts[0] + 60.0)
        if start > latest:
            raise Crowded("CLAIMS_MODEL_REQUESTS_PER_MINUTE leaves no request in time")
        self._starts.append(start)
        return start

    async def _recall(self) -> None:
        """What the process before this one sent within the minute. What it had places for and did not send costs nothing."""
        async with self._recalling:
            if self._kept is None or self._recalled:
                return
            with _without_database():
                now, time = datetime.now(UTC), asyncio.get_running_loop().time()
                ages = [(now - start).total_seconds() for start in await self._kept.known(now - MINUTE)]
                self._starts.extend(time - max(0.0, age) for age in ages if age > -SECOND)
                self._recalled = True

    async def _keep(self, wait: float) -> None:
        if self._kept is not None:
            with _without_database():
                await self._kept.keep(datetime.now(UTC) + timedelta(seconds=wait))

    def rest(self, seconds: float) -> None:
        """For five minutes at most, then one call may find out again."""
        until = asyncio.get_running_loop().time() + min(seconds, 300)
        self._rest_until = max(self._rest_until, until)


@contextmanager
def _without_database() -> Iterator[None]:
    """A limit that a restart would forget is better than no reading: the model server has one of its own."""
    try:
        yield
    except LibraryError as error:
        import structlog

        structlog.get_logger("claims_bot.reader").warning("model_requests_not_kept", error=str(error))


async def retried(
    attempt: Callable[[], Awaitable[T]], *, left: float, attempts: int, sleep: Sleep, limiter: Limiter
) -> T:
    """Repeat `attempt` while it raises `Transient` and a wait fits into the `left` seconds.

    Waits as long as the server asked, else 0.5 s and growing, with jitter. Raises `ReaderUnavailable`
    when that is spent; whatever else `attempt` raises passes through.
    """

    async def once() -> T:
        try:
            return await attempt()
        except Transient as error:
            limiter.rest(error.after or 0.0)
            raise

    retrying = AsyncRetrying(
        retry=retry_if_exception_type(Transient),
        wait=_wait,
        stop=stop_after_attempt(attempts) | stop_before_delay(left),
        sleep=sleep,
        reraise=True,
    )
    try:
        return await retrying(once)
    except Transient as error:
        raise ReaderUnavailable(str(error)) from None


def _wait(state: RetryCallState) -> float:
    if after := _asked(state):
        return after + random.uniform(0, 0.1)  # noqa: S311  jitter is no secret
    return _growing(state)


def _asked(state: RetryCallState) -> float | None:
    """Seconds of rest that the server asked for; none and 0 leave it to us."""
    error = state.outcome.exception() if state.outcome else None
    return error.after if isinstance(error, Transient) else None
