"""Sealed texts in the database; whoever reads the database alone learns nothing of them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, or_, select, update

from bot.adapters.rows.database import Connection, Database, fetch, insert_once, now, put_once, rows
from bot.adapters.rows.seal import Seal
from bot.adapters.rows.tables import secrets


class SqlVault:
    """`Vault` over one database."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    async def keep(self, key: str, text: str, *, team: str = "", org: str = "", until: datetime | None = None) -> None:
        values = {"sealed": self._seal.seal(text), "team": team, "org": org, "until": until, "created_at": now()}

        async def step(connection: Connection) -> None:
            await connection.execute(delete(secrets).where(secrets.c.key == key))
            await put_once(connection, secrets, key=key, **values)

        await self._database.write(step)

    async def get(self, key: str) -> str | None:
        found = await fetch(self._database, select(secrets.c.sealed).where(secrets.c.key == key, _fresh()))
        return self._seal.open(found[0]["sealed"]) if found else None

    async def take(self, key: str) -> str | None:
        async def step(connection: Connection) -> str | None:
            statement = delete(secrets).where(secrets.c.key == key, _fresh()).returning(secrets.c.sealed)
            return (await connection.execute(statement)).scalar()

        sealed = await self._database.write(step)
        return self._seal.open(sealed) if sealed is not None else None

    async def drop(self, key: str) -> None:
        async def step(connection: Connection) -> None:
            await connection.execute(delete(secrets).where(secrets.c.key == key))

        await self._database.write(step)

    async def first(self, key: str, until: datetime) -> bool:
        values = {"key": key, "team": "", "org": "", "sealed": "", "until": until, "created_at": now()}

        async def step(connection: Connection) -> bool:
            await connection.execute(delete(secrets).where(secrets.c.key == key, ~_fresh()))
            statement = insert_once(secrets, connection.dialect.name, secrets.c.key)
            return (await connection.execute(statement, values)).first() is not None

        return await self._database.write(step)

    async def keys(self, beginning: str) -> Sequence[str]:
        query = select(secrets.c.key).where(secrets.c.key.startswith(beginning, autoescape=True), _fresh())
        return [row["key"] for row in await fetch(self._database, query.order_by(secrets.c.key))]

    async def seal_anew(self) -> int:
        """Seal with the newest key what an older one had sealed; how many. Raises `LibraryError`."""

        async def step(connection: Connection) -> int:
            kept = await rows(connection, select(secrets.c.key, secrets.c.sealed).where(secrets.c.sealed != ""))
            old = [(row["key"], row["sealed"]) for row in kept if not self._seal.is_newest(row["sealed"])]
            for key, sealed in old:
                fresh = self._seal.seal(self._seal.open(sealed))
                same = (secrets.c.key == key) & (secrets.c.sealed == sealed)
                await connection.execute(update(secrets).where(same).values(sealed=fresh))
            return len(old)

        return await self._database.write(step)


def _fresh() -> ColumnElement[bool]:
    return or_(secrets.c.until.is_(None), secrets.c.until > now())
