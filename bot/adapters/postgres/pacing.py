"""The pace of several processes on one Postgres: a row for each gate of a workspace holds when its last turns are.

The server's clock is the only one. The table is not logged: what a crash of the server empties was true for a minute.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Final

from sqlalchemy import text

from bot.adapters.jobs.attempt import Policy
from bot.adapters.postgres.company import Company
from bot.adapters.postgres.takenalone import TakenAlone
from bot.adapters.rows.database import Connection, Database, now
from bot.errors import LibraryError
from bot.ports.pacing import Turn

_TAKE: Final = text("""
    WITH clock AS MATERIALIZED (SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision) AS shows),
    asked AS MATERIALIZED (
        SELECT * FROM clock, unnest(
            CAST(:whats AS text[]), CAST(:limits AS integer[]), CAST(:rests AS integer[]),
            CAST(:seconds AS double precision[]), CAST(:aheads AS double precision[]), CAST(:rest_aheads AS double precision[])
        ) AS asked (gate, most, rest, seconds, ahead, rest_ahead)
    ),
    taken AS (
        INSERT INTO paces AS pace (team, what, turns, created_at)
        SELECT CAST(:team AS varchar), gate, ARRAY[shows], CAST(:moment AS timestamptz) FROM asked ORDER BY gate
        ON CONFLICT (team, what) DO UPDATE SET turns = (
            SELECT (turns || greatest(shows, turns[cardinality(turns) + 1 - most] + seconds))
                [greatest(1, cardinality(turns) + 2 - most):]
            FROM asked, LATERAL (
                SELECT CASE WHEN pace.turns[cardinality(pace.turns)] < shows + :farthest THEN pace.turns ELSE '{}' END AS turns
            ) AS known WHERE gate = pace.what
        )
        WHERE CAST(:waits AS boolean) OR (
            SELECT pace.turns[cardinality(pace.turns)] >= shows + :farthest OR shows >= coalesce(pace.turns[cardinality(pace.turns) + 1 - rest] + seconds - rest_ahead, 0)
            FROM asked WHERE gate = pace.what
        )
        RETURNING what, turns
    )
    SELECT count(*) AS turns, coalesce(max(turns[cardinality(turns)] - ahead - shows), 0) AS wait
    FROM taken JOIN asked ON gate = what
""")
"""A turn is `seconds` after the one that came `most` turns before it, and not before now; `ahead` of it one may go. One that is
`farthest` ahead of now tells that the server's clock was set back: then what was taken before is forgotten."""

_FARTHEST: Final = Policy().deadline
"""Seconds: no attempt at a job lasts longer, so nobody waits for a turn beyond that."""


_TELL: Final = text("""
    WITH clock AS MATERIALIZED (SELECT CAST(extract(epoch FROM clock_timestamp()) AS double precision) AS shows)
    INSERT INTO paces AS pace (team, what, turns, created_at)
    SELECT CAST(:team AS varchar), CAST(:what AS varchar), array_agg(shows + ahead ORDER BY ahead), CAST(:moment AS timestamptz)
    FROM clock, unnest(CAST(:aheads AS double precision[])) AS ahead
    ON CONFLICT (team, what) DO UPDATE SET turns = (
        SELECT (array_agg(turn ORDER BY turn))[greatest(1, count(*) + 1 - CAST(:most AS integer)):]
        FROM unnest(pace.turns || excluded.turns) AS turn
    )
""")
"""Turns that were taken already, each so many seconds `ahead` of now."""


class PostgresPacing:
    """`Pacing` over one database. Who works alone asks nobody; whoever joins it is told what was taken by then, and takes nothing
    before."""

    def __init__(self, database: Database, company: Company) -> None:
        self._database = database
        self._company = company
        self._taken_alone = TakenAlone()

    @property
    def processes(self) -> int:
        return self._company.processes

    async def tell(self) -> None:
        """Of what was taken while this process was alone."""
        for team, turn, aheads in self._taken_alone.all_at_once():
            told = {"team": team, "what": turn.what, "most": turn.tier.limit, "aheads": aheads, "moment": now()}
            with suppress(LibraryError):
                await self._database.write(partial(_told, told), single=True)

    async def take(self, team: str, turns: Sequence[Turn]) -> float:
        await asyncio.sleep(self._company.unknown)
        found = await self._taken(team, turns, waits=True)
        return max(0.0, found.wait) if found else 0.0

    async def take_now(self, team: str, turns: Sequence[Turn]) -> bool:
        if self._company.unknown:
            return False
        found = await self._taken(team, turns, waits=False)
        return bool(not found or found.turns == len(turns))

    async def _taken(self, team: str, turns: Sequence[Turn], *, waits: bool) -> Any:
        """How many, and the seconds until the last; None where nobody has to be asked, or nobody answers."""
        if self._company.alone:
            self._taken_alone.note(team, turns)
            return None
        values = {"team": team, "moment": now(), "waits": waits, "farthest": _FARTHEST} | _listed(turns)

        async def step(connection: Connection) -> Any:
            return (await connection.execute(_TAKE, values)).one()

        try:
            return await self._database.write(step, single=True)
        except LibraryError:
            return None


async def _told(told: dict[str, Any], connection: Connection) -> None:
    await connection.execute(_TELL, told)


def _listed(turns: Sequence[Turn]) -> dict[str, Any]:
    return {
        "whats": [turn.what for turn in turns],
        "limits": [turn.tier.limit for turn in turns],
        "rests": [turn.rest.limit for turn in turns],
        "seconds": [turn.tier.seconds for turn in turns],
        "aheads": [turn.tier.ahead for turn in turns],
        "rest_aheads": [turn.rest.ahead for turn in turns],
    }
