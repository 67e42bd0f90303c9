"""procrastinate's manager of jobs, which outlives a database that is away.

procrastinate 3.10 means to stop a worker whose heartbeat or listener has failed, and does not notice where there is no
periodic task: it would go on without, and be taken for dead while it works.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any

import structlog
from procrastinate.connector import BaseConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Turn
from procrastinate.manager import JobManager
from psycopg import InterfaceError, OperationalError
from psycopg.errors import RaiseException, ReadOnlySqlTransaction

from bot.adapters.jobs.waiting import Waiting
from bot.adapters.postgres.turnsahead import AT_ONCE, TurnsAhead

log = structlog.get_logger("claims_bot.queue")

_COMES_BACK = (OperationalError, InterfaceError, ReadOnlySqlTransaction)


class PatientManager(JobManager):
    """A turn that ended and is not written so would be kept by a worker that lives, and no other of its lane could begin.

    `pause` in seconds; `stopping`: then those who live take over what could not be written; `waiting` tells of it.
    """

    def __init__(
        self, connector: BaseConnector, pause: float, stopping: Callable[[], bool], waiting: Waiting | None = None
    ) -> None:
        super().__init__(connector)
        self.ahead = TurnsAhead(connector)
        self._waiting = waiting or Waiting()
        self._pause = pause
        self._stopping = stopping

    async def fetch_job(self, queues: Iterable[str] | None, worker_id: int) -> Turn | None:
        return await self.ahead.next(queues, worker_id)

    async def finish_job(self, job: Turn, *args: Any, **kwargs: Any) -> None:
        await self._patiently(lambda: super(PatientManager, self).finish_job(job, *args, **kwargs))
        self.ahead.over(job)

    async def retry_job(self, job: Turn, *args: Any, **kwargs: Any) -> None:
        await self._patiently(lambda: super(PatientManager, self).retry_job(job, *args, **kwargs))
        self.ahead.over(job)

    async def hand_back(self) -> None:
        """What was fetched and will not begin here is another's turn; where the server is away, they take it over."""
        with suppress(ConnectorException):
            for turn in self.ahead.left():
                await self.retry_job(turn, AT_ONCE)

    async def list_jobs_to_abort_async(self, queue: str | None = None) -> Iterable[int]:
        """None ever is. Asked, a server that is away would put a traceback into the log every few seconds."""
        return ()

    async def update_heartbeat(self, worker_id: int) -> None:
        """One that is missed is made good by the next."""
        try:
            await super().update_heartbeat(worker_id)
        except ConnectorException as error:
            self._waiting.tell(error)
        else:
            self._waiting.calm()

    async def listen_for_jobs(self, **kwargs: Any) -> None:
        """For ever, over whichever connection there is."""
        while True:
            try:
                await super().listen_for_jobs(**kwargs)
            except ConnectorException as error:
                self._waiting.tell(error)
            await asyncio.sleep(self._pause)

    async def _patiently(self, write: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                return await write()
            except ConnectorException as error:
                if isinstance(error.__cause__, RaiseException):
                    log.warning(
                        "a turn was over already"
                    )  # it was taken over, or written before the connection was lost
                    return None
                if self._stopping() or not isinstance(error.__cause__, _COMES_BACK):
                    raise
                self._waiting.tell(error)
                await asyncio.sleep(self._pause)
