"""What people think of replies."""

from collections.abc import Mapping, Sequence

from sqlalchemy import and_, func, select, update

from bot.adapters.database import Connection, Database, fetch, now, put_once
from bot.adapters.tables import articles, readings, replies, votes
from bot.article.article import Article
from bot.claims.reading import Reading
from bot.ports import Entry, VotedDown


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

    async def voted_down(self, *, limit: int = 1000) -> Sequence[VotedDown]:
        last = func.max(votes.c.created_at).label("at")
        counted = (
            select(votes.c.reply_id, func.count().label("votes"), last)
            .where(votes.c.good.is_(False))
            .group_by(votes.c.reply_id)
            .subquery()
        )
        query = (
            select(
                articles.c.document.label("article"),
                readings.c.document.label("reading"),
                counted.c.votes,
                counted.c.at,
            )
            .join(replies, replies.c.id == counted.c.reply_id)
            .join(articles, (articles.c.team == replies.c.team) & (articles.c.id == replies.c.article_id))
            .join(readings, (readings.c.team == replies.c.team) & (readings.c.id == replies.c.reading_id))
            .order_by(counted.c.at.desc(), replies.c.n.desc())
            .limit(limit)
        )
        return [
            VotedDown(
                Article.model_validate_json(row["article"]),
                Reading.model_validate_json(row["reading"]),
                row["votes"],
                row["at"],
            )
            for row in await fetch(self._database, query, long=True)
        ]
