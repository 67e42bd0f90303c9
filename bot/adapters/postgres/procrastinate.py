"""The queue between machines: procrastinate tells whose turn it is, our own rows tell what happened.

Each accepted job is a row of ours and, in the same transaction, a job of procrastinate's that holds nothing but the
row's id; its lock is the lane. Turns, notifications and heartbeats are procrastinate's; attempts, deaths and outcomes
are in our rows, as on SQLite. A job of procrastinate's is deleted when it ends.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Self

import structlog

from bot.adapters.jobs.attempt import HANDED_BACK, Policy, Run, SetAside, Verdict, attempt
from bot.adapters.jobs.jobrows import Claimed
from bot.adapters.jobs.queue import Queue
from bot.adapters.jobs.queuedjobs import QueuedJobs
from bot.adapters.jobs.waiting import Waiting
from bot.adapters.postgres.clock import server_time
from bot.adapters.postgres.company import Company
from bot.adapters.postgres.connections import OF_THE_QUEUE
from bot.adapters.postgres.rights import look
from bot.adapters.postgres.takeover import QUEUE, TakeOver
from bot.adapters.postgres.turnsahead import AT_ONCE
from bot.adapters.postgres.wire import Wire
from bot.adapters.rows.database import Connection as Connected
from bot.adapters.rows.database import Database
from bot.errors import LibraryError

if TYPE_CHECKING:
    from procrastinate import App, JobContext

    from bot.adapters.postgres.patientmanager import PatientManager

log = structlog.get_logger("claims_bot.queue")

TASK_NAME = "job"
WAIT = 15.0
RECONNECT = 5.0
"""Seconds. A pool that reconnects for longer doubles its pauses, and is back twice as late as the database; once it has
given up it tries again only when asked anew, so nobody waits for it for long."""


@dataclass(frozen=True, slots=True)
class Databases:
    """Ways to one database: procrastinate's own connections, ours for work, and one where accepts never wait."""

    conninfo: str = field(repr=False)
    working: Database
    accepting: Database


class Again(Exception):
    """Tells procrastinate when this job's next turn is, by the server's clock: None for at once."""

    def __init__(self, at: datetime | None) -> None:
        super().__init__(f"again at {at:%H:%M:%S}" if at else "again")
        self.at = at


