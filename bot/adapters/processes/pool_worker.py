"""One process of the `pool`, seen from here."""

import asyncio
import json
import struct
import time
from collections.abc import Callable, Coroutine
from typing import Any, Self

from bot.adapters.processes.frames import Request
from bot.adapters.processes.nursery import Nursery

_START_SECONDS = 60.0
_REQUESTS = 1000
_ANSWER_AT_MOST = 16_000_000
_PATIENCE = 12  # times as long by the clock, for a process that others leave no processor


class Broken(Exception):
    """The worker died, was killed at the deadline, or could make nothing of the request."""


class Late(Broken):
    """It had all the time there is, and was not done."""


class Died(Broken):
    """It ended by itself or somebody killed it: the request need not be why."""


class Lost(Exception):
    """The worker was ended over another request before it came to this one."""


class PoolWorker:
    """One copy of what `nursery` has loaded."""

    def __init__(self, nursery: Nursery, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        self._nursery = nursery
        self._source = source
        self._sink = sink
        self._pid: int | None = None
        self._turn = asyncio.Lock()
        self._requests = 0
        self._broken = False
        self._given_up = False
        self.busy = 0  # requests that it has and has not answered

    @classmethod
    async def start(cls, nursery: Nursery) -> Self:
        """One that will soon be ready. Raises OSError."""
        stream = nursery.worker()
        try:
            return cls(nursery, *await asyncio.open_unix_connection(sock=stream))
        except BaseException:
            stream.close()
            nursery.end(None)
            raise

    @property
    def lives(self) -> bool:
        return not self._source.at_eof()

    @property
    def is_ready(self) -> bool:
        return self._pid is not None

    @property
    def takes_requests(self) -> bool:
        return self.is_ready and self.lives and not self._broken and self._requests < _REQUESTS

    async def ready(self) -> None:
        """Raises `Broken`."""
        self._pid = json.loads(await self._within(_START_SECONDS, self._answer()))["pid"]

    async def ask(self, request: Request, seconds: float) -> bytes:
        """The answer, after at most so many `seconds` of a processor since that to the request before.

        Raises `Broken`, and `Lost` when it never came to this one.
        """
        self._requests += 1
        self.busy += 1
        for part in request:
            self._sink.write(memoryview(part))  # what the socket does not take at once is cut off without a copy
        has_turn = False
        try:
            async with self._turn:
                if self._broken:
                    raise Lost
                has_turn = True
                return await self._within(seconds, self._answer())
        except BaseException:
            self._broken = True  # its next answer would be to this request
            self._given_up = not has_turn  # the request it works on is not to blame
            raise
        finally:
            self.busy -= 1

    async def _answer(self) -> bytes:
        (length,) = struct.unpack(">I", await self._source.readexactly(4))
        if length > _ANSWER_AT_MOST:
            raise Broken("an answer without measure")
        return await self._source.readexactly(length)

    async def _within(self, seconds: float, answer: Coroutine[Any, Any, bytes]) -> bytes:
        try:
            return await _while_it_works(seconds, answer, self._spent)
        except (TimeoutError, EOFError, OSError) as error:
            kind = Late if isinstance(error, TimeoutError) else Died
            raise (Lost if self._given_up else kind)(type(error).__name__) from None

    def _spent(self) -> float:
        """Seconds of a processor that the process has had; of the clock where there is no telling."""
        try:
            return time.clock_gettime((~int(self._pid or 0) << 3) | 2)  # how Linux numbers the clocks of processes
        except (AttributeError, OSError):
            return time.monotonic()

    def kill(self) -> None:
        self._sink.close()
        self._nursery.end(self._pid)


async def _while_it_works(seconds: float, answer: Coroutine[Any, Any, bytes], spent: Callable[[], float]) -> bytes:
    """Raises TimeoutError when `spent` shows so many seconds more, or the clock many times as many."""
    answering = asyncio.create_task(answer)
    enough, latest = spent() + seconds, time.monotonic() + seconds * _PATIENCE
    try:
        while (left := enough - spent()) > 0 and time.monotonic() < latest:
            done, _ = await asyncio.wait([answering], timeout=max(left, seconds / 20))
            if done:
                return answering.result()
        raise TimeoutError
    finally:
        answering.cancel()
