"""What people think of what we said. The same on every engine."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import RowMapping, and_, select, update

from bot.adapters.rows.database import Connection, Database, fetch, now, put_once
from bot.adapters.rows.documents import readable
from bot.adapters.rows.tables import articles, readings, remarks, replies, votes
from bot.adapters.rows.texts import storable
from bot.article.article import Article
from bot.claims.reading import Reading
from bot.ports import Ballot, Entry, Remarked

Rows = tuple[str, str, str]
"""Workspace, article and reading."""


class SqlBallots:
    """`Ballots` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, entry: Entry, user: str, what: str, claim: str, comment: str) -> None:
        said = {"team": entry.place.team, "reply_id": entry.id, "user": user, "what": what, "claim": claim}
        about = {
            "article_id": entry.article or "",
            "reading_id": entry.reading or "",
            "comment": storable(comment) or "",
        }

        async def step(connection: Connection) -> None:
            await put_once(connection, remarks, **said, **about, created_at=now())
            same = and_(*(remarks.c[name] == value for name, value in said.items()))
            await connection.execute(update(remarks).where(same).values(about))

        await self._database.write(step)

    async def all(self) -> Sequence[Ballot]:
        cast = await fetch(
            self._database,
            select(votes.c.team, votes.c.good, votes.c.created_at, replies.c.article_id, replies.c.reading_id)
            .join(replies, replies.c.id == votes.c.reply_id)
            .where(replies.c.reading_id.is_not(None))
            .order_by(votes.c.n),
            long=True,
        )
        said = await fetch(self._database, select(remarks).order_by(remarks.c.n), long=True)
        about: dict[Rows, tuple[list[RowMapping], list[RowMapping]]] = defaultdict(lambda: ([], []))
        for row in cast:
            about[_rows(row)][0].append(row)
        for row in said:
            about[_rows(row)][1].append(row)
        return [ballot for key, (voted, remarked) in about.items() if (ballot := await self._of(key, voted, remarked))]

    async def _of(self, key: Rows, voted: list[RowMapping], remarked: list[RowMapping]) -> Ballot | None:
        team, article_id, reading_id = key
        query = (
            select(articles.c.document.label("article"), readings.c.document.label("reading"))
            .join(readings, articles.c.team == readings.c.team)
            .where(articles.c.team == team, articles.c.id == article_id, readings.c.id == reading_id)
        )
        kept = await fetch(self._database, query)
        article = readable(Article, kept[0]["article"]) if kept else None
        reading = readable(Reading, kept[0]["reading"]) if kept else None
        if article is None or reading is None:
            return None
        against: list[datetime] = [row["created_at"] for row in voted if not row["good"]]
        return Ballot(
            article=article,
            reading=reading,
            good=len(voted) - len(against),
            bad=len(against),
            bad_at=max(against, default=None),
            remarks=tuple(Remarked(row["what"], row["claim"], row["comment"], row["created_at"]) for row in remarked),
        )


def _rows(row: RowMapping) -> Rows:
    return row["team"], row["article_id"], row["reading_id"]
