"""How what a reading mentions becomes rows."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import RowMapping, bindparam, select, text

from bot.adapters.rows.database import Connection, insert_once
from bot.adapters.rows.tables import mentions, readings
from bot.adapters.rows.tellings import SAID

_KEPT = (
    select(readings.c.id)
    .where(readings.c.team == bindparam("in_team"), readings.c.id == bindparam("reading"))
    .with_for_update(read=True, key_share=True)
)
_AT_ONCE = text("""
    WITH kept AS (SELECT id FROM readings WHERE team = :team AND id = :reading FOR KEY SHARE)
    INSERT INTO mentions (team, reading_id, kind, item, text, terms, likeness)
    SELECT :team, kept.id, told.kind, told.item, told.text, told.terms, told.likeness
    FROM kept, ROWS FROM (
        json_to_recordset(CAST(:told AS json)) AS (kind varchar, item varchar, text text, terms text, likeness text)
    ) WITH ORDINALITY AS told (kind, item, text, terms, likeness, place)
    ORDER BY told.place
    ON CONFLICT DO NOTHING RETURNING n, kind, item, text, reading_id
""")
"""Postgres alone, which takes them as one value: SQLAlchemy spells each number of rows anew."""


async def put(
    connection: Connection, team: str, reading_id: str, values: Sequence[dict[str, Any]]
) -> Sequence[RowMapping]:
    """Those that are new, as `mentioned` has them: none where the reading was forgotten meanwhile. One statement on Postgres."""
    if not values:
        return ()
    asked = {"reading": reading_id}
    if connection.dialect.name != "sqlite":
        at_once = await connection.execute(_AT_ONCE, asked | {"team": team, "told": json.dumps(values)})
        return at_once.mappings().all()
    if (await connection.execute(_KEPT, asked | {"in_team": team})).first() is None:
        return ()
    statement = insert_once(mentions, connection.dialect.name, *SAID)
    return (await connection.execute(statement, values)).mappings().all()
