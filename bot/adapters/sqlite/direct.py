"""A connection to SQLite that never lets anybody wait, and says what it has said before without finding the words anew."""

import sqlite3
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection as Connected
from sqlalchemy import CursorResult, Dialect, Executable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from bot.adapters.rows.phrases import Answer, Phrase, Phrasebook


class Direct:
    """Satisfies `database.Connection`: statements run where the step runs. What was built once goes past SQLAlchemy from its third
    time on, which takes longer for most than SQLite does.
    """

    def __init__(self, connection: Connected, phrasebook: Phrasebook) -> None:
        self._connection = connection
        self._raw = cast(sqlite3.Connection, connection.connection.driver_connection)
        self._phrasebook = phrasebook

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Raises `DBAPIError`, as SQLAlchemy does."""
        if isinstance(parameters, list) and len(parameters) == 1:
            parameters = parameters[0]
        phrase = None
        if not isinstance(parameters, list):
            phrase = self._phrasebook.phrase(statement, tuple(parameters or ()))
        if phrase is None:
            return self._connection.execute(statement, parameters)
        return cast(CursorResult[Any], self._said(phrase, phrase.values(parameters or {})))

    def _said(self, phrase: Phrase, values: Sequence[Any]) -> Answer:
        try:
            cursor = self._raw.execute(phrase.query, values)
            rows = cursor.fetchall()
        except sqlite3.Error as error:
            raise as_sqlalchemy_has_it(error) from None
        return phrase.answer((column[0] for column in cursor.description or ()), rows, cursor.rowcount)


def in_order(compiled: SQLCompiler) -> tuple[Sequence[str], str]:
    """As SQLAlchemy spells it for this driver, with a question mark for each value. Satisfies `phrases.Spell`."""
    return tuple(compiled.positiontup or ()), str(compiled)


def as_sqlalchemy_has_it(error: sqlite3.Error) -> BaseException:
    """The driver's error, without the values, which may be an article's text."""
    return cast(BaseException, DBAPIError.instance("", None, error, sqlite3.Error, hide_parameters=True))
