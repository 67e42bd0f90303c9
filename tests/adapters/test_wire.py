"""What goes to Postgres past SQLAlchemy, beside what goes through it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import select, text

from bot.adapters.postgres.address import url_of
from bot.adapters.postgres.store import PostgresDatabase
from bot.adapters.rows.database import Connection, Step, T, among, insert_once
from bot.adapters.rows.tables import replies
from bot.errors import LibraryError
from tests.adapters.pastsqlalchemy import ALL, MOVED, TOLD, a_row, left_by_failures
from tests.engines import a_ready_postgres_database


@pytest.fixture
async def database(postgres_server: str) -> AsyncIterator[PostgresDatabase]:
    with a_ready_postgres_database(postgres_server) as url:
        opened = PostgresDatabase(url_of(url), connections=1)
        yield opened
        await opened.close()


async def thrice(database: PostgresDatabase, step: Step[T]) -> list[T]:
    """The second time a statement is compiled, the third time it is known."""
    return [await database.write(step, single=True) for _ in range(3)]


async def kept(database: PostgresDatabase, *links: str) -> None:
    async def step(connection: Connection) -> None:
        for link in links:
            await connection.execute(insert_once(replies, "postgresql"), a_row(link))

    await database.write(step)


async def test_rows_are_the_same_however_often_they_were_asked_for(database: PostgresDatabase) -> None:
    """Columns, times and nothing in them: by name, by place and as mappings."""
    await kept(database, "a")

    async def step(connection: Connection) -> list[dict[str, Any]]:
        found = (await connection.execute(ALL)).mappings().all()
        return [dict(row) for row in found]

    first, *others = await thrice(database, step)

    assert others == [first, first]
    assert first[0]["link"] == "a"
    assert first[0]["ts"] is None
    assert first[0]["created_at"].tzinfo is UTC


async def test_a_write_tells_what_it_changed(database: PostgresDatabase) -> None:
    """The number of rows, and those it returns, with times of another zone in ours."""
    moment = datetime(2026, 10, 14, 12, tzinfo=timezone(timedelta(hours=2)))

    async def step(connection: Connection) -> tuple[int, Any, int]:
        new = (await connection.execute(insert_once(replies, "postgresql", replies.c.id), [a_row("b")])).first()
        told = (await connection.execute(TOLD, {"about": "b", "at": moment})).one()
        changed = await connection.execute(MOVED, {"about": "another", "at": moment})
        return new is not None, told.changed_at, changed.rowcount

    assert await thrice(database, step) == [(True, moment, 0), (False, moment, 0), (False, moment, 0)]


async def test_lists_and_plain_text_go_through_too(database: PostgresDatabase) -> None:
    """What has no columns known beforehand is told by the server."""
    asked = select(replies.c.link).where(among(replies.c.link, "links", "postgresql")).order_by(replies.c.link)
    plain = text("SELECT value, value * 2 AS twice FROM unnest(CAST(:values AS bigint[])) AS value")
    await kept(database, "a", "b", "c")

    async def step(connection: Connection) -> tuple[list[str], list[int]]:
        links = (await connection.execute(asked, {"links": ["a", "c"]})).scalars().all()
        return list(links), [row.twice for row in await connection.execute(plain, {"values": [1, 2]})]

    assert await thrice(database, step) == [(["a", "c"], [2, 4])] * 3


async def test_what_fails_is_told_without_what_was_given(database: PostgresDatabase) -> None:
    """An article's text may be among it; the connection is not used again, and the next one works."""
    broken = text("SELECT CAST(:secret AS integer)")

    async def step(connection: Connection) -> Any:
        return (await connection.execute(broken, {"secret": "7"})).scalar_one()

    assert await thrice(database, step) == [7, 7, 7]
    with pytest.raises(LibraryError, match="invalid input syntax") as caught:
        await database.read(lambda connection: connection.execute(broken, {"secret": "seven"}))

    assert await database.read(step) == 7
    assert caught.value.__cause__ is None


async def test_a_transaction_that_fails_leaves_nothing(database: PostgresDatabase) -> None:
    """Whichever way its statements went; the one after it begins anew."""
    left = await left_by_failures(database, insert_once(replies, "postgresql"), text("SELECT 1 / 0"))

    assert left == ["third"]


async def test_what_takes_long_is_waited_for_by_nobody_else(database: PostgresDatabase) -> None:
    """A search that lasts leaves the short look-ups their connection."""
    slow, quick = text("SELECT pg_sleep(2)"), text("SELECT 1")
    lasting = asyncio.create_task(database.read(lambda connection: connection.execute(slow), long=True))
    await asyncio.sleep(0.2)

    await database.read(lambda connection: connection.execute(quick))

    assert not lasting.done()
    await lasting
