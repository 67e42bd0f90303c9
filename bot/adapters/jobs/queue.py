"""The queue's rows: accepting, claiming, finishing. One process works on them at a time.

Order: of a lane, only the oldest unfinished job may run; it keeps the lane while it waits for another
attempt. An operator's `retry` puts a failed job back in its old place.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, RowMapping, Update, bindparam, func, or_, select, text, update

from bot.adapters.jobs.accepting import Accepting, Dispatch
from bot.adapters.jobs.deaths import Deaths, Tells
from bot.adapters.jobs.jobrows import BEGUN, Claimed, Depth, State, at, claimed_of, runnable
from bot.adapters.rows.database import Connection, Database, among, fetch, listed, now, rows
from bot.adapters.rows.tables import jobs
from bot.adapters.rows.together import Together
from bot.intake.task import SET_ASIDE, Task

if TYPE_CHECKING:
    from bot.adapters.jobs.attempt import Verdict

UNREADABLE = "PayloadUnreadable"


_START = update(jobs).values(
    state="running", attempts=jobs.c.attempts + 1, started_at=bindparam("moment"), changed_at=bindparam("moment")
)
_CLAIM = _START.where(jobs.c.id.in_(bindparam("ids", expanding=True)))
_BEGIN = _START.where(
    among(jobs.c.id, "ids", "postgresql"), or_(jobs.c.state == "waiting", jobs.c.state == "running")
).returning(*BEGUN)
_NEXT = select(func.min(jobs.c.run_at).label("due")).where(
    jobs.c.state == "waiting", jobs.c.run_at > bindparam("moment")
)


@cache
def _settling(given: tuple[str, ...]) -> Update:
    """Of the attempt that runs; `given` are the columns to be written, each as `new_COLUMN`."""
    ours = (jobs.c.id == bindparam("job")) & (jobs.c.state == "running") & (jobs.c.attempts == bindparam("attempt"))
    return update(jobs).where(ours).values({name.removeprefix("new_"): bindparam(name) for name in given})


class Queue(Deaths):
    """The rows of one database's jobs.

    `accepted` is called after each commit that brought new ones; `dispatch` tells another queue of them within
    the same transaction; `accepting` is a connection to the same database where no accept waits behind work.
    """

    def __init__(self, database: Database, dispatch: Dispatch | None = None, accepting: Database | None = None) -> None:
        self._door = accepting or database
        self._dispatch = dispatch
        self._accepting = Accepting(self._door, dispatch, self._new_ones)
        self._beginning = Together(self._begin)
        super().__init__(database, self._accepting.put)
        self.accepted: Callable[[], None] = lambda: None

    def _new_ones(self) -> None:
        self.accepted()

    async def accept(self, task: Task) -> bool:
        """True when the key is new."""
        return await self._accepting.accept(task)

    async def claim(self, most: int, moment: datetime) -> Sequence[Claimed]:
        """Take up to `most` jobs that may run at `moment`, oldest first."""

        async def step(connection: Connection) -> Sequence[RowMapping]:
            found = await rows(connection, runnable(), at(moment, most))
            if found:
                await connection.execute(_CLAIM, {"ids": [row["id"] for row in found], "moment": moment})
            return found

        if not await fetch(
            self._database, runnable(), at(moment, 1)
        ):  # as at nearly each end of a job: nothing to write
            return ()
        claimed = [(row, claimed_of(row)) for row in await self._database.write(step)]
        for row, job in claimed:
            if job is None:
                await self._set(jobs.c.id == row["id"], state="failed", finished_at=now(), error=UNREADABLE)
                self.accepted()  # its lane is free
        return [job for _, job in claimed if job is not None]

    async def begin(self, job_id: int) -> Claimed | None:
        """Take this job, whose turn another queue has told; None when it is finished already."""
        found = await self._beginning.ask(job_id)
        claimed = claimed_of(found) if found else None
        if found and claimed is None:
            await self._set(jobs.c.id == job_id, state="failed", finished_at=now(), error=UNREADABLE)
        return claimed

    async def _begin(self, job_ids: Sequence[int]) -> Sequence[RowMapping | None]:
        """Many together, where turns are told faster than rows are written."""

        async def step(connection: Connection) -> Sequence[RowMapping]:
            given = {"ids": listed(job_ids, connection.dialect.name), "moment": now()}
            return (await connection.execute(_BEGIN, given)).mappings().all()

        found = {row["id"]: row for row in await self._database.write(step, single=True)}
        return [found.get(job_id) for job_id in job_ids]

    async def settle(self, job: Claimed, verdict: "Verdict", tells: Tells | None = None) -> bool:
        """Write how the attempt ended; False when it was superseded: its process had been given up for dead.

        A job that failed for good is kept, and where it could not tell of it itself, the task that `tells` is accepted first. A
        process that survived the attempt clears it of suspicion.
        """
        if verdict.untold and job.task.kind != SET_ASIDE and (task := tells(job) if tells else None) is not None:
            await self.accept(task)
        moment = now()
        values: dict[str, Any] = {"error": verdict.error}
        if verdict.end == "again":
            values |= {"state": "waiting", "attempts": job.attempt if verdict.counted else job.attempt - 1}
            values |= {} if verdict.handed_back else {"deaths": 0}
            values |= {"run_at": moment + timedelta(seconds=verdict.seconds)}
        else:
            values |= {"state": verdict.end, "finished_at": moment}
            # A redelivery is known by the key; what somebody wrote is not needed any more.
            values |= {"payload": ""} if verdict.end == "done" else {}
        ours = {"job": job.id, "attempt": job.attempt}
        given = {f"new_{name}": value for name, value in (values | {"changed_at": moment}).items()}

        async def step(connection: Connection) -> bool:
            return (await connection.execute(_settling(tuple(given)), ours | given)).rowcount == 1

        return await self._database.write(step, single=True)

    async def retry(self, job_id: int) -> bool:
        """Give a failed job all its attempts again; False when there is no such failed job."""

        async def step(connection: Connection) -> bool:
            fresh = {"state": "waiting", "attempts": 0, "deaths": 0, "finished_at": None}
            failed = (jobs.c.id == job_id) & (jobs.c.state == "failed")
            moment = now()
            revive = update(jobs).where(failed).values(fresh | {"run_at": moment, "changed_at": moment})
            revived = (await connection.execute(revive.returning(jobs.c.lane))).scalars().all()
            if self._dispatch and revived:
                await self._dispatch(connection, [(job_id, lane) for lane in revived])
            return bool(revived)

        revived = await self._database.write(step)
        if revived:
            self.accepted()
        return revived

    async def pause(self, moment: datetime) -> float | None:
        """Seconds from now until a waiting job is due that was not due at `moment`."""
        due = (await fetch(self._database, _NEXT, {"moment": moment}))[0]["due"]
        return None if due is None else max(0.0, (due - now()).total_seconds())

    async def counts(self) -> Mapping[State, Depth]:
        """Depth and age by state; a state without jobs is left out."""
        query = select(jobs.c.state, func.count().label("count"), func.min(jobs.c.accepted_at).label("oldest"))
        return {
            row["state"]: Depth(row["count"], row["oldest"])
            for row in await fetch(self._database, query.group_by(jobs.c.state), long=True)
        }

    async def reach(self) -> None:
        """One write that changes nothing, the way an accept goes. Raises `LibraryError`."""
        await self._door.write(_touch, single=True)

    async def idle(self) -> bool:
        query = select(jobs.c.id).where(jobs.c.state.in_(("waiting", "running"))).limit(1)
        return self._accepting.idle and not await fetch(self._database, query)

    async def _set(self, which: ColumnElement[bool], **values: Any) -> bool:
        async def step(connection: Connection) -> bool:
            done = await connection.execute(update(jobs).where(which).values(values | {"changed_at": now()}))
            return done.rowcount == 1

        return await self._database.write(step, single=True)


async def _touch(connection: Connection) -> None:
    """A page is written all the same, so that a full disk is found."""
    await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
