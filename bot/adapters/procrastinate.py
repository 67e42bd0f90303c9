"""The queue between machines: procrastinate tells whose turn it is, our own rows tell what happened.

Each accepted job is a row of ours and, in the same transaction, a job of procrastinate's that holds nothing but the
row's id; its lock is the lane. Turns, notifications and heartbeats are procrastinate's; attempts, deaths and outcomes
are in our rows, as on SQLite. A job of procrastinate's is deleted when it ends.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib import resources
from typing import TYPE_CHECKING, Any, Self

import structlog
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.adapters.attempt import Policy, Run, SetAside, Verdict, attempt
from bot.adapters.database import Connection as Connected
from bot.adapters.database import Database, now
from bot.adapters.queue import Claimed, Depth, Queue, State
from bot.errors import LibraryError
from bot.intake.task import Task

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.jobs import Job as Turn

log = structlog.get_logger(__name__)

QUEUE = "claims"
TASK_NAME = "job"
TAKE_OVER = 4_207_012  # advisory lock: one process at a time looks after the dead
CONNECTIONS = 4


@dataclass(frozen=True, slots=True)
class Databases:
    """Ways to one database: procrastinate's own connections, ours for work, and one where accepts never wait."""

    conninfo: str = field(repr=False)
    working: Database
    accepting: Database


class Again(Exception):
    """Tells procrastinate when this job's next turn is."""

    def __init__(self, at: datetime) -> None:
        super().__init__(f"again at {at:%H:%M:%S}")
        self.at = at


class ProcrastinateJobs:
    """`Jobs` for any number of processes."""

    def __init__(self, app: "App", databases: "Databases", policy: Policy, set_aside: SetAside | None) -> None:
        self._app = app
        self._database = databases.working
        self._queue = Queue(databases.working, self._dispatch, databases.accepting)
        self._policy = policy
        self._set_aside = set_aside
        self._run: Run | None = None
        self._stopping = False
        app.task(name=TASK_NAME, queue=QUEUE, retry=_strategy())(self._turn)

    @classmethod
    @asynccontextmanager
    async def open(cls, databases: "Databases", policy: Policy, set_aside: SetAside | None) -> AsyncIterator[Self]:
        from procrastinate import App, PsycopgConnector

        app = App(connector=PsycopgConnector(conninfo=databases.conninfo, min_size=1, max_size=CONNECTIONS))
        async with app.open_async():
            yield cls(app, databases, policy, set_aside)

    async def accept(self, task: Task) -> bool:
        return await self._queue.accept(task)

    async def work(self, run: Run, *, concurrency: int) -> None:
        """Raises `LibraryError` while `work` runs already in this process."""
        if self._run is not None:
            raise LibraryError("This process works on its jobs already, and does so only once.")
        self._run, self._stopping = run, False
        guard = asyncio.create_task(self._guard(), name="take over")
        try:
            while True:
                await self._work(concurrency)
                await asyncio.sleep(self._policy.database_pause)
        finally:
            self._stopping = True
            guard.cancel()
            await asyncio.gather(guard, return_exceptions=True)
            self._run = None

    async def reach(self) -> None:
        """Raises `LibraryError` when nothing could be accepted now."""
        await self._queue.reach()

    async def idle(self) -> bool:
        return await self._queue.idle()

    async def retry(self, job_id: str) -> bool:
        """Give a failed job all its attempts again; False when there is no such failed job."""
        return job_id.isdecimal() and await self._queue.retry(int(job_id))

    async def counts(self) -> Mapping[State, Depth]:
        """Jobs by state, with the time when the oldest was accepted."""
        return await self._queue.counts()

    async def _work(self, concurrency: int) -> None:
        """Until cancelled, or until the database goes away."""
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
            log.warning("the queue waits for its database", error=type(error).__name__)

    async def _end(self, working: "asyncio.Task[None]") -> None:
        """Stop the worker gracefully; one that has not heard of it when its grace is over is told again.

        A cancellation that arrives while the worker registers itself in the database can be lost there.
        """
        while not working.done():
            working.cancel()
            await asyncio.wait([working], timeout=self._policy.grace + 2)

    async def _turn(self, job: int) -> None:
        """What procrastinate calls. Raises `Again`."""
        assert self._run is not None
        claimed = await self._queue.begin(job)
        if claimed is None:
            return
        verdict = await attempt(claimed, self._run, self._policy, lambda: self._stopping)
        await self._settle(claimed, verdict)
        if verdict.end == "again":
            raise Again(now() + timedelta(seconds=verdict.seconds))

    async def _settle(self, claimed: Claimed, verdict: Verdict) -> None:
        """A database that is away comes back; until then nothing is forgotten."""
        while True:
            try:
                if not await self._queue.settle(claimed, verdict):
                    log.warning("an attempt was superseded", job=claimed.id, attempt=claimed.attempt)
            except LibraryError as error:
                if self._stopping:
                    raise
                log.warning("the queue waits for its database", error=str(error))
                await asyncio.sleep(self._policy.database_pause)
            else:
                return

    async def _dispatch(self, connection: Connected, new: Sequence[tuple[int, str]]) -> None:
        """Within the transaction that writes our rows."""
        from procrastinate.jobs import Job as Turn

        assert isinstance(connection, AsyncConnection)
        raw = (await connection.get_raw_connection()).driver_connection
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
        await self._app.job_manager.batch_defer_jobs_async(turns, connection=raw)

    async def _guard(self) -> None:
        """Every few seconds one of all processes looks after what dead ones left.

        A cancellation that meets a statement under way can come back as an error of the driver, so the flag counts.
        """
        while not self._stopping:
            try:
                await self._database.write(self._look_after)
            except Exception as error:
                log.warning("could not look after dead workers", error=type(error).__name__)
            await asyncio.sleep(min(self._policy.heartbeat, self._policy.silence / 3))

    async def _look_after(self, connection: Connected) -> None:
        mine = await connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": TAKE_OVER})
        if not mine.scalar_one():
            return
        stalled = await self._app.job_manager.get_stalled_jobs(
            queue=QUEUE, seconds_since_heartbeat=self._policy.silence
        )
        by_worker: dict[int | None, list[Turn]] = {}
        for turn in stalled:
            by_worker.setdefault(turn.worker_id, []).append(turn)
        for turns in by_worker.values():
            await self._take_over(turns)
        await self._dispatch_forgotten(connection)

    async def _take_over(self, turns: "Sequence[Turn]") -> None:
        """Jobs of one dead worker: each has its turn again, or is set aside."""
        from procrastinate.jobs import Status

        log.warning("jobs of a dead process taken up again", jobs=len(turns))
        left, deadly = await self._queue.take_up([_row_id(turn) for turn in turns])
        for turn in turns:
            assert turn.id is not None
            if deadly is not None and _row_id(turn) == deadly.id:
                await self._app.job_manager.finish_job(turn, status=Status.FAILED, delete_job=True)
            else:
                pause = timedelta(seconds=self._policy.silence * left.get(_row_id(turn), 0))
                await self._app.job_manager.retry_job(turn, retry_at=now() + pause)
        if deadly is not None:
            log.error("job set aside: its process died of it", job=deadly.id, kind=deadly.task.kind)
            if self._set_aside is not None:
                await self._set_aside(self._policy.job(deadly))

    async def _dispatch_forgotten(self, connection: Connected) -> None:
        """A row whose turn was lost, for example to a worker that had been given up for dead, gets a new one."""
        query = text(
            "SELECT id, lane FROM jobs WHERE state IN ('waiting', 'running') AND changed_at < :long_ago AND NOT EXISTS "
            "(SELECT 1 FROM procrastinate_jobs turns WHERE turns.queueing_lock = CAST(jobs.id AS text)) "
            "ORDER BY id FOR UPDATE SKIP LOCKED"
        )
        lost = (await connection.execute(query, {"long_ago": now() - timedelta(seconds=self._policy.silence)})).all()
        if lost:
            log.warning("jobs without a turn got one", jobs=len(lost))
            await self._dispatch(connection, [(row.id, row.lane) for row in lost])


