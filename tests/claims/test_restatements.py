"""The table of restatements: no lie passes, and few of the faithful are refused."""

import tomllib
from functools import cache
from typing import Any

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article, article_of_lines
from tests.claims.batches import KNOWN, TABLES, TUNED, in_markdown, shown_in_readme

REFUSED_AT_MOST = 0.05


def rows(*tables: str) -> list[tuple[str, bool, str]]:
    """(verdict, stands, text) of every row."""
    return [row for table in tables for row in rows_of(table)]


@cache
def rows_of(table: str) -> tuple[tuple[str, bool, str], ...]:
    """Those of one table, checked once for all tests."""
    data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
    cut = article_of_lines if data.get("one_line_is_one_sentence") else article
    found: list[tuple[str, bool, str]] = []
    for passage in data["passage"]:
        text = cut(passage["text"].strip(), passage["language"])
        found += [(verdict, not problems(text, said, numbers), said) for verdict, numbers, said in passage["rows"]]
    return tuple(found)


def test_no_lie_passes() -> None:
    """Flipped negations, swapped names, changed numbers, dropped hedges and their like are all caught."""
    passed = [(verdict, said) for verdict, stands, said in rows(*TUNED) if verdict != "faithful" and stands]

    assert passed == []


def test_few_faithful_ones_are_refused() -> None:
    """Pronouns resolved, cues dropped, voice and order changed: nearly all of it stands."""
    faithful = [(stands, said) for verdict, stands, said in rows(*TUNED) if verdict == "faithful"]
    refused = [said for stands, said in faithful if not stands]

    assert len(refused) <= REFUSED_AT_MOST * len(faithful), refused


def misjudged(table: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The lies of a table that pass, and its faithful ones that are refused."""
    seen = rows(table)
    passed = [(verdict, said) for verdict, stands, said in seen if verdict != "faithful" and stands]
    return passed, [said for verdict, stands, said in seen if verdict == "faithful" and not stands]


@pytest.mark.parametrize("table", KNOWN)
def test_what_is_misjudged_only_falls(table: str) -> None:
    """Where the checks do not hold yet, no more is misjudged than is known."""
    lies, faithful = KNOWN[table]

    passed, refused = misjudged(table)

    assert len(passed) <= lies, passed
    assert len(refused) <= faithful, refused


def test_the_table_is_large_enough() -> None:
    """At least a thousand of each kind."""
    seen = rows(*TUNED, "held_out")

    assert sum(verdict == "faithful" for verdict, _, _ in seen) >= 1000
    assert sum(verdict != "faithful" for verdict, _, _ in seen) >= 1000


def test_every_table_has_its_bound() -> None:
    """No rows are left out of what is counted."""
    assert {path.stem for path in TABLES.glob("*.toml")} == {*TUNED, *KNOWN}


def test_readme_shows_what_is_misjudged() -> None:
    """`python -m tests.claims.batches` writes its table."""
    assert shown_in_readme() == in_markdown()
