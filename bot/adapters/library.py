"""What is kept: articles, readings, the ledger of replies, answers. The same on every engine."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, and_, func, or_, select, update

from bot.adapters import articlerows
from bot.adapters.database import Connection, Database, Query, fetch, fingerprint, new_id, now, put_once, rows
from bot.adapters.tables import answers, article_keys, articles, readings, replies, votes
from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.reading import ReaderInfo, Reading
from bot.errors import LibraryError
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.ports import Entry, Recent, ReplyState, VotedDown

QUESTION = "question:"  # the ledger's links of answers begin so
SILENT = "The article does not say."


class SqlLibrary:
    """`Library` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def article(self, team: str, key: str) -> tuple[str, Article] | None:
        row = await self._first(
            select(articles.c.id, articles.c.document)
            .join(article_keys, (article_keys.c.team == articles.c.team) & (article_keys.c.article_id == articles.c.id))
            .where(article_keys.c.team == team, article_keys.c.key_digest == fingerprint(key))
        )
        return (row["id"], Article.model_validate_json(row["document"])) if row else None

    async def keep_article(self, team: str, keys: Sequence[str], article: Article) -> str:
        """The same text under the same address is one row; an address that says something new points to the new row."""
        digests = sorted({fingerprint(key) for key in keys})  # one order for all writers: no deadlock
        values = articlerows.values_of(team, article)

        async def step(connection: Connection) -> str:
            row_id = await articlerows.known(connection, team, digests, article) or await articlerows.put(
                connection, values
            )
            await articlerows.point(connection, team, digests, row_id)
            return row_id

        return await self._database.write(step)

    async def reading(self, team: str, digest: str, reader: ReaderInfo) -> Reading | None:
        row = await self._first(select(readings.c.document).where(*_same_reading(team, digest, reader)))
        return Reading.model_validate_json(row["document"]) if row else None

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
            "claims": len(reading.claims),
            "denials": len(reading.denials),
            "document": reading.model_dump_json(),
            "created_at": now(),
        }

        async def step(connection: Connection) -> str:
            await put_once(connection, readings, **values)
            kept = await rows(connection, select(readings.c.id).where(*_same_reading(team, digest, reader)))
            return str(kept[0]["id"])

        return await self._database.write(step)

    async def kept_reading(self, team: str, shelfmark: Shelfmark) -> tuple[Article, Reading] | None:
        query = (
            select(articles.c.document.label("article"), readings.c.document.label("reading"))
            .join(readings, articles.c.team == readings.c.team)
            .where(articles.c.team == team, articles.c.id == shelfmark.article, readings.c.id == shelfmark.reading)
        )
        if (row := await self._first(query)) is None:
            return None
        return Article.model_validate_json(row["article"]), Reading.model_validate_json(row["reading"])

    async def entry(self, place: Place, link: str, request: str) -> Entry:
        wanted = select(replies).where(*_in_thread(replies, place), replies.c.link_digest == fingerprint(link))
        if row := await self._first(wanted):
            return _entry(row)
        moment = now()
        values = _place_values(place) | {
            "id": new_id(),
            "link": link,
            "link_digest": fingerprint(link),
            "request": request,
            "state": "new",
            "created_at": moment,
            "changed_at": moment,
        }

        async def step(connection: Connection) -> Entry:
            await put_once(connection, replies, **values)
            return _entry((await connection.execute(wanted)).mappings().one())

        return await self._database.write(step)

    async def entry_by_ts(self, team: str, channel: str, ts: str) -> Entry | None:
        row = await self._first(
            select(replies).where(replies.c.team == team, replies.c.channel == channel, replies.c.ts == ts)
        )
        return _entry(row) if row else None

    async def move(
        self,
        entry: Entry,
        state: ReplyState,
        *,
        ts: str | None = None,
        article: str | None = None,
        reading: str | None = None,
    ) -> Entry:
        """What is not given stays. Raises `LibraryError` when the row is gone."""
        given = {"ts": ts, "article_id": article, "reading_id": reading}
        values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        values |= {"state": state, "changed_at": now()}
        ours = (replies.c.team == entry.place.team) & (replies.c.id == entry.id)

        async def step(connection: Connection) -> RowMapping | None:
            await connection.execute(update(replies).where(ours).values(values))
            return (await connection.execute(select(replies).where(ours))).mappings().first()

        row = await self._database.write(step)
        if row is None:
            raise LibraryError("The ledger has no such reply any more.")
        return _entry(row)

    async def thread_reports(self, place: Place) -> Sequence[tuple[Entry, Article, Reading]]:
        query = (
            _reports()
            .add_columns(articles.c.document.label("article"), readings.c.document.label("reading"))
            .where(_reported_in(place))
            .order_by(replies.c.n)
        )
        return [
            (_entry(row), Article.model_validate_json(row["article"]), Reading.model_validate_json(row["reading"]))
            for row in await fetch(self._database, query)
        ]

    async def keep_answer(self, place: Place, message: str, answer: Answer, *, user: str | None) -> None:
        values = _place_values(place) | {
            "message": message,
            "asker": user,
            "question": answer.question,
            "document": answer.model_dump_json(),
            "created_at": now(),
        }
        await self._database.write(lambda connection: put_once(connection, answers, **values))

    async def answer_to(self, place: Place, message: str) -> Answer | None:
        row = await self._first(
            select(answers.c.document).where(
                answers.c.team == place.team, answers.c.channel == place.channel, answers.c.message == message
            )
        )
        return Answer.model_validate_json(row["document"]) if row else None

    async def earlier(self, place: Place, *, limit: int = 6) -> Sequence[tuple[str, str]]:
        query = select(answers.c.document).where(*_in_thread(answers, place)).order_by(answers.c.n.desc()).limit(limit)
        kept = [Answer.model_validate_json(row["document"]) for row in await fetch(self._database, query)]
        return [(answer.question, _told(answer)) for answer in reversed(kept)]

    async def recent(self, team: str, channel: str, *, limit: int = 10) -> Sequence[Recent]:
        query = (
            _reports()
            .add_columns(articles.c.title, articles.c.url, readings.c.claims, readings.c.denials)
            .where(replies.c.team == team, replies.c.channel == channel)
            .order_by(replies.c.n.desc())
            .limit(limit)
        )
        return [
            Recent(
                title=row["title"] or "",
                url=row["url"],
                place=_place(row),
                ts=row["ts"] or "",
                at=row["created_at"],
                claims=row["claims"],
                denials=row["denials"],
                shelfmark=Shelfmark(row["article_id"], row["reading_id"]),
            )
            for row in await fetch(self._database, query)
        ]

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
            for row in await fetch(self._database, query)
        ]

    async def _first(self, query: Query) -> RowMapping | None:
        found = await fetch(self._database, query)
        return found[0] if found else None


