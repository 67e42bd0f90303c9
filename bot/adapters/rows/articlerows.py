"""How an article becomes rows: one for the text at its address, one for each address that leads there."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select, update

from bot.adapters.rows.database import Connection, among, insert_once, listed, new_id, now
from bot.adapters.rows.tables import article_keys, articles
from bot.adapters.rows.texts import fingerprint, storable
from bot.article.article import Article


@cache
def _known(dialect: str) -> Select[str]:
    return (
        select(articles.c.id)
        .join(article_keys, (article_keys.c.team == articles.c.team) & (article_keys.c.article_id == articles.c.id))
        .where(
            article_keys.c.team == bindparam("in_team"),
            among(article_keys.c.key_digest, "keys", dialect),
            articles.c.digest == bindparam("text"),
        )
        .order_by(articles.c.created_at, articles.c.id)
        .limit(1)
    )


async def scalar(connection: Connection, query: Select[str]) -> str:
    """Of a query that finds one row of one column."""
    return str((await connection.execute(query)).scalar_one())


async def known(connection: Connection, team: str, digests: Sequence[str], article: Article) -> str | None:
    """The row that one of the addresses points to, if it has this very text."""
    dialect = connection.dialect.name
    values = {"in_team": team, "keys": listed(digests, dialect), "text": article.digest}
    return (await connection.execute(_known(dialect), values)).scalar_one_or_none()


async def put(connection: Connection, values: dict[str, Any]) -> str:
    """The id of the row with this text at this address, which is written where there is none."""
    statement = insert_once(articles, connection.dialect.name, articles.c.id)
    if (new := (await connection.execute(statement, values)).scalar()) is not None:
        return str(new)
    natural = ("team", "address_digest", "digest")
    return await scalar(
        connection, select(articles.c.id).where(*(articles.c[name] == values[name] for name in natural))
    )


async def point(connection: Connection, team: str, digests: Sequence[str], row_id: str) -> None:
    """Let the addresses lead to this row, those too that led to another."""
    moment = now()
    rows = [{"team": team, "key_digest": key, "article_id": row_id, "created_at": moment} for key in digests]
    statement = insert_once(article_keys, connection.dialect.name, article_keys.c.key_digest)
    new = set((await connection.execute(statement, rows)).scalars()) if rows else set()
    if known := [key for key in digests if key not in new]:
        await connection.execute(
            update(article_keys)
            .where(article_keys.c.team == team, article_keys.c.key_digest.in_(known))
            .where(article_keys.c.article_id != row_id)
            .values(article_id=row_id, created_at=moment)
        )


def values_of(team: str, article: Article) -> dict[str, Any]:
    """A new row."""
    return {
        "id": new_id(),
        "team": team,
        "address_digest": fingerprint(article.canonical_url or article.url or ""),
        "digest": article.digest,
        "title": storable(article.title),
        "url": storable(article.address),
        "document": article.model_dump_json(),
        "created_at": now(),
    }
