"""The ledger of replies: one row for each place and link, which moves with its message."""

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Executable, RowMapping, Table, bindparam, func, select, update

from bot.adapters.rows.database import Connection, Database, Query, Values, fetch, insert_once, now
from bot.adapters.rows.tables import replies
from bot.adapters.rows.texts import fingerprint
from bot.adapters.rows.together import Together
from bot.errors import LibraryError
from bot.intake.message import Place
from bot.ports import Entry, ReplyState

_ENTRY = (replies.c.team == bindparam("in_team")) & (replies.c.id == bindparam("entry"))
_MOVE = (
    update(replies)
    .where(_ENTRY)
    .values(
        state=bindparam("to"),
        changed_at=bindparam("at"),
        **{
            name: func.coalesce(bindparam(f"new_{name}", type_=replies.c[name].type), replies.c[name])
            for name in ("ts", "article_id", "reading_id")
        },
    )
    .returning(replies)
)
"""Built once: a statement that is built for each move costs more than to run it."""
_MOVE_FIRST = _MOVE.where(replies.c.state == bindparam("was"), replies.c.changed_at == bindparam("was_at"))
_NATURAL = ("team", "channel", "thread", "link_digest")
_STANDING = select(replies).where(*(replies.c[name] == bindparam(name) for name in _NATURAL))


class SqlLedger:
    """The ledger's part of `Library`, over one database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._entering = Together(self._entries)

    async def entry(self, place: Place, link: str, request: str) -> Entry:
        """Jobs that begin together ask together."""
        return await self._entering.ask(new_row(place, link, request))

    async def _entries(self, asked: Sequence[dict[str, Any]]) -> Sequence[Entry]:
        ordered = sorted(asked, key=itemgetter(*_NATURAL))  # one order for all writers: no deadlock

        async def step(connection: Connection) -> Sequence[Entry]:
            statement = insert_once(replies, connection.dialect.name, replies.c.id)
            new = set((await connection.execute(statement, ordered)).scalars())
            return [_new_entry(row) if row["id"] in new else await _standing(connection, row) for row in asked]

        return await self._database.write(step, single=True)

    async def entry_by_ts(self, team: str, channel: str, ts: str) -> Entry | None:
        row = await first(
            self._database,
            select(replies).where(replies.c.team == team, replies.c.channel == channel, replies.c.ts == ts),
        )
        return entry_of(row) if row else None

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
        moved = await self._moved(_MOVE, _new_values(entry, state, ts, article, reading))
        if moved is None:
            raise LibraryError("The ledger has no such reply any more.")
        return moved

    async def move_first(self, entry: Entry, state: ReplyState, *, ts: str | None = None) -> Entry | None:
        was = {"was": entry.state, "was_at": entry.moved}
        return await self._moved(_MOVE_FIRST, _new_values(entry, state, ts) | was)

    async def _moved(self, statement: Executable, values: Mapping[str, Any]) -> Entry | None:
        async def step(connection: Connection) -> RowMapping | None:
            return (await connection.execute(statement, values)).mappings().first()

        row = await self._database.write(step, single=True)
        return entry_of(row) if row is not None else None


async def _standing(connection: Connection, row: dict[str, Any]) -> Entry:
    """That of this place and link which was there before."""
    named = {name: row[name] for name in _NATURAL}
    return entry_of((await connection.execute(_STANDING, named)).mappings().one())


async def first(database: Database, query: Query, values: Values = None) -> RowMapping | None:
    found = await fetch(database, query, values)
    return found[0] if found else None


def _new_values(
    entry: Entry, state: ReplyState, ts: str | None, article: str | None = None, reading: str | None = None
) -> dict[str, Any]:
    new = {"new_ts": ts, "new_article_id": article, "new_reading_id": reading}
    return {"in_team": entry.place.team, "entry": entry.id, "to": state, "at": now(), **new}


def new_row(place: Place, link: str, request: str, state: ReplyState = "new") -> dict[str, Any]:
    """Its id is made of its natural key: the message is found also where the row is lost and made anew."""
    moment, digest = now(), fingerprint(link)
    return place_values(place) | {
        "id": fingerprint("\n".join((place.team, place.channel, place.thread or "", digest)))[:32],
        "link": link,
        "link_digest": digest,
        "request": request,
        "state": state,
        "created_at": moment,
        "changed_at": moment,
    }


def _new_entry(row: Mapping[str, Any]) -> Entry:
    return Entry(row["id"], place_of(row), row["link"], "new", request=row["request"], moved=row["changed_at"])


def in_thread(table: Table, place: Place) -> tuple[ColumnElement[bool], ...]:
    return tuple(table.c[name] == value for name, value in place_values(place).items())


def place_values(place: Place) -> dict[str, Any]:
    return {"team": place.team, "channel": place.channel, "thread": place.thread or ""}


def place_of(row: RowMapping | Mapping[str, Any]) -> Place:
    return Place(row["team"], row["channel"], row["thread"] or None)


def entry_of(row: RowMapping) -> Entry:
    return Entry(
        id=row["id"],
        place=place_of(row),
        link=row["link"],
        state=row["state"],
        ts=row["ts"],
        article=row["article_id"],
        reading=row["reading_id"],
        request=row["request"],
        moved=row["changed_at"],
    )
