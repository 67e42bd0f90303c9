"""What was used, counted once: on every engine, over restarts, and by several processes at a time."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, select, update

from bot.adapters.rows.database import Connection, Database, fetch, insert_once, now, put_once
from bot.adapters.rows.tables import aside, meters, uses
from bot.adapters.rows.texts import fingerprint
from bot.intake.allowance import Meter


class SqlMeters:
    """`Meters` over one database.

    A use is a row under its natural key, so that it counts once; the counter is raised in the same transaction, by
    one statement that holds its row until the end: nobody counts beside it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take(self, meter: Meter, key: str) -> bool:
        return await self._database.write(
            lambda connection: _count(connection, meter, key, 1, meters.c.used < meter.most)
        )

    async def set_aside(self, meter: Meter, key: str, amount: int, until: datetime) -> bool:
        async def step(connection: Connection) -> bool:
            taken = await _held(connection, meter) + await _aside_for_others(connection, meter, key)
            if taken and taken + amount > meter.most:
                return False
            await connection.execute(delete(aside).where(_aside(meter, key)))
            own = {"team": meter.team, "key_digest": fingerprint(key), "created_at": now()}
            await put_once(connection, aside, **own, amount=amount, until=until)
            return True

        return await self._database.write(step)

    async def settle(self, meter: Meter, key: str, amount: int, *, stored: bool = False) -> None:
        async def step(connection: Connection) -> None:
            gone = await connection.execute(delete(aside).where(_aside(meter, key)))
            if gone.rowcount or not stored:
                await _count(connection, meter, key, amount)

        await self._database.write(step)

    async def give_back(self, meter: Meter, key: str) -> None:
        await self._database.write(
            lambda connection: connection.execute(delete(aside).where(_aside(meter, key))), single=True
        )

    async def used(self, meter: Meter) -> int:
        found = await fetch(self._database, select(meters.c.used).where(_of(meter)))
        return int(found[0]["used"]) if found else 0


async def _count(connection: Connection, meter: Meter, key: str, amount: int, *only: ColumnElement[bool]) -> bool:
    if not await _is_new(connection, meter.team, key):
        return True
    await put_once(connection, meters, **_key(meter), used=0, created_at=now())
    raised = await connection.execute(update(meters).where(_of(meter), *only).values(used=meters.c.used + amount))
    if raised.rowcount == 1:
        return True
    await connection.execute(delete(uses).where(uses.c.team == meter.team, uses.c.key_digest == fingerprint(key)))
    return False


async def _held(connection: Connection, meter: Meter) -> int:
    """What it shows; whoever else asks waits until this transaction is over."""
    await put_once(connection, meters, **_key(meter), used=0, created_at=now())
    shown = await connection.execute(
        update(meters).where(_of(meter)).values(used=meters.c.used).returning(meters.c.used)
    )
    return int(shown.scalar_one())


async def _aside_for_others(connection: Connection, meter: Meter, key: str) -> int:
    others = select(func.coalesce(func.sum(aside.c.amount), 0)).where(
        aside.c.team == meter.team, aside.c.key_digest != fingerprint(key), aside.c.until > now()
    )
    return int((await connection.execute(others)).scalar_one())


def _aside(meter: Meter, key: str) -> ColumnElement[bool]:
    return and_(aside.c.team == meter.team, aside.c.key_digest == fingerprint(key))


async def _is_new(connection: Connection, team: str, key: str) -> bool:
    """Whether this natural key was written only now."""
    statement = insert_once(uses, connection.dialect.name, uses.c.key_digest)
    values = {"team": team, "key_digest": fingerprint(key), "created_at": now()}
    return (await connection.execute(statement, values)).first() is not None


def _key(meter: Meter) -> dict[str, object]:
    return {"team": meter.team, "what": meter.what, "user": meter.user, "since": meter.since}


def _of(meter: Meter) -> ColumnElement[bool]:
    return and_(*(meters.c[name] == value for name, value in _key(meter).items()))
