"""The clock of the Postgres server, by which turns are given and workers are heard of, and what it wrote before it was set back."""

from datetime import datetime

from sqlalchemy import TextClause, text

from bot.adapters.jobs.jobrows import CLOCK_SET_BACK
from bot.adapters.postgres.turnsahead import AT_ONCE
from bot.adapters.rows.database import Connection

_TURNS_AHEAD = text("""
    SELECT id FROM procrastinate_jobs
    WHERE status = 'todo' AND scheduled_at > clock_timestamp() AND clock_timestamp() + :ahead < (
        SELECT at FROM procrastinate_events
        WHERE job_id = procrastinate_jobs.id AND type <> 'scheduled'  -- this one has the time that is waited for
        ORDER BY id DESC LIMIT 1
    )
""")
_WORKERS_AHEAD = text("SELECT id FROM procrastinate_workers WHERE last_heartbeat > clock_timestamp() + :ahead")

_DUE = text("UPDATE procrastinate_jobs SET scheduled_at = :at_once WHERE status = 'todo' AND id = ANY(:ahead)")
_HEARD = text("UPDATE procrastinate_workers SET last_heartbeat = clock_timestamp() WHERE id = ANY(:ahead)")


async def server_time(connection: Connection) -> datetime:
    """What it shows: no two machines need agree about the time."""
    shown = await connection.execute(text("SELECT clock_timestamp()"))
    moment: datetime = shown.scalar_one()
    return moment


async def mend_what_is_ahead(connection: Connection) -> None:
    """What was written in the future tells that the clock was set back: a turn that was put off then is due, as on SQLite, and a
    worker is heard of from now on, or is not and counts as dead. Nothing is written where nothing is ahead: a server that takes
    no writes is told of by those who have something to write."""
    if turns := await _ahead(connection, _TURNS_AHEAD):
        await connection.execute(_DUE, {"at_once": AT_ONCE, "ahead": turns})
    if workers := await _ahead(connection, _WORKERS_AHEAD):
        await connection.execute(_HEARD, {"ahead": workers})


async def _ahead(connection: Connection, which: TextClause) -> list[int]:
    return [row.id for row in await connection.execute(which, {"ahead": CLOCK_SET_BACK})]
