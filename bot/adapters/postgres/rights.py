"""What the bot's user must be allowed to do in Postgres, asked of the catalogue in one query: nothing is written to find it out.

Inherited rights count, and who became another role by `SET role` has that one's.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import Connection as Connected
from sqlalchemy import text

from bot.adapters.rows.database import READ_ONLY, Connection
from bot.adapters.rows.tables import metadata
from bot.errors import LibraryError

ALL: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")
TABLES: Final = dict.fromkeys(
    (*metadata.tables, "search_claims", "procrastinate_jobs", "procrastinate_workers"), ALL
) | {
    "alembic_version": ("SELECT", "UPDATE"),  # which is what asks whether anything can be written
    "queue_migrations": ("SELECT",),
    "procrastinate_events": ("SELECT", "INSERT"),
    "procrastinate_periodic_defers": ("SELECT", "UPDATE"),
}
"""Each table with what is done there, by us or by a trigger in our name."""

NAMED: Final = 6
"""Tables or sequences that a sentence names before it counts the rest."""

_MISSING = text("""
    WITH here AS (SELECT relnamespace AS schema FROM pg_class WHERE oid = to_regclass('alembic_version')),
    wanted AS (
        SELECT known.oid, known.relname AS name, given.privilege
        FROM unnest(CAST(:tables AS text[]), CAST(:privileges AS text[])) AS given(name, privilege)
        JOIN pg_class known ON known.relname = given.name AND known.relkind IN ('r', 'p')
        JOIN here ON known.relnamespace = here.schema
    )
    SELECT 'read-only' AS privilege, '' AS name WHERE current_setting('transaction_read_only') = 'on'
    UNION ALL
    SELECT privilege, name FROM wanted WHERE NOT has_table_privilege(oid, privilege)
    UNION ALL
    SELECT 'USAGE', counter.relname
    FROM wanted
    JOIN pg_depend ON refclassid = 'pg_class'::regclass AND refobjid = wanted.oid AND classid = refclassid AND deptype = 'a'
    JOIN pg_class counter ON counter.oid = objid
    WHERE privilege = 'INSERT'  -- the planner may ask for the right before it looks at the kind
        AND CASE WHEN counter.relkind = 'S' THEN NOT has_sequence_privilege(counter.oid, 'USAGE, UPDATE') END
    UNION ALL
    SELECT DISTINCT 'EXECUTE', proname || '()'
    FROM pg_proc JOIN here ON pronamespace = here.schema
    WHERE starts_with(proname, 'procrastinate_') AND prorettype <> 'trigger'::regtype
        AND NOT has_function_privilege(pg_proc.oid, 'EXECUTE')
""")
_MAY_MAKE = text("""
    SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AND coalesce(
        (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('alembic_version')), true
    )
""")
"""Only who owns a table may alter it, whatever was granted."""
_ASKED = [(name, privilege) for name, privileges in TABLES.items() for privilege in privileges]
_ORDER = (*ALL, "USAGE", "EXECUTE")
_GIVEN = {"tables": [name for name, _ in _ASKED], "privileges": [privilege for _, privilege in _ASKED]}


def refuse_lacking(connection: Connected) -> None:
    """Raises `LibraryError` where the bot could not work with the tables that are there; nothing is changed."""
    _refuse(connection.execute(_MISSING, _GIVEN).all())


def refuse_no_maker(connection: Connected) -> None:
    """Raises `LibraryError` where the schema could not be made or brought up to date; nothing is changed."""
    if not connection.execute(_MAY_MAKE).scalar():
        raise LibraryError(
            "The user that DATABASE_URL names may not make or change tables, and the database has none or an older "
            "version's: run `claims-bot db upgrade` as the user that owns them."
        )


async def look(connection: Connection) -> None:
    """The same as a step. Raises `LibraryError`."""
    _refuse((await connection.execute(_MISSING, _GIVEN)).all())


def _refuse(missing: Sequence[Any]) -> None:
    if any(row.privilege == "read-only" for row in missing):
        raise LibraryError(READ_ONLY)
    if missing:
        raise LibraryError(
            f"The user that DATABASE_URL names lacks rights in the database ({_told(missing)}): grant them, or name the "
            "user that owns the tables."
        )


def _told(missing: Iterable[Any]) -> str:
    """What lacks the same is told together."""
    lacking: dict[str, set[str]] = {}
    for row in missing:
        lacking.setdefault(row.name, set()).add(row.privilege)
    alike: dict[str, list[str]] = {}
    for name in sorted(lacking):
        alike.setdefault(", ".join(each for each in _ORDER if each in lacking[name]), []).append(name)
    return "; ".join(f"{privileges} on {_listed(names)}" for privileges, names in alike.items())


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:NAMED])} and {more} more"
