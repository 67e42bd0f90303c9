"""Full text on each engine: FTS5 of SQLite, tsvector of Postgres.

Both are given words that were cut and folded before, and compare them as they are: neither stems, folds nor knows a stop
word, so both find the same. Every word carries its workspace, so that no search walks through another's.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import text

from bot.adapters.rows.database import Connection
from bot.adapters.rows.indexing import owned
from bot.claims.grammar.terms import Alternatives

_WORDS = {
    "sqlite": {"AND": " AND ", "OR": " OR ", "quote": '"'},
    "postgresql": {"AND": "&", "OR": "|", "quote": "'"},
}
_NEWEST = {
    "sqlite": text(
        "SELECT rowid AS n FROM search_mentions WHERE search_mentions MATCH :asked ORDER BY rowid DESC LIMIT :most"
    ),
    "postgresql": text(
        "SELECT n FROM (SELECT n FROM mentions WHERE array_to_tsvector(string_to_array(terms, ' ')) "
        "@@ CAST(:asked AS tsquery) OFFSET 0) AS found ORDER BY n DESC LIMIT :most"
    ),
}
"""The index first, and then the order: OFFSET 0 keeps Postgres from asking each mention in order."""


_CHANGES = text("SELECT total_changes()")
_MERGE = text("INSERT INTO search_mentions(search_mentions, rank) VALUES('merge', -500)")
"""So many pages towards one piece: nobody's write waits long behind it."""


async def merged_further(connection: Connection) -> bool:
    """A step of SQLite's index towards one piece, in which nothing of what is gone is left; whether it was there already.

    FTS5's own page (6.8) tells of the negative number, and that less than two changes mean that nothing was left to do.
    """
    before = (await connection.execute(_CHANGES)).scalar_one()
    await connection.execute(_MERGE)
    return bool((await connection.execute(_CHANGES)).scalar_one() - before < 2)


async def newest(connection: Connection, team: str, groups: Alternatives, most: int) -> Sequence[int]:
    """The `most` newest mentions with a word of every group, the newest first."""
    dialect = connection.dialect.name
    asked = {"asked": _asked(team, groups, _WORDS[dialect]), "most": most}
    return (await connection.execute(_NEWEST[dialect], asked)).scalars().all()


def _asked(team: str, groups: Alternatives, words: Mapping[str, str]) -> str:
    quote = words["quote"]
    made = (words["OR"].join(f"{quote}{term}{quote}" for term in sorted(owned(team, group))) for group in groups)
    return words["AND"].join(f"({each})" for each in made)
