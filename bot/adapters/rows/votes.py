"""What people think of replies."""

from collections.abc import Mapping

from sqlalchemy import and_, select, update

from bot.adapters.rows.database import Connection, Database, fetch, now, put_once
from bot.adapters.rows.tables import votes
from bot.ports import Entry


class SqlVotes:
    """The votes' part of `Library`, over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_vote(self, entry: Entry, user: str, *, good: bool) -> None:
        theirs = {"team": entry.place.team, "reply_id": entry.id, "user": user}

        async def step(connection: Connection) -> None:
            await put_once(connection, votes, **theirs, good=good, created_at=now())
            mine = and_(*(votes.c[name] == value for name, value in theirs.items()))
            await connection.execute(update(votes).where(mine).values(good=good))

        await self._database.write(step)

    async def votes(self, entry: Entry) -> Mapping[str, bool]:
        query = select(votes.c.user, votes.c.good).where(votes.c.team == entry.place.team, votes.c.reply_id == entry.id)
        return {row["user"]: row["good"] for row in await fetch(self._database, query)}