def _same_reading(team: str, digest: str, reader: ReaderInfo) -> tuple[ColumnElement[bool], ...]:
    return (
        readings.c.team == team,
        readings.c.digest == digest,
        readings.c.reader == reader.name,
        readings.c.model == (reader.model or ""),
        readings.c.prompt == (reader.prompt or ""),
    )


def _in_thread(table: Table, place: Place) -> tuple[ColumnElement[bool], ...]:
    return tuple(table.c[name] == value for name, value in _place_values(place).items())


def _reported_in(place: Place) -> ColumnElement[bool]:
    """In the thread, or as its root: a list that `/claims` posted can be replied to as well."""
    as_root = and_(
        replies.c.team == place.team, replies.c.channel == place.channel, replies.c.ts == (place.thread or "")
    )
    return or_(and_(*_in_thread(replies, place)), as_root)


def _place_values(place: Place) -> dict[str, Any]:
    return {"team": place.team, "channel": place.channel, "thread": place.thread or ""}


def _reports() -> Query:
    """Ledger rows of articles that were read, answers left out; joined on the workspace too."""
    return (
        select(replies)
        .join(articles, (articles.c.team == replies.c.team) & (articles.c.id == replies.c.article_id))
        .join(readings, (readings.c.team == replies.c.team) & (readings.c.id == replies.c.reading_id))
        .where(~replies.c.link.startswith(QUESTION))
    )


def _place(row: RowMapping) -> Place:
    return Place(row["team"], row["channel"], row["thread"] or None)


def _entry(row: RowMapping) -> Entry:
    return Entry(
        id=row["id"],
        place=_place(row),
        link=row["link"],
        state=row["state"],
        ts=row["ts"],
        article=row["article_id"],
        reading=row["reading_id"],
        request=row["request"],
    )


def _told(answer: Answer) -> str:
    return " ".join(part.text for part in answer.parts) if answer.told else SILENT
