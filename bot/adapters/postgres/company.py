"""Who else is at work on this Postgres: whoever is alone keeps its own pace, and others have to know of it before it is not."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from math import inf
from time import monotonic

from sqlalchemy import text

from bot.adapters.rows.database import Connection, Database
from bot.errors import LibraryError

_WORKERS = text("SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - :silence")

LOOK = 1.0
"""Seconds after which one that works alone looks whether it still is."""

KNOWN = 2 * LOOK
"""Seconds after which all know of one that has begun, and it of them."""


async def _nothing() -> None:
    pass


class Company:
    """The other processes, as far as is known: whoever was heard of for less than `silence` seconds. Each looks every `pause` seconds.

    `joined` is awaited when one that worked alone no longer does.
    """

    def __init__(self, database: Database, silence: float, pause: float) -> None:
        self._database = database
        self._silence = timedelta(seconds=silence)
        self.pause = min(LOOK, pause)
        self._known_at, self._settles_at = 0.0, inf
        self._heard = 0
        self.alone = False  # until it is known
        self.joined: Callable[[], Awaitable[None]] = _nothing

    async def begin(self) -> None:
        """Before we are one of those who work. Whoever begins at the same moment is not seen yet, so nobody is alone at once."""
        self.alone, others = False, 1
        with suppress(LibraryError):
            others = await self._database.read(self.count)
        self._heard = others + 1
        began = monotonic()
        self._settles_at = began + KNOWN
        self._known_at = began + 2 * self.pause if others else 0.0

    @property
    def processes(self) -> int:
        """How many are at work, as far as is known, we among them."""
        return 1 if self.alone else max(2, self._heard)

    @property
    def unknown(self) -> float:
        """Seconds until the others know of us."""
        return max(0.0, self._known_at - monotonic())

    async def look(self) -> None:
        """Where it may have changed that nobody, or somebody, is there."""
        settles = monotonic() >= self._settles_at
        if self.alone or settles:
            with suppress(LibraryError):
                await self.seen(await self._database.read(self.count), sure=settles)
                self._settles_at = inf if settles else self._settles_at

    async def seen(self, workers: int, *, sure: bool) -> None:
        """So many processes, we among them, were heard of; `sure` where whoever lives could be heard."""
        self._heard = workers
        was, self.alone = self.alone, workers <= 1 and (sure or self.alone)
        if was and not self.alone:
            await self.joined()

    async def count(self, connection: Connection) -> int:
        """How many processes were heard of lately."""
        heard = await connection.execute(_WORKERS, {"silence": self._silence})
        return int(heard.scalar_one())
