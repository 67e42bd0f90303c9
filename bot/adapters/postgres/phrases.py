"""Statements as Postgres takes them, made once: what SQLAlchemy does around a statement costs more than all that comes after it."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from psycopg.pq.abc import PGresult
from sqlalchemy import Dialect, Executable
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]

_PLACE = re.compile(r"%\((\w+)\)s|%%")


class Answer(IteratorResult[*tuple[Any, ...]]):
    """As SQLAlchemy would give it, with the number of rows that were found or changed."""

    rowcount = 0


class Phrase:
    """A statement as the server takes it, for parameters of these names: `names` are those of `$1`, `$2` and so on in `query`."""

    def __init__(self, statement: Any, compiled: SQLCompiler, dialect: Dialect) -> None:
        binds = {name: bind for bind, name in compiled.bind_names.items()}
        described = getattr(statement, "column_descriptions", ()) or getattr(
            statement, "returning_column_descriptions", ()
        )
        self.names, self.query = _numbered(str(compiled))
        self._fixed = {name: bind.value for name, bind in binds.items() if not bind.required}
        self._given = _processes(
            {name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()}
        )
        self._told = _processes(
            {n: each["type"].dialect_impl(dialect).result_processor(dialect, None) for n, each in enumerate(described)}
        )
        self._keys = SimpleResultMetaData([each["name"] for each in described]) if described else None

    def values(self, parameters: Mapping[str, Any]) -> list[Any]:
        """In the order of `names`."""
        values: dict[str, Any] = {**self._fixed, **parameters}
        for name, process in self._given:
            values[name] = process(values[name])
        return [values[name] for name in self.names]

    def answer(self, result: PGresult, rows: Sequence[tuple[Any, ...]]) -> Answer:
        if self._keys is None:
            names = (result.fname(n) or b"" for n in range(result.nfields))
            self._keys = SimpleResultMetaData([name.decode() for name in names])
        answer = Answer(self._keys, iter(self._processed(rows) if self._told else rows))
        answer.rowcount = result.command_tuples or len(rows)
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


def _numbered(query: str) -> tuple[Sequence[str], bytes]:
    """The driver's names of parameters, and the query with numbers in their places."""
    places: dict[str, int] = {}

    def number(found: re.Match[str]) -> str:
        return f"${places.setdefault(found[1], len(places) + 1)}" if found[1] else "%"

    numbered = _PLACE.sub(number, query).encode()
    return tuple(places), numbered


def _processes(found: Mapping[Any, Process | None]) -> list[tuple[Any, Process]]:
    return [(key, process) for key, process in found.items() if process]
