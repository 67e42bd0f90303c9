"""Accepting: one durable write, which those that wait together share."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

from bot.adapters.jobs.jobrows import row_of
from bot.adapters.rows.database import Connection, Database, insert_once
from bot.adapters.rows.tables import jobs
from bot.intake.task import Task

STATEMENT_ROWS = 500  # rows of one INSERT: engines limit the values of a statement

Dispatch = Callable[[Connection, Sequence[tuple[int, str]]], Awaitable[None]]
"""Hears of (id, lane) of jobs that may run from now on."""


class Accepting:
    """Where jobs come in. `accepted` is called after each commit that brought new ones."""

    def __init__(self, database: Database, dispatch: Dispatch | None, accepted: Callable[[], None]) -> None:
        self._accepted = accepted
        self._database = database
        self._dispatch = dispatch
        self._waiting: list[tuple[dict[str, Any], asyncio.Future[bool]]] = []
        self._flusher: asyncio.Task[None] | None = None

    @property
    def idle(self) -> bool:
        return not self._waiting

    async def accept(self, task: Task) -> bool:
        """True when the key is new. Accepts that wait together become one statement."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting.append((row_of(task), future))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush(), name="accept")
        return await future

    async def _flush(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:STATEMENT_ROWS], self._waiting[STATEMENT_ROWS:]
            try:
                new = await self._database.write(partial(self.put, batch=[row for row, _ in batch]))
            except Exception as error:  # whatever it is belongs to those who wait
                _resolve(batch, error)
            else:
                _resolve(batch, new)
                self._accepted()

    async def put(self, connection: Connection, batch: Sequence[dict[str, Any]]) -> set[str]:
        """Within a transaction; the keys that are new."""
        statement = insert_once(jobs, connection.dialect.name, jobs.c.id, jobs.c.key, jobs.c.lane)
        new = (await connection.execute(statement, batch)).all()
        if self._dispatch and new:
            await self._dispatch(connection, sorted((row.id, row.lane) for row in new))
        return {row.key for row in new}


def _resolve(batch: Sequence[tuple[dict[str, Any], asyncio.Future[bool]]], outcome: set[str] | Exception) -> None:
    for row, future in batch:
        if isinstance(outcome, Exception):
            if not future.done():
                future.set_exception(outcome)
            continue
        new = row["key"] in outcome
        outcome.discard(row["key"])  # the same key twice in one batch is new once
        if not future.done():
            future.set_result(new)
