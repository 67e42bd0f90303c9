"""Mentions with the replies that told of them.

One table after the other, each by the one index that serves, and never a join: a planner that has no figures of a table yet joins
the wrong way round, or takes the index that leads to everything the workspace has, and then a look-up takes seconds. What must not
lead anywhere is compared as an expression.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import bindparam, func, select

from bot.adapters.rows.database import Connection, Query, among, listed, rows, unindexed
from bot.adapters.rows.rowslately import RowsLately
from bot.adapters.rows.tables import articles, mentions, replies
from bot.ports.library import QUESTION


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention in a reply that told of it. `reply` counts up in the order of replies, `n` in that of mentions."""

    n: int
    reply: int
    kind: Any
    item: str
    text: str
    reading: str
    article: str
    url: str | None
    title: str | None
    digest: str
    address_digest: str
    channel: str
    thread: str | None
    ts: str
    at: datetime

    def place(self) -> tuple[int, int]:
        """Among others: that of the newest reply first."""
        return -self.reply, self.n

    def is_about(self, other: "Telling") -> bool:
        """Another version at one address, or one text at two: a file that is shared again, a page with two names."""
        same_address = self.url is not None and self.url == other.url
        return self.digest == other.digest or same_address or self.is_headed(other.title, other.url)

    def is_headed(self, title: str | None, url: str | None) -> bool:
        """Under one headline on one site: the same article once more, with a word changed or another address."""
        return same_headline((self.title, self.url), (title, url))


def same_headline(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Of two titles with their addresses: one title on one site."""
    (title, url), (other_title, other_url) = one, other
    if not title or title != other_title or url is None or other_url is None:
        return False
    return urlsplit(url).hostname == urlsplit(other_url).hostname


@dataclass(frozen=True, slots=True)
class Told:
    """The replies that told of readings, by reading, and the rows of the articles that these are of."""

    replies: Mapping[str, Sequence[Any]]
    articles: Mapping[str, Any]

    def of(self, said: Collection[Any]) -> Iterator[Telling]:
        """Of these rows of mentions, newest first; each made when it is asked for."""
        both = ((reply, mention) for mention in said for reply in self.replies.get(mention["reading_id"], ()))
        for reply, mention in sorted(both, key=lambda each: (-each[0]["n"], each[1]["n"])):
            if article := self.articles.get(reply["article_id"]):  # else deleted meanwhile
                yield _telling(mention, reply, article)


async def tellings(
    connection: Connection, team: str, found: Collection[int], channels: Collection[str], texts: RowsLately[str]
) -> Sequence[Telling]:
    """Where these mentions were told in these channels, newest first; answers are no readings."""
    said = await mentioned(connection, team, found) if channels else ()
    return list((await told(connection, team, {row["reading_id"] for row in said}, channels, texts)).of(said))


async def mentioned(connection: Connection, team: str, found: Collection[int]) -> Sequence[Any]:
    """The rows of these mentions."""
    return await _by(connection, _mentions(connection.dialect.name), team, found) if found else ()


async def named(connection: Connection, team: str, found: Collection[str]) -> Sequence[Any]:
    """The rows of these articles, without their texts."""
    return await _by(connection, _articles(connection.dialect.name), team, found) if found else ()


async def told(
    connection: Connection, team: str, readings: Collection[str], channels: Collection[str], texts: RowsLately[str]
) -> Told:
    """Where these readings were told in these channels; `texts` has rows of `named` at hand."""
    dialect = connection.dialect.name
    replied = await _by(connection, _replies(dialect), team, readings, channels) if readings else ()
    by_reading: dict[str, list[Any]] = {}
    for row in replied:
        by_reading.setdefault(row["reading_id"], []).append(row)
    return Told(by_reading, await texts.of(connection, team, {row["article_id"] for row in replied}))


async def _by(
    connection: Connection, query: Query, team: str, asked: Collection[Any], channels: Collection[str] = ()
) -> Sequence[Any]:
    dialect = connection.dialect.name
    values = {"in_team": team, "asked": listed(asked, dialect)}
    values |= {"channels": listed(channels, dialect)} if channels else {}
    if dialect != "sqlite":
        return await rows(connection, query, values)
    told = (await connection.execute(_in_one_row(query), values)).scalar_one()
    names = query.selected_columns.keys()
    return [dict(zip(names, each, strict=True)) for each in json.loads(told)]


def _telling(mention: Any, reply: Any, article: Any) -> Telling:
    return Telling(
        n=mention["n"],
        reply=reply["n"],
        kind=mention["kind"],
        item=mention["item"],
        text=mention["text"],
        reading=mention["reading_id"],
        article=article["id"],
        url=article["url"],
        title=article["title"],
        digest=article["digest"],
        address_digest=article["address_digest"],
        channel=reply["channel"],
        thread=reply["thread"] or None,
        ts=reply["ts"],
        at=_moment(reply["created_at"]),
    )


def _moment(told: datetime | str) -> datetime:
    """As `Moment` has it, also where it came in JSON."""
    return datetime.fromisoformat(told).replace(tzinfo=UTC) if isinstance(told, str) else told


@cache
def _in_one_row(query: Query) -> Query:
    """SQLite lets go of the interpreter at each row, and a thread that reads hundreds waits for it as often."""
    told = query.subquery()
    return select(func.json_group_array(func.json_array(*told.c)))


SAID = (mentions.c.n, mentions.c.kind, mentions.c.item, mentions.c.text, mentions.c.reading_id)


@cache
def _mentions(dialect: str) -> Query:
    return select(*SAID).where(
        among(mentions.c.n, "asked", dialect), unindexed(mentions.c.team) == bindparam("in_team")
    )


@cache
def _replies(dialect: str) -> Query:
    columns = ("n", "reading_id", "article_id", "channel", "thread", "ts", "created_at")
    return select(*(replies.c[name] for name in columns)).where(
        among(replies.c.reading_id, "asked", dialect),
        among(unindexed(replies.c.channel), "channels", dialect),
        unindexed(replies.c.team) == bindparam("in_team"),
        replies.c.ts.is_not(None),
        ~replies.c.link.startswith(QUESTION),
    )


@cache
def _articles(dialect: str) -> Query:
    names = ("id", "url", "title", "digest", "address_digest")
    return select(*(articles.c[name] for name in names)).where(
        among(articles.c.id, "asked", dialect), unindexed(articles.c.team) == bindparam("in_team")
    )
