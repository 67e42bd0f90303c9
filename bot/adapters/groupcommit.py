"""Group commit: all writes that wait while the disk is busy share the next transaction and its one fsync."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.database import Step, T, as_library_error
from bot.errors import LibraryError

CLOSED = "The database is closed."
MOST = 100  # writes in one transaction, so that the first of them does not wait for long

Waiting = tuple[Step[Any], asyncio.Future[Any]]


class GroupCommit:
    """One writer. A caller goes on when its step is on disk.

    `begin` opens a transaction and commits at its end. A step that fails is rolled back with its
    companions, and each of them then runs alone.
    """

    def __init__(self, begin: Callable[[], AbstractAsyncContextManager[AsyncConnection]]) -> None:
        self._begin = begin
        self._waiting: deque[Waiting] = deque()
        self._wake = asyncio.Event()
        self._closing = False
        self._task = asyncio.create_task(self._run(), name="writer")

    async def write(self, step: Step[T]) -> T:
        """Raises `LibraryError`, also when the writer is closed. A cancelled caller's step may still be written."""
        if self._closing:
            raise LibraryError(CLOSED)
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((step, future))
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
            for _, future in self._waiting:
                if not future.done():
                    future.set_exception(LibraryError(CLOSED))

    async def _serve(self) -> None:
        while not self._closing or self._waiting:
            if not self._waiting:
                self._wake.clear()
                await self._wake.wait()
                continue
            group = [self._waiting.popleft() for _ in range(min(MOST, len(self._waiting)))]
            await self._commit([item for item in group if not item[1].cancelled()])

    async def _commit(self, group: list[Waiting]) -> None:
        try:
            with as_library_error():
                async with self._begin() as connection:
                    results = [await step(connection) for step, _ in group]
        except Exception as error:  # whatever it is belongs to whoever asked for the write
            await self._apart(group, error)
            return
        for (_, future), result in zip(group, results, strict=True):
            if not future.done():
                future.set_result(result)

    async def _apart(self, group: list[Waiting], error: Exception) -> None:
        if len(group) > 1:
            for item in group:
                await self._commit([item])
        elif group and not group[0][1].done():
            group[0][1].set_exception(error)
