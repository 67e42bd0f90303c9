"""What goes to SQLite past SQLAlchemy, beside what goes through it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.adapters.rows.database import Connection, Step, T, among, insert_once, listed
from bot.adapters.rows.tables import replies
from bot.adapters.sqlite.database import SqliteDatabase
from bot.adapters.store import upgrade
from bot.errors import LibraryError
from tests.adapters.pastsqlalchemy import ALL, MOVED, TOLD, a_row, left_by_failures


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[SqliteDatabase]:
    upgrade(f"sqlite:///{tmp_path / 'claims.db'}")
    opened = SqliteDatabase(tmp_path / "claims.db")
    yield opened
    await opened.close()


async def thrice(database: SqliteDatabase, step: Step[T]) -> list[T]:
    """The second time a statement is compiled, the third time it is known."""
    return [await database.write(step) for _ in range(3)]


async def kept(database: SqliteDatabase, *links: str) -> None:
    async def step(connection: Connection) -> None:
        await connection.execute(insert_once(replies, "sqlite"), [a_row(link) for link in links])

    await database.write(step)


async def test_rows_are_the_same_however_often_they_were_asked_for(database: SqliteDatabase) -> None:
    """Columns, times and nothing in them: by name, by place and as mappings."""
    await kept(database, "a", "b")

    async def step(connection: Connection) -> list[dict[str, Any]]:
        found = (await connection.execute(ALL)).mappings().all()
        return [dict(row) for row in found]

    first, *others = await thrice(database, step)

    assert others == [first, first]
    assert [row["link"] for row in first] == ["a", "b"]
    assert first[0]["ts"] is None
    assert first[0]["created_at"].tzinfo is UTC
    assert await database.read(step, long=True) == first


async def test_a_write_tells_what_it_changed(database: SqliteDatabase) -> None:
    """The number of rows, and those it returns, with times of another zone in ours."""
    moment = datetime(2026, 10, 14, 12, tzinfo=timezone(timedelta(hours=2)))

    async def step(connection: Connection) -> tuple[int, Any, int, int]:
        new = (await connection.execute(insert_once(replies, "sqlite", replies.c.id), [a_row("b")])).first()
        told = (await connection.execute(TOLD, {"about": "b", "at": moment})).one()
        changed = await connection.execute(MOVED, {"about": "b", "at": moment})
        another = await connection.execute(MOVED, {"about": "another", "at": moment})
        return new is not None, told.changed_at, changed.rowcount, another.rowcount

    assert await thrice(database, step) == [(True, moment, 1, 0), (False, moment, 1, 0), (False, moment, 1, 0)]


async def test_lists_and_plain_text_go_through_too(database: SqliteDatabase) -> None:
    """What has no columns known beforehand is told by the database; a value may be meant twice."""
    asked = select(replies.c.link).where(among(replies.c.link, "links", "sqlite")).order_by(replies.c.link)
    plain = text("SELECT value, value * :by AS more FROM json_each(:values) WHERE value < :by")
    await kept(database, "a", "b", "c")

    async def step(connection: Connection) -> tuple[list[str], list[int]]:
        links = (await connection.execute(asked, {"links": listed(["a", "c"], "sqlite")})).scalars().all()
        values = {"by": 3, "values": listed([1, 2, 3], "sqlite")}
        return list(links), [row.more for row in await connection.execute(plain, values)]

    assert await thrice(database, step) == [(["a", "c"], [3, 6])] * 3


async def test_what_fails_is_told_without_what_was_given(database: SqliteDatabase) -> None:
    """An article's text may be among it; the next one works."""
    broken = text("SELECT json_extract(:secret, '$.a') AS found")

    async def step(connection: Connection) -> Any:
        return (await connection.execute(broken, {"secret": '{"a": 7}'})).scalar_one()

    assert await thrice(database, step) == [7, 7, 7]
    with pytest.raises(LibraryError, match="malformed JSON") as caught:
        await database.read(lambda connection: connection.execute(broken, {"secret": "seven"}))

    assert await database.read(step) == 7
    assert caught.value.__cause__ is None


async def test_a_transaction_that_fails_leaves_nothing(database: SqliteDatabase) -> None:
    """Whichever way its statements went; the one after it begins anew."""
    left = await left_by_failures(database, insert_once(replies, "sqlite"), text("SELECT json_extract('seven', '$.a')"))

    assert left == ["third"]
