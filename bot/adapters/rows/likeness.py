"""Claims that may be alike, found by their words in groups: the newest of each group, however many there are.

A claim's groups are those of `likely`. Each is one number, its workspace in it, and `search_claims` is an ordered index from these
numbers to mentions, which triggers keep. So a look-up costs the same whatever the planner of an engine knows of its tables, and
the same in a workspace that has read the claim ten thousand times.
"""

import json
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import text

from bot.adapters.rows.database import Connection, listed

_NEWEST = {
    "sqlite": text(
        "SELECT json_group_array(json_array(asked.value, json((SELECT json_group_array(n) FROM (SELECT n FROM "
        "search_claims WHERE search_claims.key = asked.value ORDER BY n DESC LIMIT :most))))) "
        "FROM json_each(:keys) AS asked"
    ),
    "postgresql": text(
        "SELECT asked.key, ARRAY(SELECT n FROM search_claims WHERE search_claims.key = asked.key "
        "ORDER BY n DESC LIMIT :most) AS found FROM unnest(CAST(:keys AS bigint[])) AS asked(key)"
    ),
}


async def newest(connection: Connection, keys: Collection[int], most: int) -> Mapping[int, Sequence[int]]:
    """By key, the `most` newest mentions that have it, the newest first."""
    dialect = connection.dialect.name
    asked = {"keys": listed(keys, dialect), "most": most}
    found = await connection.execute(_NEWEST[dialect], asked)
    if dialect == "sqlite":  # in one row: see `tellings`
        return dict(json.loads(found.scalar_one()))
    return {row.key: row.found for row in found}
