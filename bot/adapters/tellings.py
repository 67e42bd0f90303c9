"""Mentions with the replies that told of them.

One table after the other, each by the one index that serves, and never a join: a planner that has no figures of a table yet joins
the wrong way round, or takes the index that leads to everything the workspace has, and then a look-up takes seconds. What must not
lead anywhere is compared as an expression.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select

from bot.adapters.database import Connection, Query, among, listed, rows, unindexed
from bot.adapters.tables import articles, mentions, replies
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
        return self.digest == other.digest or (self.url is not None and self.url == other.url)


async def tellings(
    connection: Connection, team: str, found: Collection[int], channels: Collection[str]
) -> Sequence[Telling]:
    """Where these mentions were told in these channels, newest first; answers are no readings."""
    dialect = connection.dialect.name
    said = await _by(connection, _mentions(dialect), team, found) if found and channels else ()
    told = await _by(connection, _replies(dialect), team, {row["reading_id"] for row in said}, channels) if said else ()
    texts = await _by(connection, _articles(dialect), team, {row["article_id"] for row in told}) if told else ()
    by_reading: dict[str, list[Any]] = {}
    for row in told:
        by_reading.setdefault(row["reading_id"], []).append(row)
    known = {row["id"]: row for row in texts}
    both = (
        _telling(row, reply, known[reply["article_id"]])
        for row in said
        for reply in by_reading.get(row["reading_id"], ())
        if reply["article_id"] in known  # else deleted meanwhile
    )
    return sorted(both, key=Telling.place)


async def _by(
    connection: Connection, query: Query, team: str, asked: Collection[Any], channels: Collection[str] = ()
) -> Sequence[Any]:
    dialect = connection.dialect.name
    values = {"in_team": team, "asked": listed(asked, dialect)}
    return await rows(connection, query, values | ({"channels": listed(channels, dialect)} if channels else {}))


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
        digest=article["digest"],
        address_digest=article["address_digest"],
        channel=reply["channel"],
        thread=reply["thread"] or None,
        ts=reply["ts"],
        at=reply["created_at"],
    )


@cache
def _mentions(dialect: str) -> Query:
    columns = (mentions.c.n, mentions.c.kind, mentions.c.item, mentions.c.text, mentions.c.reading_id)
    return select(*columns).where(
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
    columns = (articles.c.id, articles.c.url, articles.c.digest, articles.c.address_digest)
    return select(*columns).where(
        among(articles.c.id, "asked", dialect), unindexed(articles.c.team) == bindparam("in_team")
    )
