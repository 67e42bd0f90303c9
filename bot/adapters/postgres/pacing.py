"""The pace of several processes on one Postgres: a row for each gate of a workspace holds when its last turns are.

The server's clock is the only one. The table is not logged: what a crash of the server empties was true for a minute.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from sqlalchemy import text

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
            FROM asked, (SELECT pace.turns) AS known WHERE gate = pace.what
        )
        WHERE CAST(:waits AS boolean) OR (
            SELECT shows >= coalesce(pace.turns[cardinality(pace.turns) + 1 - rest] + seconds - rest_ahead, 0)
            FROM asked WHERE gate = pace.what
        )
        RETURNING what, turns
    )
    SELECT count(*) AS turns, coalesce(max(turns[cardinality(turns)] - ahead - shows), 0) AS wait
    FROM taken JOIN asked ON gate = what
""")
"""A turn is `seconds` after the one that came `most` turns before it, and not before now; `ahead` of it one may go."""


class PostgresPacing:
    """`Pacing` over one database; `alone` tells whether this is the only process just now."""

    def __init__(self, database: Database, alone: Callable[[], bool]) -> None:
        self._database = database
        self._alone = alone

    async def take(self, team: str, turns: Sequence[Turn]) -> float:
        found = await self._taken(team, turns, waits=True)
        return max(0.0, found.wait) if found else 0.0

    async def take_now(self, team: str, turns: Sequence[Turn]) -> bool:
        found = await self._taken(team, turns, waits=False)
        return bool(not found or found.turns == len(turns))

    async def _taken(self, team: str, turns: Sequence[Turn], *, waits: bool) -> Any:
        """How many, and the seconds until the last; None where nobody has to be asked, or nobody answers."""
        if self._alone():
            return None
        values = {"team": team, "moment": now(), "waits": waits} | _listed(turns)

        async def step(connection: Connection) -> Any:
            return (await connection.execute(_TAKE, values)).one()

        try:
            return await self._database.write(step, single=True)
        except LibraryError:
            return None


def _listed(turns: Sequence[Turn]) -> dict[str, Any]:
    return {
        "whats": [turn.what for turn in turns],
        "limits": [turn.tier.limit for turn in turns],
        "rests": [turn.rest.limit for turn in turns],
        "seconds": [turn.tier.seconds for turn in turns],
        "aheads": [turn.tier.ahead for turn in turns],
        "rest_aheads": [turn.rest.ahead for turn in turns],
    }
