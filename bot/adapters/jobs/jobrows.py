"""The rows of jobs: how a task becomes one, and which may run."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Literal

from pydantic import ValidationError
from sqlalchemy import ColumnElement, RowMapping, bindparam, exists, or_, select

from bot.adapters.rows.database import Query, now
from bot.adapters.rows.tables import jobs
from bot.intake.task import TASK, Task

State = Literal["waiting", "running", "done", "failed"]
CLOCK_SET_BACK = timedelta(minutes=1)


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

    @property
    def tries(self) -> int:
        """Attempts without those whose processes died, since one survived: these are judged by themselves, see `Deaths`."""
        return self.attempt - self.deaths


def row_of(task: Task) -> dict[str, Any]:
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


_FACTS = (jobs.c.id, jobs.c.payload, jobs.c.deaths, jobs.c.error, jobs.c.accepted_at)
BEGUN = (*_FACTS, (jobs.c.attempts - 1).label("attempts"))
"""What `claimed_of` reads, of a row whose attempt has just been counted."""


def claimable() -> Query:
    return select(*_FACTS, jobs.c.attempts)


@cache
def runnable() -> Query:
    """Of what is due, the first of each lane, at most `most`, oldest first: built once, which costs more than to run it.

    Due at `moment`. A row that was changed in the future tells that the clock was set back: due too. The future is
    after `ahead`, which is not within a minute of `moment`: what was written since `moment` was taken is no such row.
    """
    due = or_(jobs.c.run_at <= bindparam("moment"), jobs.c.changed_at > bindparam("ahead"))
    of_all = claimable().where(jobs.c.state == "waiting", due, ~_lane_runs(), ~_lane_has_older())
    return of_all.order_by(jobs.c.id).limit(bindparam("most"))


def at(moment: datetime, most: int) -> dict[str, Any]:
    """The parameters of `runnable`."""
    return {"moment": moment, "ahead": moment + CLOCK_SET_BACK, "most": most}


def _lane_runs() -> ColumnElement[bool]:
    other = jobs.alias()
    return exists().where(other.c.lane == jobs.c.lane, other.c.state == "running")


def _lane_has_older() -> ColumnElement[bool]:
    other = jobs.alias()
    return exists().where(other.c.lane == jobs.c.lane, other.c.state == "waiting", other.c.id < jobs.c.id)


def claimed_of(row: RowMapping) -> Claimed | None:
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
