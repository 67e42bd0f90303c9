"""What is kept: articles, readings, the ledger of replies, answers. The same on every engine."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache, partial

from sqlalchemy import ColumnElement, RowMapping, and_, bindparam, or_, select

from bot.adapters.rows import articlerows
from bot.adapters.rows.database import Connection, Database, Query, among, fetch, insert_once, listed, new_id, now, rows
from bot.adapters.rows.documents import readable
from bot.adapters.rows.ledger import SqlLedger, entry_of, first, in_thread, place_of
from bot.adapters.rows.questions import SqlQuestions
from bot.adapters.rows.tables import articles, readings, replies
from bot.adapters.rows.texts import fingerprint
from bot.adapters.rows.together import Together
from bot.adapters.rows.votes import SqlVotes
from bot.article.article import Article
from bot.claims.reading import SILENT, ReaderInfo, Reading
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.ports import Entry, Recent
from bot.ports.library import QUESTION

_READ_BY = [readings.c[name] == bindparam(name) for name in ("team", "reader", "model", "prompt")]
_READ_ALREADY = select(readings.c.id).where(*_READ_BY, readings.c.digest == bindparam("digest"))


@cache
def _of_texts(dialect: str) -> Query:
    return select(readings.c.digest, readings.c.document).where(*_READ_BY, among(readings.c.digest, "digests", dialect))


class SqlLibrary(SqlLedger, SqlQuestions, SqlVotes):
    """`Library` over one database."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._looking = Together(self._articles)
        self._recalling = Together(self._documents)

    async def article(self, team: str, key: str) -> tuple[str, Article] | None:
        """Links that come together are looked up together."""
        row = await self._looking.ask((team, fingerprint(key)))
        article = readable(Article, row["document"]) if row else None
        return (row["id"], article) if row and article else None

    async def _articles(self, asked: Sequence[tuple[str, str]]) -> Sequence[RowMapping | None]:
        found = await self._database.read(partial(articlerows.at_addresses, asked=asked))
        return [found.get(each) for each in asked]

    async def keep_article(self, team: str, keys: Sequence[str], article: Article) -> str:
        """The same text under the same address is one row; an address that says something new points to the new row."""
        digests = sorted({fingerprint(key) for key in keys})  # one order for all writers: no deadlock
        values = articlerows.values_of(team, article)
        at_once = partial(articlerows.kept_at_once, values=values, digests=digests)
        kept = partial(articlerows.kept, values=values, digests=digests)
        if (row_id := await self._database.write(at_once, single=True)) is not None:
            return row_id
        return await self._database.write(kept)

    async def reading(self, team: str, digest: str, reader: ReaderInfo) -> Reading | None:
        """Articles that were made together are looked for together."""
        document = await self._recalling.ask((team, reader, digest))
        return readable(Reading, document) if document else None

    async def _documents(self, asked: Sequence[tuple[str, ReaderInfo, str]]) -> Sequence[str | None]:
        found = await self._database.read(partial(_read_already, asked=asked))
        return [found.get(each) for each in asked]

    async def keep_reading(self, team: str, article_id: str, digest: str, reading: Reading) -> str:
        """The first reading by this reader stays; the row id of the one that is kept."""
        reader = reading.reader
        values = {
            "id": new_id(),
            "team": team,
            "article_id": article_id,
            "digest": digest,
            "reader": reader.name,
            "model": reader.model or "",
            "prompt": reader.prompt or "",
            "claims": len(reading.attributed),
            "denials": sum(denial.kind not in SILENT for denial in reading.denials),
            "document": reading.model_dump_json(),
            "created_at": now(),
        }

        async def step(connection: Connection) -> str:
            statement = insert_once(readings, connection.dialect.name, readings.c.id)
            if (new := (await connection.execute(statement, values)).scalar()) is not None:
                return str(new)
            natural = _read_by(team, reader) | {"digest": digest}
            return str((await connection.execute(_READ_ALREADY, natural)).scalar_one())

        return await self._database.write(step, single=True)

    async def kept_reading(self, team: str, shelfmark: Shelfmark) -> tuple[Article, Reading] | None:
        query = (
            select(articles.c.document.label("article"), readings.c.document.label("reading"))
            .join(readings, articles.c.team == readings.c.team)
            .where(articles.c.team == team, articles.c.id == shelfmark.article, readings.c.id == shelfmark.reading)
        )
        row = await first(self._database, query)
        return _both(row) if row else None

    async def thread_reports(self, place: Place) -> Sequence[tuple[Entry, Article, Reading]]:
        query = (
            _reports()
            .add_columns(articles.c.document.label("article"), readings.c.document.label("reading"))
            .where(_reported_in(place))
            .order_by(replies.c.n)
        )
        return [(entry_of(row), *both) for row in await fetch(self._database, query) if (both := _both(row))]

    async def thread_answers(self, place: Place) -> Sequence[Entry]:
        told = (replies.c.link.startswith(QUESTION), replies.c.article_id.is_not(None))
        query = select(replies).where(*in_thread(replies, place), *told).order_by(replies.c.n)
        return [entry_of(row) for row in await fetch(self._database, query)]

    async def is_reading(self, team: str, channel: str, *, since: datetime) -> bool:
        query = select(replies.c.id).where(
            replies.c.team == team,
            replies.c.channel == channel,
            replies.c.state.in_(("new", "posting", "posted")),
            replies.c.created_at >= since,
            ~replies.c.link.startswith(QUESTION),
        )
        return await first(self._database, query.limit(1)) is not None

    async def recent(self, team: str, channels: Collection[str], *, limit: int = 10) -> Sequence[Recent]:
        query = (
            _reports()
            .add_columns(articles.c.title, articles.c.url, readings.c.claims, readings.c.denials)
            .where(replies.c.team == team, replies.c.channel.in_(channels))
            .order_by(replies.c.n.desc())
            .limit(limit)
        )
        return [
            Recent(
                title=row["title"] or "",
                url=row["url"],
                place=place_of(row),
                ts=row["ts"] or "",
                at=row["created_at"],
                claims=row["claims"],
                denials=row["denials"],
                shelfmark=Shelfmark(row["article_id"], row["reading_id"]),
            )
            for row in await fetch(self._database, query)
        ]


