"""What a workspace has read, found again: by words, by speaker, by likeness. The same on every engine."""

import asyncio
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Table, and_, bindparam, select

from bot.adapters.articlerows import storable
from bot.adapters.database import Connection, Database, Query, fetch, fingerprint, insert_once, rows
from bot.adapters.fulltext import all_of, any_of, stored
from bot.adapters.tables import articles, mentions, readings, replies
from bot.article.article import Article
from bot.claims.mentions import mentions as mentions_of
from bot.claims.reading import Claim, Reading, Report
from bot.claims.sameness import language_of, same, statement
from bot.claims.terms import Alternatives, likely
from bot.intake.message import Place
from bot.ports import Found, Hits
from bot.ports.library import QUESTION

MOST = 500  # rows that one search looks at, newest first
AT_ONCE = 25  # claims that are looked for with one search
ELSEWHERE = 3  # articles that are named for one claim
LATELY = 64  # documents that need not be parsed again: what was read last is what the next article is like


_REMEMBERED = (
    select(mentions.c.n)
    .where(mentions.c.team == bindparam("in_team"), mentions.c.reading_id == bindparam("reading"))
    .limit(1)
)
_DOCUMENTS = {
    table: select(table.c.id, table.c.document).where(
        table.c.team == bindparam("in_team"), table.c.id.in_(bindparam("ids", expanding=True))
    )
    for table in (articles, readings)
}


