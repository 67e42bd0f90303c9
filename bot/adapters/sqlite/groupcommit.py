"""Group commit: all writes that wait while the disk is busy share the next transaction and its one fsync."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.adapters.rows.database import Step, T, as_library_error
from bot.errors import LibraryError

CLOSED = "The database is closed."
MOST = 50  # writes in one transaction, so that the first of them does not wait for long

Transact = Callable[[Sequence[Step[Any]], bool], Awaitable[list[Any]]]
"""Runs steps in one transaction, the second argument says whether they are long; what they returned."""


@dataclass(frozen=True, slots=True)
class Write:
    """A step that waits, and who waits for it."""

    step: Step[Any]
    future: asyncio.Future[Any]
    long: bool


class GroupCommit:
    """One writer. A caller goes on when its step is on disk.

    A step that fails is rolled back with its companions, and each of them then runs alone. A long one has no
    companions.
    """

    def __init__(self, transact: Transact) -> None:
        self._transact = transact
        self._waiting: deque[Write] = deque()
        self._wake = asyncio.Event()
        self._closing = False
        self._task = asyncio.create_task(self._run(), name="writer")

    async def write(self, step: Step[T], *, long: bool = False) -> T:
        """Raises `LibraryError`, also when the writer is closed. A cancelled caller's step may still be written."""
        if self._closing:
            raise LibraryError(CLOSED)
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append(Write(step, future, long))
        self._wake.set()
        return await future

    async def close(self) -> None:
        """Writes what waits, then stops."""
        self._closing = True
        self._wake.set()
        await self._task

    async def _run(self) -> None:
        try:
            await self._serve()
        finally:  # cancelled from outside: nobody waits for ever
            self._closing = True
            for each in self._waiting:
                if not each.future.done():
                    each.future.set_exception(LibraryError(CLOSED))

    async def _serve(self) -> None:
        while not self._closing or self._waiting:
            if self._waiting:
                await self._commit([each for each in self._group() if not each.future.cancelled()])
            else:
                self._wake.clear()
                await self._wake.wait()

    def _group(self) -> list[Write]:
        group = [self._waiting.popleft()]
        while self._waiting and len(group) < MOST and not (group[0].long or self._waiting[0].long):
            group.append(self._waiting.popleft())
        return group

    async def _commit(self, group: list[Write]) -> None:
        if not group:
            return
        try:
            with as_library_error():
                results = await self._transact([each.step for each in group], group[0].long)
        except Exception as error:  # whatever it is belongs to whoever asked for the write
            await self._apart(group, error)
            return
        for each, result in zip(group, results, strict=True):
            if not each.future.done():
                each.future.set_result(result)

    async def _apart(self, group: list[Write], error: Exception) -> None:
        if len(group) > 1:
            for each in group:
                await self._commit([each])
        elif not group[0].future.done():
            group[0].future.set_exception(error)