def _both(row: RowMapping) -> tuple[Article, Reading] | None:
    """None where either is damaged."""
    article, reading = readable(Article, row["article"]), readable(Reading, row["reading"])
    return (article, reading) if article and reading else None


async def _read_already(
    connection: Connection, asked: Collection[tuple[str, ReaderInfo, str]]
) -> Mapping[tuple[str, ReaderInfo, str], str]:
    """The documents of the readings that are there."""
    dialect, found = connection.dialect.name, {}
    for team, reader in {(team, reader) for team, reader, _ in asked}:
        digests = listed([digest for *by, digest in asked if by == [team, reader]], dialect)
        given = _read_by(team, reader) | {"digests": digests}
        for row in await rows(connection, _of_texts(dialect), given):
            found[team, reader, row["digest"]] = row["document"]
    return found


def _read_by(team: str, reader: ReaderInfo) -> dict[str, str]:
    """The natural key of a reading, but for the digest of its text."""
    return {"team": team, "reader": reader.name, "model": reader.model or "", "prompt": reader.prompt or ""}


def _reported_in(place: Place) -> ColumnElement[bool]:
    """In the thread, or as its root: a list that `/claims` posted can be replied to as well."""
    as_root = and_(
        replies.c.team == place.team, replies.c.channel == place.channel, replies.c.ts == (place.thread or "")
    )
    return or_(and_(*in_thread(replies, place)), as_root)


def _reports() -> Query:
    """Ledger rows of articles that were read, answers left out; joined on the workspace too."""
    return (
        select(replies)
        .join(articles, (articles.c.team == replies.c.team) & (articles.c.id == replies.c.article_id))
        .join(readings, (readings.c.team == replies.c.team) & (readings.c.id == replies.c.reading_id))
        .where(~replies.c.link.startswith(QUESTION))
    )
