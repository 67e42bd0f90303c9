"""How an article becomes rows: one for the text at its address, one for each address that leads there."""

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import RowMapping, Select, bindparam, select, text, update

from bot.adapters.rows.database import Connection, Query, among, insert_once, listed, new_id, now, rows
from bot.adapters.rows.tables import article_keys, articles
from bot.adapters.rows.texts import fingerprint, storable
from bot.article.article import Article


@cache
def _at_addresses(dialect: str) -> Query:
    return (
        select(article_keys.c.key_digest, articles.c.id, articles.c.document)
        .join(article_keys, (article_keys.c.team == articles.c.team) & (article_keys.c.article_id == articles.c.id))
        .where(article_keys.c.team == bindparam("in_team"), among(article_keys.c.key_digest, "keys", dialect))
    )


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


_AT_ONCE = text("""
    WITH known AS (
        SELECT articles.id FROM article_keys JOIN articles
            ON articles.team = article_keys.team AND articles.id = article_keys.article_id
        WHERE article_keys.team = :team AND article_keys.key_digest = ANY(CAST(:keys AS varchar[]))
            AND articles.digest = :digest
        ORDER BY articles.created_at, articles.id LIMIT 1
    ),
    new AS (
        INSERT INTO articles (id, team, address_digest, digest, title, url, document, created_at)
        SELECT :id, :team, :address_digest, :digest, :title, :url, :document, CAST(:created_at AS timestamptz)
        WHERE NOT EXISTS (SELECT FROM known)
        ON CONFLICT DO NOTHING RETURNING id
    ),
    kept AS (SELECT id FROM known UNION ALL SELECT id FROM new),
    pointed AS (
        INSERT INTO article_keys AS key (team, key_digest, article_id, created_at)
        SELECT :team, told, kept.id, CAST(:created_at AS timestamptz)
        FROM kept, unnest(CAST(:keys AS varchar[])) AS told ORDER BY told
        ON CONFLICT (team, key_digest) DO UPDATE SET article_id = EXCLUDED.article_id, created_at = EXCLUDED.created_at
        WHERE key.article_id <> EXCLUDED.article_id
    )
    SELECT id FROM kept
""")
"""Postgres alone: a server that has to be asked five times makes five tasks wait five times."""


async def at_addresses(
    connection: Connection, asked: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], RowMapping]:
    """By workspace and digest of an address, the article there; what is not there is left out."""
    dialect, found = connection.dialect.name, {}
    for team in {team for team, _ in asked}:
        keys = listed([key for of, key in asked if of == team], dialect)
        for row in await rows(connection, _at_addresses(dialect), {"in_team": team, "keys": keys}):
            found[team, row["key_digest"]] = row
    return found


async def kept_at_once(connection: Connection, values: dict[str, Any], digests: Sequence[str]) -> str | None:
    """As `kept`; on Postgres with one statement, which finds none where the text is at this address and none of `digests`
    leads to it, or another writes it just now.
    """
    if connection.dialect.name == "sqlite":
        return await kept(connection, values, digests)
    found: str | None = (await connection.execute(_AT_ONCE, values | {"keys": list(digests)})).scalar()
    return found


async def kept(connection: Connection, values: dict[str, Any], digests: Sequence[str]) -> str:
    """The id of the row for `values`, a new one or that of the same text, to which the addresses lead from now on."""
    row_id = await _standing(connection, values, digests) or await _put(connection, values)
    await _point(connection, values["team"], digests, row_id)
    return row_id


async def _standing(connection: Connection, values: dict[str, Any], digests: Sequence[str]) -> str | None:
    """The row that one of the addresses points to, if it has this very text."""
    dialect = connection.dialect.name
    asked = {"in_team": values["team"], "keys": listed(digests, dialect), "text": values["digest"]}
    return (await connection.execute(_known(dialect), asked)).scalar_one_or_none()


async def _put(connection: Connection, values: dict[str, Any]) -> str:
    """The id of the row with this text at this address, which is written where there is none."""
    statement = insert_once(articles, connection.dialect.name, articles.c.id)
    if (new := (await connection.execute(statement, values)).scalar()) is not None:
        return str(new)
    natural = (articles.c[name] == values[name] for name in ("team", "address_digest", "digest"))
    return str((await connection.execute(select(articles.c.id).where(*natural))).scalar_one())


async def _point(connection: Connection, team: str, digests: Sequence[str], row_id: str) -> None:
    """Let the addresses lead to this row, those too that led to another."""
    moment = now()
    given = [{"team": team, "key_digest": key, "article_id": row_id, "created_at": moment} for key in digests]
    statement = insert_once(article_keys, connection.dialect.name, article_keys.c.key_digest)
    new = set((await connection.execute(statement, given)).scalars()) if given else set()
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
