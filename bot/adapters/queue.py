"""The queue's rows: accepting, claiming, finishing. One process works on them at a time.

Order: of a lane, only the oldest unfinished job may run; it keeps the lane while it waits for another
attempt. An operator's `retry` puts a failed job back in its old place.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ValidationError
from sqlalchemy import ColumnElement, RowMapping, exists, func, or_, select, text, update

from bot.adapters.database import Connection, Database, Query, fetch, insert_once, now, rows
from bot.adapters.tables import jobs
from bot.intake.task import TASK, Task

if TYPE_CHECKING:
    from bot.adapters.attempt import Verdict

State = Literal["waiting", "running", "done", "failed"]
STATEMENT_ROWS = 500  # rows of one INSERT: engines limit the values of a statement
SUSPECT = 2  # processes that died while they ran a job before it is kept apart
DEADLY = 3  # processes that died of a job, in a row and with no other to blame, before it is set aside
CLOCK_SET_BACK = timedelta(minutes=1)
PROCESS_DIED = "ProcessDied"
ALONE = ("ProcessDiedAlone", "ProcessDiedAloneTwice")  # the same, once and twice in a row with no other to blame
UNREADABLE = "PayloadUnreadable"


Dispatch = Callable[[Connection, Sequence[tuple[int, str]]], Awaitable[None]]
"""Hears of (id, lane) of jobs that may run from now on."""


@dataclass(frozen=True, slots=True)
class Depth:
    """How many jobs are in a state, and when the oldest of them was accepted."""

    count: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Claimed:
    """A job's row. `attempt` counts from 1; `deaths` counts the processes that died while they ran it."""

    id: int
    task: Task
    attempt: int
    deaths: int
    accepted_at: datetime