def _row_id(turn: "Turn") -> int:
    return int(str(turn.task_kwargs["job"]))


def _strategy() -> Any:
    from procrastinate import BaseRetryStrategy, RetryDecision
    from procrastinate.jobs import Job as Turn

    class AsTold(BaseRetryStrategy):
        def get_retry_decision(self, *, exception: BaseException, job: Turn) -> RetryDecision | None:
            if isinstance(exception, Again):
                return RetryDecision(retry_at=exception.at)
            return RetryDecision(retry_at=now())

    return AsTold()


def upgrade_queue(connection: Connection) -> None:
    """procrastinate's own schema: whole when it is not there, else the migrations that were not applied yet."""
    files = sorted(file.name for file in _scripts().iterdir() if file.name.endswith(".sql"))
    if not inspect(connection).has_table("procrastinate_jobs"):
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS queue_migrations (name text PRIMARY KEY)")
        _run_script(connection, resources.files("procrastinate.sql") / "schema.sql")
        done: set[str] = set()
    else:
        done = set(connection.execute(text("SELECT name FROM queue_migrations")).scalars())
        for name in files:
            if name not in done:
                _run_script(connection, _scripts() / name)
    for name in files:
        if name not in done:
            connection.execute(text("INSERT INTO queue_migrations VALUES (:name)"), {"name": name})


def _scripts() -> Any:
    return resources.files("procrastinate.sql") / "migrations"


def _run_script(connection: Connection, file: Any) -> None:
    """Through the driver, without parameters: a script is many statements and full of `%`."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.cursor().execute(file.read_text(encoding="utf-8"))
