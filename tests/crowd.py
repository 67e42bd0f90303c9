"""A workspace that has read the same claims in a great many articles, written straight into the tables."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, create_engine, insert

from bot.adapters.postgres.address import url_of
from bot.adapters.rows.articlerows import values_of
from bot.adapters.rows.database import new_id, now
from bot.adapters.rows.indexing import indexed
from bot.adapters.rows.tables import articles, mentions, readings, replies
from bot.adapters.rows.texts import fingerprint
from bot.adapters.sqlite.database import writing_engine
from bot.adapters.sqlite.file import path_of
from bot.adapters.store import is_sqlite
from bot.claims.mentions import mentions_of
from bot.claims.reading import Claim, ReaderInfo, Reading, Report, Source
from tests.reply.readings import article_of

CLAIMS = (
    "The transport ministry said the new port controls in Tarnmouth will cost 36 million marks.",
    "Cargo cranes at the port of Tarnmouth passed details of military shipments to a foreign server.",
    "The Veskaran foreign ministry called the accusations a fairy tale for the budget season.",
    "Lodestar engineers denied that signatures of the update had been stolen last winter.",
    "Harbour workers announced strikes against the planned closing of northern terminals.",
)


def article(n: int, claims: Iterable[str] = CLAIMS, url: str = "") -> Report:
    """The claims as article number `n` makes them, at an address and with a text of its own."""
    said = tuple(claims)
    told = tuple(
        Claim(id=f"c{i}", text=claim, sentences=(i,), sources=("s1",)) for i, claim in enumerate(said, start=1)
    )
    reading = Reading(
        claims=told,
        sources=(Source(id="s1", name="Ilse Brandvik", kind="person"),),
        denials=(),
        reader=ReaderInfo(name="offline"),
    )
    text = [[claim] for claim in (*said, f"This is report {n}.")]
    return Report(article=article_of(text, url=url or f"https://paper{n}.example/report"), reading=reading)


@contextmanager
def straight(database_url: str) -> Iterator[Connection]:
    """One transaction beside whoever has the database open."""
    sqlite = is_sqlite(database_url)
    engine = writing_engine(path_of(database_url)) if sqlite else create_engine(url_of(database_url))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def tell(database_url: str, told: Iterable[tuple[Report, str]], team: str = "T1") -> None:
    """Each report read and posted into its channel, one after the other."""
    rows: dict[Any, list[dict[str, Any]]] = {articles: [], readings: [], mentions: [], replies: []}
    for report, channel in told:
        _add(rows, report, team, channel)
    with straight(database_url) as connection:
        for table, values in rows.items():
            for start in range(0, len(values), 1000):
                connection.execute(insert(table), values[start : start + 1000])


def _add(rows: dict[Any, list[dict[str, Any]]], report: Report, team: str, channel: str) -> None:
    text, reading_id, moment, thread = values_of(team, report.article), new_id(), now(), new_id()
    rows[articles].append(text)
    rows[readings].append(
        {
            "id": reading_id,
            "team": team,
            "article_id": text["id"],
            "digest": report.article.digest,
            "reader": report.reading.reader.name,
            "model": "",
            "prompt": thread,
            "claims": len(report.reading.claims),
            "denials": 0,
            "document": report.reading.model_dump_json(),
            "created_at": moment,
        }
    )
    rows[mentions] += [each.row(team, reading_id) for each in indexed(team, mentions_of(report))]
    rows[replies].append(
        {
            "id": new_id(),
            "team": team,
            "channel": channel,
            "thread": thread,
            "link": text["url"],
            "link_digest": fingerprint(text["url"]),
            "request": "{}",
            "state": "done",
            "ts": "9.9",
            "article_id": text["id"],
            "reading_id": reading_id,
            "created_at": moment,
            "changed_at": moment,
        }
    )