class Queue:
    """The rows of one database's jobs.

    `accepted` is called after each commit that brought new ones; `dispatch` tells another queue of them within
    the same transaction; `accepting` is a connection to the same database where no accept waits behind work.
    """

    def __init__(self, database: Database, dispatch: Dispatch | None = None, accepting: Database | None = None) -> None:
        self._database = database
        self._door = accepting or database
        self._dispatch = dispatch
        self._accepting: list[tuple[dict[str, Any], asyncio.Future[bool]]] = []
        self._flusher: asyncio.Task[None] | None = None
        self.accepted: Callable[[], None] = lambda: None

    async def accept(self, task: Task) -> bool:
        """True when the key is new. Accepts that wait together become one statement."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._accepting.append((_row(task), future))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush(), name="accept")
        return await future

    async def _flush(self) -> None:
        while self._accepting:
            batch, self._accepting = self._accepting[:STATEMENT_ROWS], self._accepting[STATEMENT_ROWS:]
            try:
                new = await self._door.write(partial(self._insert, batch=[row for row, _ in batch]))
            except Exception as error:  # whatever it is belongs to those who wait
                _resolve(batch, error)
            else:
                _resolve(batch, new)
                self.accepted()

    async def _insert(self, connection: Connection, batch: Sequence[dict[str, Any]]) -> set[str]:
        """The keys that are new."""
        statement = insert_once(jobs, connection.dialect.name, jobs.c.id, jobs.c.key, jobs.c.lane)
        new = (await connection.execute(statement, batch)).all()
        if self._dispatch and new:
            await self._dispatch(connection, sorted((row.id, row.lane) for row in new))
        return {row.key for row in new}

    async def claim(self, most: int, moment: datetime) -> Sequence[Claimed]:
        """Take up to `most` jobs that may run at `moment`, oldest first."""

        async def step(connection: Connection) -> Sequence[RowMapping]:
            found = await rows(connection, _runnable(moment).limit(most))
            if found:
                await connection.execute(
                    update(jobs)
                    .where(jobs.c.id.in_([row["id"] for row in found]))
                    .values(state="running", attempts=jobs.c.attempts + 1, started_at=moment, changed_at=moment)
                )
            return found

        claimed = [(row, _claimed(row)) for row in await self._database.write(step)]
        for row, job in claimed:
            if job is None:
                await self._set(jobs.c.id == row["id"], state="failed", finished_at=now(), error=UNREADABLE)
                self.accepted()  # its lane is free
        return [job for _, job in claimed if job is not None]

    async def begin(self, job_id: int) -> Claimed | None:
        """Take this job, whose turn another queue has told; None when it is finished already."""
        ours = (jobs.c.id == job_id) & jobs.c.state.in_(("waiting", "running"))

        async def step(connection: Connection) -> Sequence[RowMapping]:
            moment = now()
            found = await rows(connection, _claimable().where(ours).with_for_update())
            start = {"state": "running", "attempts": jobs.c.attempts + 1, "started_at": moment, "changed_at": moment}
            await connection.execute(update(jobs).where(ours).values(start))
            return found

        found = await self._database.write(step)
        claimed = _claimed(found[0]) if found else None
        if found and claimed is None:
            await self._set(jobs.c.id == job_id, state="failed", finished_at=now(), error=UNREADABLE)
        return claimed

    async def settle(self, job: Claimed, verdict: "Verdict") -> bool:
        """Write how the attempt ended; False when it was superseded: its process had been given up for dead.

        A job that failed for good is kept. A process that survived the attempt clears it of suspicion.
        """
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
        ours = (jobs.c.id == job.id) & (jobs.c.state == "running") & (jobs.c.attempts == job.attempt)
        return await self._set(ours, **values)

    async def take_up(self, left: Sequence[int] | None = None) -> tuple[Mapping[int, int], Claimed | None]:
        """Jobs that a dead process left running wait again: with their rank among suspects, and the one set aside.

        `left` are the ids it left, all that run when None. Suspects have seen two deaths or more and rank 0, 1, 2, …:
        whoever runs them keeps them apart. Set aside is what was the only job that could be blamed for `DEADLY` deaths
        in a row: the only one that ran, or between machines the only suspect. Deaths in company only raise suspicion, since
        a machine that is switched off again and again kills jobs that are good.
        """
        alone = left is None
        ours = jobs.c.state == "running" if left is None else (jobs.c.state == "running") & jobs.c.id.in_(left)

        async def step(connection: Connection) -> tuple[Sequence[RowMapping], RowMapping | None]:
            found = await rows(connection, _claimable().where(ours).order_by(jobs.c.id))
            lone = _lone(found, between_machines=not alone)
            times = _times_alone(lone) + 1 if lone is not None else 0
            deadly = lone if times >= DEADLY else None
            moment = now()
            died = {"deaths": jobs.c.deaths + 1, "changed_at": moment, "error": PROCESS_DIED}
            await connection.execute(update(jobs).where(ours).values(died | {"state": "waiting", "run_at": moment}))
            if deadly is not None:
                aside = update(jobs).where(jobs.c.id == deadly["id"])
                await connection.execute(aside.values(state="failed", finished_at=moment))
            elif lone is not None:
                await connection.execute(update(jobs).where(jobs.c.id == lone["id"]).values(error=ALONE[times - 1]))
            return [row for row in found if row is not deadly], deadly

        found, deadly = await self._database.write(step)
        suspects = [row["id"] for row in found if row["deaths"] + 1 >= SUSPECT]
        ranks = {row["id"]: suspects.index(row["id"]) if row["id"] in suspects else 0 for row in found}
        return ranks, _claimed(deadly) if deadly is not None else None

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

    async def suspects(self) -> Mapping[int, int]:
        """Unfinished jobs that have seen a process die, with the number of deaths."""
        query = select(jobs.c.id, jobs.c.deaths).where(jobs.c.state.in_(("waiting", "running")), jobs.c.deaths > 0)
        return {row["id"]: row["deaths"] for row in await fetch(self._database, query)}

    async def pause(self, moment: datetime) -> float | None:
        """Seconds from now until a waiting job is due that was not due at `moment`."""
        query = select(func.min(jobs.c.run_at).label("due")).where(jobs.c.state == "waiting", jobs.c.run_at > moment)
        due = (await fetch(self._database, query))[0]["due"]
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
        await self._door.write(_touch)

    async def idle(self) -> bool:
        query = select(jobs.c.id).where(jobs.c.state.in_(("waiting", "running"))).limit(1)
        return not self._accepting and not await fetch(self._database, query)

    async def _set(self, which: ColumnElement[bool], **values: Any) -> bool:
        async def step(connection: Connection) -> bool:
            done = await connection.execute(update(jobs).where(which).values(values | {"changed_at": now()}))
            return done.rowcount == 1

        return await self._database.write(step)


async def _touch(connection: Connection) -> None:
    """A page is written all the same, so that a full disk is found."""
    await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))


def _row(task: Task) -> dict[str, Any]:
    moment = now()
    return {
        "key": task.key,
        "team": task.team,
        "kind": task.kind,
        "lane": task.lane,
        "payload": TASK.dump_json(task).decode(),
        "state": "waiting",
        "attempts": 0,
        "deaths": 0,
        "run_at": moment,
        "changed_at": moment,
        "accepted_at": moment,
    }


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


def _claimable() -> Query:
    return select(jobs.c.id, jobs.c.payload, jobs.c.attempts, jobs.c.deaths, jobs.c.error, jobs.c.accepted_at)


def _runnable(moment: datetime) -> Query:
    """Due, and first of its lane. A row that was changed in the future tells that the clock was set back: due too.

    Not within a minute of `moment`: what was written since `moment` was taken is no such row.
    """
    due = or_(jobs.c.run_at <= moment, jobs.c.changed_at > moment + CLOCK_SET_BACK)
    return _claimable().where(jobs.c.state == "waiting", due, ~_lane_runs(), ~_lane_has_older()).order_by(jobs.c.id)


def _lane_runs() -> ColumnElement[bool]:
    other = jobs.alias()
    return exists().where(other.c.lane == jobs.c.lane, other.c.state == "running")


def _lane_has_older() -> ColumnElement[bool]:
    other = jobs.alias()
    return exists().where(other.c.lane == jobs.c.lane, other.c.state == "waiting", other.c.id < jobs.c.id)


def _lone(left: Sequence[RowMapping], *, between_machines: bool) -> RowMapping | None:
    """The only job of those left by a dead process that can be blamed for its death."""
    if len(left) == 1:
        return left[0]
    suspects = [row for row in left if row["deaths"] + 1 >= SUSPECT]
    return suspects[0] if between_machines and len(suspects) == 1 else None


def _times_alone(row: RowMapping) -> int:
    """How many deaths in a row it was alone at, up to now."""
    return ALONE.index(row["error"]) + 1 if row["error"] in ALONE else 0


def _claimed(row: RowMapping) -> Claimed | None:
    """None for a payload that this version cannot read."""
    try:
        task = TASK.validate_json(row["payload"])
    except ValidationError:
        return None
    return Claimed(
        id=row["id"],
        task=task,
        attempt=row["attempts"] + 1,
        deaths=row["deaths"],
        accepted_at=row["accepted_at"],
    )
