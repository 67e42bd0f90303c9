"""Statements as a driver takes them, made once: what SQLAlchemy does around a statement costs more than all that comes after it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Executable
from sqlalchemy.engine import IteratorResult
from sqlalchemy.engine.result import SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler

Process = Callable[[Any], Any]

Spell = Callable[[SQLCompiler], tuple[Sequence[str], str]]
"""How a driver takes what SQLAlchemy has made of a statement: the names of its values in their order, and the query."""


class Answer(IteratorResult[*tuple[Any, ...]]):
    """As SQLAlchemy would give it, with the number of rows that were found or changed."""

    rowcount = 0


class Phrase:
    """A statement as the driver takes it: `names` are those of the values of `query`, in their order."""

    def __init__(self, statement: Any, compiled: SQLCompiler, dialect: Dialect, spell: Spell) -> None:
        binds = {name: bind for bind, name in compiled.bind_names.items()}
        described = getattr(statement, "column_descriptions", ()) or getattr(
            statement, "returning_column_descriptions", ()
        )
        self.names, self.query = spell(compiled)
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

    def answer(self, columns: Iterable[str], rows: Sequence[tuple[Any, ...]], changed: int) -> Answer:
        """Of rows as the driver gives them; `columns` are their names, for a statement that does not tell its own."""
        if self._keys is None:
            self._keys = SimpleResultMetaData(list(columns))
        answer = Answer(self._keys, iter(self._processed(rows) if self._told else rows))
        answer.rowcount = max(changed, len(rows))
        return answer

    def _processed(self, rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
        made = [list(row) for row in rows]
        for row in made:
            for n, process in self._told:
                row[n] = process(row[n])
        return [tuple(row) for row in made]


class Phrasebook:
    """The phrases of one engine's connections."""

    def __init__(self, dialect: Dialect, spell: Spell) -> None:
        self._dialect = dialect
        self._spell = spell
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
        return Phrase(statement, compiled, self._dialect, self._spell)


def _processes(found: Mapping[Any, Process | None]) -> list[tuple[Any, Process]]:
    return [(key, process) for key, process in found.items() if process]
