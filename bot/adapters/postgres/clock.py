"""The clock of the Postgres server, by which turns are given and workers are heard of, and what it wrote before it was set back."""

from datetime import datetime

from sqlalchemy import text

from bot.adapters.jobs.jobrows import CLOCK_SET_BACK
from bot.adapters.postgres.turnsahead import AT_ONCE
from bot.adapters.rows.database import Connection

_AHEAD = text("""
    SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'todo' AND scheduled_at > clock_timestamp())
        OR EXISTS (SELECT FROM procrastinate_workers WHERE last_heartbeat > clock_timestamp() + :ahead)
""")
_TURNS = text("""
    UPDATE procrastinate_jobs SET scheduled_at = :at_once
    WHERE status = 'todo' AND scheduled_at > clock_timestamp() AND clock_timestamp() + :ahead < (
        SELECT at FROM procrastinate_events
        WHERE job_id = procrastinate_jobs.id AND type <> 'scheduled'  -- this one has the time that is waited for
        ORDER BY id DESC LIMIT 1
    )
""")
_WORKERS = text("""
    UPDATE procrastinate_workers SET last_heartbeat = clock_timestamp()
    WHERE last_heartbeat > clock_timestamp() + :ahead
""")


async def server_time(connection: Connection) -> datetime:
    """What it shows: no two machines need agree about the time."""
    shown = await connection.execute(text("SELECT clock_timestamp()"))
    moment: datetime = shown.scalar_one()
    return moment


async def mend_what_is_ahead(connection: Connection) -> None:
    """What was written in the future tells that the clock was set back: a turn that was put off then is due, as on SQLite, and a
    worker is heard of from now on, or is not and counts as dead. Nothing is written where nothing is ahead: a server that takes
    no writes is told of by those who have something to write."""
    ahead = await connection.execute(_AHEAD, {"ahead": CLOCK_SET_BACK})
    if not ahead.scalar_one():
        return
    await connection.execute(_TURNS, {"at_once": AT_ONCE, "ahead": CLOCK_SET_BACK})
    await connection.execute(_WORKERS, {"ahead": CLOCK_SET_BACK})
