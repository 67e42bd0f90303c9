"""How what a reading mentions becomes rows."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, text

from bot.adapters.rows.database import Connection

_PUT = {
    "sqlite": text("""
        INSERT INTO mentions (team, reading_id, kind, item, text, terms, likeness)
        SELECT :team, kept.id, json_extract(told.value, '$.kind'), json_extract(told.value, '$.item'),
            json_extract(told.value, '$.text'), json_extract(told.value, '$.terms'), json_extract(told.value, '$.likeness')
        FROM readings AS kept CROSS JOIN json_each(:told) AS told
        WHERE kept.team = :team AND kept.id = :reading
        ORDER BY told.key
        ON CONFLICT DO NOTHING RETURNING n, kind, item, text, reading_id
    """),
    "postgresql": text("""
        WITH kept AS (SELECT id FROM readings WHERE team = :team AND id = :reading FOR KEY SHARE)
        INSERT INTO mentions (team, reading_id, kind, item, text, terms, likeness)
        SELECT :team, kept.id, told.kind, told.item, told.text, told.terms, told.likeness
        FROM kept, ROWS FROM (
            json_to_recordset(CAST(:told AS json)) AS (kind varchar, item varchar, text text, terms text, likeness text)
        ) WITH ORDINALITY AS told (kind, item, text, terms, likeness, place)
        ORDER BY told.place
        ON CONFLICT DO NOTHING RETURNING n, kind, item, text, reading_id
    """),
}
"""They go as one value: SQLAlchemy spells each number of rows anew."""


async def put(
    connection: Connection, team: str, reading_id: str, values: Sequence[dict[str, Any]]
) -> Sequence[RowMapping]:
    """Those that are new, as `mentioned` has them, in one statement: none where the reading was forgotten meanwhile."""
    if not values:
        return ()
    asked = {"team": team, "reading": reading_id, "told": json.dumps(values)}
    return (await connection.execute(_PUT[connection.dialect.name], asked)).mappings().all()
