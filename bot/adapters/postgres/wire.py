"""A connection to Postgres that says what it has said before without finding the words anew.

What SQLAlchemy does around a statement costs four times what the driver takes for it, and a link asks two dozen. So a statement
that was built once goes to the driver as it was compiled from its second time on.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast
from weakref import WeakKeyDictionary

import psycopg
from sqlalchemy import CursorResult, Dialect, Executable
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql.compiler import SQLCompiler

Raw = psycopg.AsyncConnection[Any]
Process = Callable[[Any], Any]


class Answer(IteratorResult[*tuple[Any, ...]]):
    """As SQLAlchemy would give it, with the number of rows that were found or changed."""

    rowcount = 0


class Phrase:
    """A statement as the driver takes it, for parameters of these names."""

    def __init__(self, statement: Any, compiled: SQLCompiler, dialect: Dialect) -> None:
        binds = {name: bind for bind, name in compiled.bind_names.items()}
        described = getattr(statement, "column_descriptions", ()) or getattr(
            statement, "returning_column_descriptions", ()
        )
        self.query = str(compiled).encode()
        self._fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        self._given = _processes(
            {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
        )
        self._told = _processes(
            {n: each["type"].dialect_impl(dialect).result_processor(dialect, None) for n, each in enumerate(described)}
        )
        self._keys = SimpleResultMetaData([each["name"] for each in described]) if described else None

    def values(self, parameters: dict[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = self._fixed | parameters
        for name, process in self._given:
            values[name] = process(values[name])
        return values

    def answer(self, cursor: psycopg.AsyncCursor[Any], rows: Sequence[tuple[Any, ...]]) -> Answer:
        if self._keys is None:
            self._keys = SimpleResultMetaData([column.name for column in cursor.description or ()])
        answer = Answer(self._keys, iter(self._processed(rows) if self._told else rows))
        answer.rowcount = cursor.rowcount
        return answer

    def _processed(self, rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
        made = [list(row) for row in rows]
        for row in made:
            for n, process in self._told:
                row[n] = process(row[n])
        return [tuple(row) for row in made]


class Phrasebook:
    """The phrases of one engine's connections."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._known: WeakKeyDictionary[Executable, dict[tuple[str, ...], Phrase | None]] = WeakKeyDictionary()

    def phrase(self, statement: Executable, names: tuple[str, ...]) -> Phrase | None:
        """None the first time, for most are built for once, and for what has to be compiled with its values."""
        known = self._known.get(statement)
        if known is None:
            self._known[statement] = {}
            return None
        if names not in known:
            known[names] = self._compiled(statement, names)
        return known[names]

    def _compiled(self, statement: Any, names: tuple[str, ...]) -> Phrase | None:
        compiled = statement.compile(dialect=self._dialect, column_keys=list(names))
        if compiled.post_compile_params or compiled.literal_execute_params or compiled.escaped_bind_names:
            return None
        return Phrase(statement, compiled, self._dialect)


class Wire:
    """Satisfies `database.Connection`. `raw` is the driver's connection below SQLAlchemy's, which commits each statement."""

    def __init__(self, connection: AsyncConnection, raw: Raw, phrasebook: Phrasebook) -> None:
        self.connection = connection
        self.raw = raw
        self._cursor = raw.cursor()
        self._phrasebook = phrasebook

    @property
    def dialect(self) -> Dialect:
        return self.connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Raises `DBAPIError`, as SQLAlchemy does."""
        if isinstance(parameters, list) and len(parameters) == 1:
            parameters = parameters[0]
        phrase = None
        if not isinstance(parameters, list):
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

    async def _said(self, phrase: Phrase, values: dict[str, Any]) -> Answer:
        try:
            cursor = await self._cursor.execute(phrase.query, values)
            return phrase.answer(cursor, await cursor.fetchall() if cursor.description else ())
        except psycopg.Error as error:
            raise as_sqlalchemy_has_it(error) from None


def as_sqlalchemy_has_it(error: psycopg.Error) -> BaseException:
    """The driver's error, without the values, which may be an article's text."""
    return cast(BaseException, DBAPIError.instance("", None, error, psycopg.Error, hide_parameters=True))


def _processes(found: Mapping[Any, Process | None]) -> list[tuple[Any, Process]]:
    return [(key, process) for key, process in found.items() if process]
