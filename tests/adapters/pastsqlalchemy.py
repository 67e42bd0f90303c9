"""What goes past SQLAlchemy on either engine: the statements that are tried there, and what has to be so of both."""

from typing import Any

import pytest
from sqlalchemy import Executable, bindparam, select, update
from sqlalchemy.exc import DBAPIError

from bot.adapters.rows.database import Connection, Database
from bot.adapters.rows.ledger import new_row
from bot.adapters.rows.tables import replies
from bot.errors import LibraryError
from bot.intake.message import Place

ALL = select(replies).order_by(replies.c.n)
MOVED = update(replies).where(replies.c.link == bindparam("about")).values(state="posted", changed_at=bindparam("at"))
TOLD = MOVED.returning(replies.c.changed_at, replies.c.ts)


def a_row(link: str) -> dict[str, Any]:
    return new_row(Place("T1", "C1", "1.1"), link, "{}")


async def left_by_failures(database: Database, put: Executable, broken: Executable) -> list[str]:
    """The links that are there after three transactions that failed behind two writes, and one that put "third"."""

    async def fails(connection: Connection) -> None:
        await connection.execute(put, a_row("first"))
        await connection.execute(put, a_row("second"))
        with pytest.raises(DBAPIError):
            await connection.execute(broken)
        raise LibraryError("enough")

    async def holds(connection: Connection) -> None:
        await connection.execute(put, a_row("third"))

    async def links(connection: Connection) -> list[str]:
        return [row["link"] for row in (await connection.execute(ALL)).mappings()]

    for _ in range(3):
        with pytest.raises(LibraryError, match="enough"):
            await database.write(fails)
    await database.write(holds)
    return await database.read(links)
