"""Jobs of dead workers, taken over by those that live."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

import structlog
from sqlalchemy import text

from bot.adapters.jobs.accepting import Dispatch
from bot.adapters.jobs.attempt import Policy, SetAside
from bot.adapters.jobs.jobrows import Claimed
from bot.adapters.jobs.queue import Queue
from bot.adapters.jobs.waiting import Waiting
from bot.adapters.postgres.clock import mend_what_is_ahead, server_time
from bot.adapters.postgres.company import Company
from bot.adapters.rows.database import Connection, Database, now
from bot.intake.task import Task

if TYPE_CHECKING:
    from procrastinate import App
    from procrastinate.jobs import Job as Turn

log = structlog.get_logger("claims_bot.queue")

QUEUE = "claims"
TAKE_OVER = 4_207_012  # advisory lock: one process at a time looks after the dead
LONG_ENOUGH = 2.5  # heartbeats


class TakeOver:
    """Looks after what dead processes left. `dispatch` gives a row its turn.

    Who could not reach the server for a while, as all others perhaps, waits until they had time to show that they live.
    """

    def __init__(
        self,
        app: "App",
        database: Database,
        queue: Queue,
        dispatch: Dispatch,
        policy: Policy,
        set_aside: SetAside | None,
    ) -> None:
        self._app = app
        self._database = database
        self._queue = queue
        self._dispatch = dispatch
        self._policy = policy
        self._set_aside = set_aside
        self._waiting = Waiting("could not look after dead workers", "looks after dead workers again")
        self._heard = self._since = monotonic()  # the last look, and from when on none failed to come
        self.company = Company(database, policy.silence, self._pause)

    async def guard(self, stopping: Callable[[], bool]) -> None:
        """Every few seconds one of all processes looks after what dead ones left.

        A cancellation that meets a statement under way can come back as an error of the driver, so the flag counts.
        """
        while not stopping():
            try:
                if await self._database.write(self._look_after):
                    self._waiting.over()
            except Exception as error:
                self._waiting.tell(error)
            await self._rest()

    async def _rest(self) -> None:
        """Until the next look. Who is alone looks more often whether it still is: who joins it shares its pace from then on."""
        until = monotonic() + self._pause
        while (left := until - monotonic()) > 0:
            await asyncio.sleep(min(left, self.company.pause))
            await self.company.look()

    @property
    def _pause(self) -> float:
        return min(self._policy.heartbeat, self._policy.silence / 3)

    def _may_judge(self) -> bool:
        """Whether we have heard from the server long enough that whoever lives has too."""
        now = monotonic()
        if now - self._heard > self._policy.silence / 2:
            self._since = now
        self._heard = now
        return now - self._since > LONG_ENOUGH * self._policy.heartbeat

    async def _look_after(self, connection: Connection) -> bool:
        """Whether anybody was looked after: not where another process does, nor as long as we may judge nobody."""
        locked = await connection.execute(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": TAKE_OVER})
        if mine := locked.scalar_one():
            await mend_what_is_ahead(connection)
        workers, may_judge = await self.company.count(connection), self._may_judge()
        await self.company.seen(workers, sure=may_judge)
        if not (may_judge and mine):
            return False
        stalled = await self._app.job_manager.get_stalled_jobs(
            queue=QUEUE, seconds_since_heartbeat=self._policy.silence
        )
        by_worker: dict[int | None, list[Turn]] = {}
        for turn in stalled:
            by_worker.setdefault(turn.worker_id, []).append(turn)
        for turns in by_worker.values():
            await self._take_over(turns, await server_time(connection))
        await self._give_turns(connection)
        return True

    async def _take_over(self, turns: "Sequence[Turn]", moment: datetime) -> None:
        """Jobs of one dead worker: each has its turn again, or is set aside."""
        from procrastinate.jobs import Status

        log.warning("jobs of a dead process taken up again", jobs=len(turns))
        left, deadly = await self._queue.take_up([_row_id(turn) for turn in turns], tells=self.tells)
        for turn in turns:
            assert turn.id is not None
            if deadly is not None and _row_id(turn) == deadly.id:
                await self._app.job_manager.finish_job(turn, status=Status.FAILED, delete_job=True)
            else:
                pause = timedelta(seconds=self._policy.silence * left.get(_row_id(turn), 0))
                await self._app.job_manager.retry_job(turn, retry_at=moment + pause)
        if deadly is not None:
            log.error("job set aside: its process died of it", job=deadly.id, kind=deadly.task.kind)

    def tells(self, deadly: Claimed) -> Task | None:
        return self._set_aside(self._policy.job(deadly)) if self._set_aside else None

    async def _give_turns(self, connection: Connection) -> None:
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