class ProcrastinateJobs(QueuedJobs):
    """`Jobs` for any number of processes."""

    def __init__(self, app: "App", databases: "Databases", policy: Policy, set_aside: SetAside | None) -> None:
        self._app = app
        super().__init__(Queue(databases.working, self._dispatch, databases.accepting))
        self._database = databases.working
        self._door = databases.accepting
        self._waiting = Waiting()
        self._policy = policy
        self._take_over = TakeOver(app, databases.working, self._queue, self._dispatch, policy, set_aside)
        self._run: Run | None = None
        self._stopping = False
        self._turns: PatientManager
        app.task(name=TASK_NAME, queue=QUEUE, retry=_strategy(), pass_context=True)(self._turn)

    @classmethod
    @asynccontextmanager
    async def open(cls, databases: "Databases", policy: Policy, set_aside: SetAside | None) -> AsyncIterator[Self]:
        from procrastinate import App, PsycopgConnector

        from bot.adapters.postgres.patientmanager import PatientManager
        from bot.adapters.postgres.pinging import each_by_itself, turns_pool

        connector = PsycopgConnector(
            pool_factory=turns_pool,
            conninfo=databases.conninfo,
            min_size=1,
            max_size=OF_THE_QUEUE,
            timeout=WAIT,
            reconnect_timeout=RECONNECT,
            configure=each_by_itself,
        )
        app = App(connector=connector)
        async with app.open_async():
            jobs = cls(app, databases, policy, set_aside)
            app.job_manager = jobs._turns = PatientManager(
                app.connector, policy.database_pause, lambda: jobs._stopping, jobs._waiting
            )
            yield jobs

    @property
    def company(self) -> Company:
        """Who else is at work."""
        return self._take_over.company

    async def reach(self) -> None:
        """Also where a right is missing that a job needs later; whatever a write meets, what is missing is told in full."""
        try:
            await super().reach()
        finally:
            await self._door.read(look)

    async def work(self, run: Run, *, concurrency: int) -> None:
        """Raises `LibraryError` while `work` runs already in this process."""
        if self._run is not None:
            raise LibraryError("This process works on its jobs already, and does so only once.")
        self._run, self._stopping = run, False
        guard = asyncio.create_task(self._take_over.guard(lambda: self._stopping), name="take over")
        try:
            await self.company.begin()
            while True:
                await self._work(concurrency)
                await asyncio.sleep(self._policy.database_pause)
        finally:
            self._stopping = True
            guard.cancel()
            await asyncio.gather(guard, return_exceptions=True)
            self._run = None

    async def _work(self, concurrency: int) -> None:
        """Until cancelled, or until the database goes away."""
        self._turns.ahead.begin(concurrency)
        working = asyncio.create_task(
            self._app.run_worker_async(
                queues=[QUEUE],
                concurrency=concurrency,
                fetch_job_polling_interval=self._policy.poll,
                shutdown_graceful_timeout=self._policy.grace,
                delete_jobs="always",
                install_signal_handlers=False,
                update_heartbeat_interval=self._policy.heartbeat,
                stalled_worker_timeout=self._policy.silence,
            )
        )
        try:
            await asyncio.shield(working)
        except asyncio.CancelledError:
            self._stopping = True
            await self._end(working)
            raise
        except Exception as error:
            self._waiting.tell(error)

    async def _end(self, working: "asyncio.Task[None]") -> None:
        """Stop the worker gracefully; one that has not heard of it when its grace is over is told again.

        A cancellation that arrives while the worker registers itself in the database can be lost there.
        """
        while not working.done():
            working.cancel()
            await self._turns.hand_back()
            await asyncio.wait([working], timeout=self._policy.grace + 2)
        await self._turns.hand_back()

    async def _turn(self, context: "JobContext", job: int) -> None:
        """What procrastinate calls. Raises `Again`.

        Its worker stops too when it loses the database: that is no fault of the job. Work is not begun before all know of us: what it
        has to say, or to take back, waits for no pace then; and a job that has not begun is not to blame when we die.
        """
        await asyncio.sleep(self.company.unknown)
        claimed, stopped = await self._begun(job)
        if claimed is None:
            return
        assert self._run is not None
        halt = partial(self._halted, context)
        verdict = HANDED_BACK if stopped else await attempt(claimed, self._run, self._policy, halt)
        await self._settle(claimed, verdict)
        if verdict.end == "again":
            raise Again(await self._in(verdict.seconds))

    async def _begun(self, job: int) -> tuple[Claimed | None, bool]:
        """The job as it is written begun, and whether we were stopped meanwhile: it is written with others, all the same."""
        beginning = asyncio.ensure_future(self._queue.begin(job))
        try:
            return await asyncio.shield(beginning), False
        except asyncio.CancelledError:
            return await beginning, True

    def _halted(self, context: "JobContext") -> bool:
        return self._stopping or context.should_abort()

    async def _in(self, seconds: float) -> datetime | None:
        """By the clock of the server, which looks at it: this machine's may be an hour ahead."""
        return await self._database.read(server_time) + timedelta(seconds=seconds) if seconds else None

    async def _settle(self, claimed: Claimed, verdict: Verdict) -> None:
        """A database that is away comes back; until then nothing is forgotten."""
        while True:
            try:
                if not await self._queue.settle(claimed, verdict, self._take_over.tells):
                    log.warning("an attempt was superseded", job=claimed.id, attempt=claimed.attempt)
            except LibraryError as error:
                if self._stopping:
                    raise
                self._waiting.tell(error)
                await asyncio.sleep(self._policy.database_pause)
            else:
                return

    async def _dispatch(self, connection: Connected, new: Sequence[tuple[int, str]]) -> None:
        """Within the transaction that writes our rows."""
        from procrastinate.jobs import Job as Turn

        assert isinstance(connection, Wire)
        turns = [
            Turn(
                id=None,
                queue=QUEUE,
                lock=lane,
                queueing_lock=str(job_id),
                task_name=TASK_NAME,
                task_kwargs={"job": job_id},
            )
            for job_id, lane in new
        ]
        await self._app.job_manager.batch_defer_jobs_async(turns, connection=connection.raw)


def _strategy() -> Any:
    from procrastinate import BaseRetryStrategy, RetryDecision
    from procrastinate.jobs import Job as Turn

    class AsTold(BaseRetryStrategy):
        def get_retry_decision(self, *, exception: BaseException, job: Turn) -> RetryDecision | None:
            at = exception.at if isinstance(exception, Again) else None
            return RetryDecision(retry_at=at or AT_ONCE)

    return AsTold()
