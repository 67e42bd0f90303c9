"""Processes that answer requests: made when one is on its way, ended when none came for a while."""

import asyncio
import contextlib
from collections.abc import Callable
from types import TracebackType
from typing import Self

from bot.adapters.processes.allotment import enough_workers
from bot.adapters.processes.frames import Request
from bot.adapters.processes.nursery import Nursery
from bot.adapters.processes.pool_worker import Broken, Lost, PoolWorker
from bot.errors import ClaimsBotError
from bot.turnstile import SOON, Turnstile, rank

_AHEAD = 2
"""Requests that one worker has at a time: the next one lies ready, however busy the loop is when it is done with the first."""


class Pool:
    """At most so many `workers`, all ended after `rest` seconds without a request. Use as `async with`."""

    def __init__(self, nursery: Nursery | None = None, *, workers: int | None = None, rest: float = 300.0) -> None:
        self._nursery = nursery or Nursery()
        self._rest = rest
        self._resting: asyncio.TimerHandle | None = None
        self.workers = workers or enough_workers()
        self._slots = Turnstile(self.workers * _AHEAD)
        self._all: set[PoolWorker] = set()
        self._starting = 0
        self._news = asyncio.Event()
        self._warming: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._warming:
            self._warming.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._warming
        if self._resting:
            self._resting.cancel()
        for worker in list(self._all):
            self._discard(worker)
        self._nursery.rest()

    @property
    def is_ready(self) -> bool:
        """Whether a request would be taken now, without waiting for a process to start."""
        return any(worker.takes_requests for worker in self._all)

    def expect(self) -> None:
        """While the request comes, a worker starts."""
        if not self._all and (self._warming is None or self._warming.done()):
            self._warming = asyncio.create_task(self._warm())

    async def ask(self, request: Callable[[], Request], seconds: float, *, stage: float = 0.0) -> bytes:
        """The answer to what `frames.request` makes; who waits is served by `turnstile.rank` at this stage.

        The request is made when a worker is there for it: many that are large would hold up the loop together, and memory.

        Raises `Broken` when the worker does not survive it or is not done after `seconds`; `ClaimsBotError` without workers.
        """
        if self._warming:
            await asyncio.wait([self._warming])
        while True:
            with contextlib.suppress(Lost):
                answer = await self._asked(request, seconds, stage)
                if not answer:
                    raise Broken("it could make nothing of it")
                return answer

    async def _asked(self, request: Callable[[], Request], seconds: float, stage: float) -> bytes:
        async with self._slots.place(rank(stage)):
            worker, made = await self._worker(), request()
            try:
                answer = await worker.ask(made, seconds)
            except BaseException:
                # Killed at the deadline, dead, or nobody waits any more: what it still does is of no use.
                self._discard(worker)
                raise
            self._back(worker)
        return answer

    async def _warm(self) -> None:
        """Have one worker ready, so that the first request is not the slow one."""
        with contextlib.suppress(ClaimsBotError):
            async with self._slots.place(rank(SOON)):
                self._back(await self._worker())

    async def _worker(self) -> PoolWorker:
        """One that has nothing to do; a new one while there are too few; else one that will soon be done."""
        for worker in [each for each in self._all if not each.lives]:
            self._discard(worker)
        while True:
            least = min((each for each in self._all if each.takes_requests), key=lambda each: each.busy, default=None)
            enough = len(self._all) + self._starting >= self.workers
            if least is not None and (not least.busy or enough):
                return least
            if not enough:
                return await self._started()
            self._news.clear()  # all are being started, or have had their last request
            await self._news.wait()

    async def _started(self) -> PoolWorker:
        try:
            with contextlib.suppress(Broken):
                return await self._begun()
            return await self._begun()  # what the first was a copy of has died; this one starts anew
        except (OSError, Broken) as error:
            raise ClaimsBotError(f"the process for extraction does not start: {type(error).__name__}") from None

    async def _begun(self) -> PoolWorker:
        self._starting += 1
        try:
            worker = await PoolWorker.start(self._nursery)
        finally:
            self._starting -= 1
            self._news.set()
        self._all.add(worker)
        try:
            await worker.ready()
        except BaseException:
            self._discard(worker)
            raise
        self._news.set()
        return worker

    def _back(self, worker: PoolWorker) -> None:
        """Libraries grow with what they have seen; after many requests a fresh process takes over."""
        if worker.busy:
            return
        if worker.takes_requests:
            self._rest_later()
        else:
            self._discard(worker)

    def _rest_later(self) -> None:
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(self._rest, self._end_idle)

    def _end_idle(self) -> None:
        """Nothing came for a while: what they hold is given back."""
        for worker in [each for each in self._all if each.is_ready and not each.busy]:
            self._discard(worker)
        self._nursery.rest()

    def _discard(self, worker: PoolWorker) -> None:
        if worker in self._all:
            self._all.remove(worker)
            self._news.set()
            worker.kill()