class SqlMemory:
    """`Memory` over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(self, team: str, reading_id: str, report: Report) -> None:
        if await fetch(self._database, _REMEMBERED, {"in_team": team, "reading": reading_id}):
            return
        if len(report.reading.claims) > AT_ONCE:
            values = await asyncio.to_thread(_values, team, reading_id, report)
        else:
            values = _values(team, reading_id, report)

        async def step(connection: Connection) -> None:
            if values:
                await connection.execute(insert_once(mentions, connection.dialect.name), values)

        await self._database.write(step)

    async def find(self, team: str, asked: Alternatives, channels: Collection[str], *, limit: int) -> Hits:
        if not asked or not channels:
            return Hits()

        async def step(connection: Connection) -> Sequence[RowMapping]:
            return await rows(connection, _told_in(team, channels).where(all_of(team, asked, connection.dialect.name)))

        found = list(_distinct(await self._database.read(step, long=True)))
        whole = await self._whole(team, found[:limit])
        return Hits([each for each in whole if each is not None], max(0, len(found) - limit))

    async def seen(
        self, team: str, article_id: str, report: Report, channels: Collection[str]
    ) -> Mapping[str, Sequence[Found]]:
        told: dict[str, list[RowMapping]] = {}
        for start in range(0, len(report.reading.claims) if channels else 0, AT_ONCE):
            claims = report.reading.claims[start : start + AT_ONCE]
            told |= await self._like(team, article_id, report.article, claims, channels)
        whole = await self._named(team, channels, {_key(row) for found in told.values() for row in found})
        named = {claim: [whole[key] for row in rows if (key := _key(row)) in whole] for claim, rows in told.items()}
        return {claim: found for claim, found in named.items() if found}

    async def _named(
        self, team: str, channels: Collection[str], keys: Collection[tuple[int, int]]
    ) -> Mapping[tuple[int, int], Found]:
        """The few mentions that are named, with all that is told of them; without those that were deleted meanwhile."""
        if not keys:
            return {}
        mine = mentions.c.n.in_({n for n, _ in keys}), replies.c.n.in_({reply for _, reply in keys})
        told = await fetch(self._database, _told_in(team, channels).where(*mine))
        whole = await self._whole(team, told)
        return {_key(row): found for row, found in zip(told, whole, strict=True) if found is not None}

    async def _like(
        self, team: str, article_id: str, article: Article, claims: Sequence[Claim], channels: Collection[str]
    ) -> dict[str, list[RowMapping]]:
        """Looked for and compared in one go: each hand-over to a thread and back waits for a busy loop."""
        language = language_of(article)
        groups = tuple({group: None for claim in claims for group in likely(claim.text, language)})
        if not groups:
            return {}
        elsewhere = and_(mentions.c.kind == "claim", articles.c.id != article_id)
        if article.address:  # other versions of it
            own = fingerprint(article.canonical_url or article.url or "")
            elsewhere = and_(elsewhere, articles.c.address_digest != own)

        async def step(connection: Connection) -> dict[str, list[RowMapping]]:
            alike = any_of(team, groups, connection.dialect.name)
            found = await rows(connection, _told_in(team, channels, *_COMPARED).where(elsewhere, alike))
            return _alike(claims, found, language)

        return await self._database.read(step, long=True)

    async def _whole(self, team: str, found: Sequence[RowMapping]) -> Sequence[Found | None]:
        """Each with its article and its reading; None for what was deleted meanwhile."""
        told = await self._documents(articles, team, {row["article_id"] for row in found})
        read = await self._documents(readings, team, {row["reading_id"] for row in found})
        texts = {each: _article(document) for each, document in told.items()}
        filled = {each: _reading(document) for each, document in read.items()}
        return [_found(team, row, texts.get(row["article_id"]), filled.get(row["reading_id"])) for row in found]

    async def _documents(self, table: Table, team: str, ids: Collection[str]) -> Mapping[str, str]:
        if not ids:
            return {}
        found = await fetch(self._database, _DOCUMENTS[table], {"in_team": team, "ids": list(ids)})
        return {row["id"]: row["document"] for row in found}


@lru_cache(maxsize=LATELY)
def _article(document: str) -> Article:
    return Article.model_validate_json(document)


@lru_cache(maxsize=LATELY)
def _reading(document: str) -> Reading:
    return Reading.model_validate_json(document)


def _found(team: str, row: RowMapping, article: Article | None, reading: Reading | None) -> Found | None:
    if article is None or reading is None:
        return None
    place = Place(team, row["channel"], row["thread"] or None)
    return Found(article, reading, row["kind"], row["item"], place, row["ts"], row["created_at"])


def _values(team: str, reading_id: str, report: Report) -> list[dict[str, Any]]:
    return [
        {
            "team": team,
            "reading_id": reading_id,
            "kind": mention.kind,
            "item": mention.item,
            "text": storable(mention.text),
            "terms": stored(team, mention.terms),
        }
        for mention in mentions_of(report.article, report.reading)
    ]


_COMPARED = (
    mentions.c.n,
    replies.c.n.label("reply"),
    mentions.c.text,
    replies.c.article_id,
    articles.c.url,
    articles.c.digest,
)
_WHOLE = (
    *_COMPARED,
    mentions.c.kind,
    mentions.c.item,
    mentions.c.reading_id,
    replies.c.channel,
    replies.c.thread,
    replies.c.ts,
    replies.c.created_at,
)


def _key(row: RowMapping) -> tuple[int, int]:
    """A mention in the reply that told of it."""
    return row["n"], row["reply"]


def _same_article(one: RowMapping, other: RowMapping) -> bool:
    """Another version at one address, or one text at two: a file that is shared again, a page with two names."""
    return one["digest"] == other["digest"] or (one["url"] is not None and one["url"] == other["url"])


def _told_in(team: str, channels: Collection[str], *columns: ColumnElement[Any]) -> Query:
    """Mentions with the replies that told of them in these channels, newest first; answers are no readings."""
    return (
        select(*(columns or _WHOLE))
        .join(replies, and_(replies.c.team == mentions.c.team, replies.c.reading_id == mentions.c.reading_id))
        .join(articles, and_(articles.c.team == replies.c.team, articles.c.id == replies.c.article_id))
        .where(
            mentions.c.team == team,
            replies.c.channel.in_(channels),
            replies.c.ts.is_not(None),
            ~replies.c.link.startswith(QUESTION),
        )
        .order_by(replies.c.n.desc(), mentions.c.n)
        .limit(MOST)
    )


def _distinct(found: Iterable[RowMapping]) -> Iterator[RowMapping]:
    """What one article says is told once, however often and in however many versions it was read."""
    told = set()
    for row in found:
        key = (row["url"] or row["article_id"], row["kind"], row["text"])
        if key not in told:
            told.add(key)
            yield row


def _alike(claims: Sequence[Claim], candidates: Sequence[RowMapping], language: str) -> dict[str, list[RowMapping]]:
    """The candidates that say what a claim says, by the claim's id; of each article one."""
    found: dict[str, list[RowMapping]] = {}
    told = [(row, statement(row["text"], language)) for row in candidates]
    for claim in claims:
        said = statement(claim.text, language)
        alike: list[RowMapping] = []
        for row, other in told:
            if len(alike) == ELSEWHERE:
                break
            if not any(_same_article(row, each) for each in alike) and same(said, other):
                alike.append(row)
        if alike:
            found[claim.id] = alike
    return found
