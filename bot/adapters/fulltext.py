"""Full text on each engine: FTS5 of SQLite, tsvector of Postgres.

Both are given words that were cut and folded before, and compare them as they are: neither stems, folds nor knows a stop
word, so both find the same. Every word carries its workspace, so that no search walks through another's.
"""

from collections.abc import Iterable

from sqlalchemy import TextClause, text

from bot.adapters.database import fingerprint
from bot.claims.terms import Alternatives

_FTS5 = "mentions.n IN (SELECT rowid FROM search_mentions WHERE search_mentions MATCH :asked)"
_TSVECTOR = (
    "mentions.n = ANY (ARRAY (SELECT told.n FROM mentions told "
    "WHERE array_to_tsvector(string_to_array(told.terms, ' ')) @@ CAST(:asked AS tsquery)))"
)
"""Looked up once and first: a planner without figures of the tables yet would ask it of every pair of mention and reply."""


def stored(team: str, terms: Iterable[str]) -> str:
    """The words of a mention as the index takes them."""
    return " ".join(sorted(_own(team, terms)))


def all_of(team: str, groups: Alternatives, dialect: str) -> TextClause:
    """Mentions with a word of every group."""
    return _matches(_joined(team, groups, _words(dialect), inner="OR", outer="AND"), dialect)


def any_of(team: str, groups: Alternatives, dialect: str) -> TextClause:
    """Mentions with every word of a group."""
    return _matches(_joined(team, groups, _words(dialect), inner="AND", outer="OR"), dialect)


def _own(team: str, terms: Iterable[str]) -> list[str]:
    workspace = fingerprint(team)[:8]
    return [workspace + term for term in terms]


def _words(dialect: str) -> dict[str, str]:
    return (
        {"AND": " AND ", "OR": " OR ", "quote": '"'} if dialect == "sqlite" else {"AND": "&", "OR": "|", "quote": "'"}
    )


def _joined(team: str, groups: Alternatives, words: dict[str, str], *, inner: str, outer: str) -> str:
    quote = words["quote"]
    made = (words[inner].join(f"{quote}{term}{quote}" for term in sorted(_own(team, group))) for group in groups)
    return words[outer].join(f"({each})" for each in made)


def _matches(asked: str, dialect: str) -> TextClause:
    return text(_FTS5 if dialect == "sqlite" else _TSVECTOR).bindparams(asked=asked)
