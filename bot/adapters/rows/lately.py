"""Documents that need not be read again: what was told last is what the next article is like, and none ever changes."""

from collections.abc import Collection
from functools import cache, partial
from typing import Generic, TypeVar

from pydantic import BaseModel
from sqlalchemy import Table, bindparam, select

from bot.adapters.rows.database import Connection, Database, Query, among, listed, rows, unindexed
from bot.adapters.rows.documents import readable
from bot.adapters.rows.latest import Latest

M = TypeVar("M", bound=BaseModel)


class Lately(Generic[M]):
    """Those of one table that were asked for last, at most so many."""

    def __init__(self, database: Database, table: Table, kind: type[M], most: int = 64) -> None:
        self._database = database
        self._table = table
        self._kind = kind
        self._known: Latest[tuple[str, str], M] = Latest(most)

    async def of(self, team: str, ids: Collection[str]) -> dict[str, M]:
        """By id, of this workspace; what is not there, or is damaged, is left out."""
        found = {each: document for (_, each), document in self._known.some((team, each) for each in ids).items()}
        if missing := [each for each in ids if each not in found]:
            read = await self._database.read(partial(self._read, team=team, ids=missing))
            self._known.put({(team, each): document for each, document in read.items()})
            found |= read
        return found

    async def _read(self, connection: Connection, team: str, ids: Collection[str]) -> dict[str, M]:
        dialect = connection.dialect.name
        query = _documents(self._table, dialect)
        told = await rows(connection, query, {"in_team": team, "ids": listed(ids, dialect)})
        every = {row["id"]: readable(self._kind, row["document"]) for row in told}
        return {each: document for each, document in every.items() if document is not None}


@cache
def _documents(table: Table, dialect: str) -> Query:
    ours = unindexed(table.c.team) == bindparam("in_team")
    return select(table.c.id, table.c.document).where(among(table.c.id, "ids", dialect), ours)
