"""What the library and the queue ask of an engine: reads, and short durable writes."""

import errno
import json
import sqlite3
import uuid
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any, Protocol, TypeVar

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    CursorResult,
    Dialect,
    Executable,
    Insert,
    RowMapping,
    Select,
    Table,
    any_,
    bindparam,
    func,
    select,
)
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import LibraryAway, LibraryError

T = TypeVar("T")
Query = Select[*tuple[Any, ...]]
Values = Mapping[str, Any] | None

READ_ONLY = (
    "The database that DATABASE_URL names is read-only, as a standby is, or one with default_transaction_read_only: name "
    "the one that takes writes, or let this one take them."
)


class Connection(Protocol):
    """What a step talks to. SQLAlchemy's `AsyncConnection` is one."""

    @property
    def dialect(self) -> Dialect: ...

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]: ...


Step = Callable[[Connection], Awaitable[T]]


class Database(Protocol):
    """One engine. Both calls raise `LibraryError` when the database cannot be used.

    A step does nothing but talk to the database. One that may take more than a few milliseconds is `long`: nobody
    else waits for it then.
    """

    async def read(self, step: Step[T], *, long: bool = False) -> T:
        """Run `step` on a connection that only reads."""
        ...

    async def write(self, step: Step[T], *, long: bool = False, single: bool = False) -> T:
        """Run `step` in a transaction; on disk when this returns.

        `step` may share its transaction with others and may be run again after a rollback. One that is `single` writes with
        one statement, which is a transaction by itself: where nothing is shared, the two calls around it are saved.
        """
        ...

    async def scrub(self) -> None:
        """What was deleted leaves its words nowhere on the disk, as far as that is for us to do."""
        ...


@cache
def insert_once(table: Table, dialect: str, *returning: Column[Any]) -> Executable:
    """INSERT that leaves a row alone which is there already; the one statement that each engine spells itself.

    With `returning`, its result has those columns of the rows that are new.
    """
    if dialect == "sqlite":
        from sqlalchemy.dialects.sqlite import insert as sqlite_insert

        statement: Insert = sqlite_insert(table).on_conflict_do_nothing()
    else:
        from sqlalchemy.dialects.postgresql import insert as postgres_insert

        statement = postgres_insert(table).on_conflict_do_nothing()
    return statement.returning(*returning) if returning else statement


async def put_once(connection: Connection, table: Table, **values: Any) -> None:
    """Write the row, unless one with its natural key is there."""
    await connection.execute(insert_once(table, connection.dialect.name), values)


async def rows(connection: Connection, query: Query, values: Values = None) -> Sequence[RowMapping]:
    found: Sequence[RowMapping] = (await connection.execute(query, values)).mappings().all()
    return found


def among(column: ColumnElement[Any], name: str, dialect: str) -> ColumnElement[bool]:
    """The column is one of those that the parameter `name` holds, as `listed` makes it: any number, in one statement."""
    if dialect == "sqlite":
        given = func.json_each(bindparam(name)).table_valued("value")
        return column.in_(select(given.c.value))
    return column == any_(bindparam(name, type_=ARRAY(column.type)))


def unindexed(column: ColumnElement[str]) -> ColumnElement[str]:
    """The column as an expression, so that no planner takes an index of it: one without figures may take the wrong one."""
    return column + ""


def listed(values: Collection[Any], dialect: str) -> Any:
    """What `among` compares with."""
    return json.dumps(list(values)) if dialect == "sqlite" else list(values)


async def fetch(database: Database, query: Query, values: Values = None, *, long: bool = False) -> Sequence[RowMapping]:
    """All rows, read outside any transaction of ours.

    A query that each link asks is built once, with parameters for `values`: to build it costs more than to run it.
    """
    return await database.read(lambda connection: rows(connection, query, values), long=long)


@contextmanager
def as_library_error() -> Iterator[None]:
    """A peer's exception holds statements and their values, which may be an article's text: none of it passes."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        kind = LibraryAway if is_away(error) else LibraryError
        raise kind(READ_ONLY if is_read_only(error) else _unusable(error)) from None


def _unusable(error: BaseException) -> str:
    """What SQLite says of a file is brief; how to write to it again stands beside it."""
    how = how_to_write(error) if hasattr(getattr(error, "orig", None), "sqlite_errorcode") else ""
    return f"The database cannot be used: {reason(error)}{f'; {how}' if how else ''}."


def reason(error: BaseException) -> str:
    """What the engine said, without the statement and its values."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0].rstrip(".")


def is_read_only(error: BaseException) -> bool:
    """Whether Postgres refused a write because it takes none, whoever writes."""
    return getattr(getattr(error, "orig", None) or error, "sqlstate", None) == "25006"


def is_away(error: BaseException) -> bool:
    """Whether the same may be asked again once the database is back: not where the statement is to blame, or took too long."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, sqlite3.Error):
        return bool(how_to_write(error)) or sqlite_code(cause) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    if isinstance(cause, OSError) or is_read_only(error):
        return True
    kinds = {kind.__name__ for kind in type(cause).__mro__}  # PEP 249 has these names for every driver
    return not kinds.isdisjoint({"OperationalError", "InterfaceError"}) and getattr(cause, "sqlstate", None) != "57014"


def sqlite_code(error: BaseException) -> int:
    """SQLite's, without its extension."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def how_to_write(error: BaseException) -> str:
    """What helps where a file could not be written; empty where it is not the disk's fault."""
    cause = getattr(error, "orig", None) or error
    number, code = getattr(cause, "errno", None), sqlite_code(cause)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) or code == sqlite3.SQLITE_FULL:
        return "make room on its disk"
    if isinstance(cause, OSError) or code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return "make it and its folder writable, or name another"
    return "see whether its disk is full, read-only or damaged" if code == sqlite3.SQLITE_IOERR else ""


def now() -> datetime:
    return datetime.now(UTC)


def new_id() -> str:
    return uuid.uuid4().hex
