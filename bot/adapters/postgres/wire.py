"""A connection to Postgres that says what it has said before without finding the words anew.

What SQLAlchemy does around a statement costs four times what the driver takes for it, and half of that is what the driver does to
see that it knows it already. So a statement that was built once is prepared at its second time, and only named from then on.
"""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast
from weakref import WeakKeyDictionary

import psycopg
from psycopg import generators
from psycopg.adapt import PyFormat, Transformer
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGresult
from sqlalchemy import CursorResult, Dialect, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler

from bot.adapters.rows.phrases import Answer, Phrase, Phrasebook

Raw = psycopg.AsyncConnection[Any]

_PLACE = re.compile(r"%\((\w+)\)s|%%")

PREPARED = 200
"""Statements that one connection has prepared at most; whatever comes after goes through SQLAlchemy."""


class Spoken:
    """A phrase on one connection: what its values are written and read with, and what the server calls it, by their types."""

    def __init__(self, raw: Raw, phrase: Phrase) -> None:
        self.adapting = Transformer(raw)
        self.formats = [PyFormat.AUTO] * len(phrase.names)
        self.called: dict[tuple[int, ...], bytes] = {}
        self._reads = False

    def rows(self, result: PGresult) -> Sequence[tuple[Any, ...]]:
        self.adapting.set_pgresult(result, set_loaders=not self._reads)
        self._reads = True
        rows = self.adapting.load_rows(0, result.ntuples, tuple)
        self.adapting.set_pgresult(None, set_loaders=False)  # an article's text need not be kept until the next
        return rows


class Wire:
    """Satisfies `database.Connection`. `raw` is the driver's connection below SQLAlchemy's, which commits each statement."""

    def __init__(self, connection: AsyncConnection, raw: Raw, phrasebook: Phrasebook) -> None:
        self.connection = connection
        self.raw = raw
        self._phrasebook = phrasebook
        self._spoken: WeakKeyDictionary[Phrase, Spoken] = WeakKeyDictionary()
        self._prepared = 0

    @property
    def dialect(self) -> Dialect:
        return self.connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Raises `DBAPIError`, as SQLAlchemy does."""
        if isinstance(parameters, list) and len(parameters) == 1:
            parameters = parameters[0]
        phrase = None
        if not isinstance(parameters, list) and self._prepared < PREPARED:
            phrase = self._phrasebook.phrase(statement, tuple(parameters or ()))
        if phrase is None:
            return await self.connection.execute(statement, parameters)
        return cast(CursorResult[Any], await self._said(phrase, phrase.values(parameters or {})))

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        """Around what is executed meanwhile; undone where that raises. Raises `DBAPIError`."""
        try:
            async with self.raw.transaction():
                yield
        except psycopg.Error as error:
            raise as_sqlalchemy_has_it(error) from None

    async def _said(self, phrase: Phrase, values: Sequence[Any]) -> Answer:
        spoken = self._spoken.get(phrase)
        if spoken is None:
            spoken = self._spoken[phrase] = Spoken(self.raw, phrase)
        try:
            given = spoken.adapting.dump_sequence(values, spoken.formats)
            called = await self._called(phrase, spoken)
            self.raw.pgconn.send_query_prepared(called, given, spoken.adapting.formats)
            result = await self._answered()
            columns = ((result.fname(n) or b"").decode() for n in range(result.nfields))
            rows = spoken.rows(result) if result.status == ExecStatus.TUPLES_OK else ()
            return phrase.answer(columns, rows, result.command_tuples or 0)
        except psycopg.Error as error:
            raise as_sqlalchemy_has_it(error) from None

    async def _called(self, phrase: Phrase, spoken: Spoken) -> bytes:
        """The name under which the server knows it for values of these types."""
        types = spoken.adapting.types or ()
        if types not in spoken.called:
            self._prepared += 1
            name = b"claims_%d" % self._prepared
            self.raw.pgconn.send_prepare(name, phrase.query.encode(), types)
            await self._answered()
            spoken.called[types] = name
        return spoken.called[types]

    async def _answered(self) -> PGresult:
        results: Sequence[PGresult] = await self.raw.wait(generators.execute(self.raw.pgconn))
        result = results[-1]
        if result.status == ExecStatus.FATAL_ERROR:
            raise psycopg.errors.error_from_result(result)
        return result


def numbered(compiled: SQLCompiler) -> tuple[Sequence[str], str]:
    """The driver's names of parameters, and the query with `$1`, `$2` and so on in their places. Satisfies `phrases.Spell`."""
    places: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f"${places.setdefault(found[1], len(places) + 1)}" if found[1] else "%"

    query = _PLACE.sub(number, str(compiled))
    return tuple(places), query


def as_sqlalchemy_has_it(error: psycopg.Error) -> BaseException:
    """The driver's error, without the values, which may be an article's text."""
    return cast(BaseException, DBAPIError.instance("", None, error, psycopg.Error, hide_parameters=True))
