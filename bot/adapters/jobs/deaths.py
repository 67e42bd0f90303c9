"""Processes that died while they ran jobs, and which job is to blame."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, select, update

from bot.adapters.jobs.jobrows import Claimed, claimable, claimed_of, row_of
from bot.adapters.rows.database import Connection, Database, fetch, now, rows
from bot.adapters.rows.tables import jobs
from bot.intake.task import Task

SUSPECT = 2  # processes that died while they ran a job before it is kept apart
DEADLY = 3  # processes that died of a job, in a row and with no other to blame, before it is set aside
PROCESS_DIED = "ProcessDied"
ALONE = ("ProcessDiedAlone", "ProcessDiedAloneTwice")  # the same, once and twice in a row with no other to blame


Tells = Callable[[Claimed], Task | None]
"""Makes of a job that is set aside the task that tells of it."""

Put = Callable[[Connection, Sequence[dict[str, Any]]], Awaitable[Any]]
"""Accepts jobs, as rows, within a transaction."""


class Deaths:
    """What became of the jobs of processes that are dead."""

    def __init__(self, database: Database, put: Put) -> None:
        self._database = database
        self._put = put

    async def take_up(
        self, left: Sequence[int] | None = None, *, tells: Tells | None = None, pauses: Sequence[float] = (0.0,)
    ) -> tuple[Mapping[int, int], Claimed | None]:
        """Jobs that a dead process left running wait again: with their rank among suspects, and the one set aside.

        `left` are the ids it left, all that run when None. Suspects have seen two deaths or more and rank 0, 1, 2, …:
        whoever runs them keeps them apart. Set aside is what was the only job that could be blamed for `DEADLY` deaths
        in a row: the only one that ran, or between machines the only suspect. Deaths in company only raise suspicion, since
        a machine that is switched off again and again kills jobs that are good. For the same reason one that was alone
        waits for the second and third of `pauses`, in seconds, before it is next: others are done meanwhile, and a machine may be
        up for good. The task that `tells` of it is accepted in the same transaction: nobody who dies in between leaves it untold.
        """

        async def step(connection: Connection) -> tuple[Sequence[RowMapping], RowMapping | None]:
            moment = now()
            found = await _left_waiting(connection, left, moment)
            lone = _lone(found, between_machines=left is not None)
            times = _times_alone(lone) + 1 if lone is not None else 0
            if lone is not None and times >= DEADLY:
                await self._set_aside(connection, lone, moment, tells)
                return [row for row in found if row is not lone], lone
            if lone is not None:
                await _blame(connection, lone, times, moment + _pause(pauses, times))
            return found, None

        found, deadly = await self._database.write(step)
        return _ranks(found), claimed_of(deadly) if deadly is not None else None

    async def _set_aside(
        self, connection: Connection, deadly: RowMapping, moment: datetime, tells: Tells | None
    ) -> None:
        """It runs no more, and a task that tells of it is accepted."""
        aside = update(jobs).where(jobs.c.id == deadly["id"])
        await connection.execute(aside.values(state="failed", finished_at=moment))
        claimed = claimed_of(deadly)
        task = tells(claimed) if tells and claimed else None
        if task is not None:
            await self._put(connection, [row_of(task)])

    async def suspects(self) -> Mapping[int, int]:
        """Unfinished jobs that have seen a process die, with the number of deaths."""
        query = select(jobs.c.id, jobs.c.deaths).where(jobs.c.state.in_(("waiting", "running")), jobs.c.deaths > 0)
        return {row["id"]: row["deaths"] for row in await fetch(self._database, query)}


async def _left_waiting(connection: Connection, left: Sequence[int] | None, moment: datetime) -> Sequence[RowMapping]:
    """The jobs `left`, all that run when None, as they were; they wait from `moment` on, with one death more."""
    ours = jobs.c.state == "running" if left is None else (jobs.c.state == "running") & jobs.c.id.in_(left)
    found = await rows(connection, claimable().where(ours).order_by(jobs.c.id))
    died = {"deaths": jobs.c.deaths + 1, "changed_at": moment, "error": PROCESS_DIED}
    await connection.execute(update(jobs).where(ours).values(died | {"state": "waiting", "run_at": moment}))
    return found


async def _blame(connection: Connection, lone: RowMapping, times: int, until: datetime) -> None:
    """It was alone `times` in a row, and waits."""
    blamed = {"error": ALONE[times - 1], "run_at": until}
    await connection.execute(update(jobs).where(jobs.c.id == lone["id"]).values(blamed))


def _pause(pauses: Sequence[float], times: int) -> timedelta:
    return timedelta(seconds=pauses[min(times, len(pauses) - 1)])


def _ranks(waiting: Sequence[RowMapping]) -> Mapping[int, int]:
    """By id; 0 for those that nobody suspects."""
    suspects = [row["id"] for row in waiting if row["deaths"] + 1 >= SUSPECT]
    return {row["id"]: suspects.index(row["id"]) if row["id"] in suspects else 0 for row in waiting}


def _lone(left: Sequence[RowMapping], *, between_machines: bool) -> RowMapping | None:
    """The only job of those left by a dead process that can be blamed for its death."""
    if len(left) == 1:
        return left[0]
    suspects = [row for row in left if row["deaths"] + 1 >= SUSPECT]
    return suspects[0] if between_machines and len(suspects) == 1 else None


def _times_alone(row: RowMapping) -> int:
    """How many deaths in a row it was alone at, up to now."""
    return ALONE.index(row["error"]) + 1 if row["error"] in ALONE else 0
