"""The table of restatements: no lie passes, and few of the faithful are refused."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.claims.restatement import problems
from tests.claims.articles import article, article_of_lines

TABLES = Path(__file__).parent / "restatements"
TUNED = tuple(sorted(path.stem for path in TABLES.glob("tuned_*.toml")))
REFUSED_AT_MOST = 0.05


def rows(*tables: str) -> list[tuple[str, bool, str]]:
    """(verdict, stands, text) of every row."""
    found: list[tuple[str, bool, str]] = []
    for table in tables:
        data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
        cut = article_of_lines if data.get("one_line_is_one_sentence") else article
        for passage in data["passage"]:
            text = cut(passage["text"].strip(), passage["language"])
            found += [(verdict, not problems(text, said, numbers), said) for verdict, numbers, said in passage["rows"]]
    return found


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


KNOWN = {
    "held_out": (0, 2),
    "held_out_2": (3, 60),
    "held_out_3": (11, 22),
    "held_out_4": (6, 54),
    "held_out_5": (11, 20),
    "reworded": (3, 72),
    "prompted_1": (1, 8),
    "prompted_2": (4, 8),
    "prompted_3": (1, 11),
    "prompted_4": (2, 7),
    "prompted_5": (2, 14),
    "prompted_6": (1, 8),
    "prompted_7": (0, 9),
    "prompted_8": (3, 35),
    "prompted_9": (0, 4),
    "recombined": (6, 0),
    "recombined_2": (6, 17),
    "recombined_3": (6, 5),
    "free_1": (1, 26),
    "free_2": (3, 33),
    "plain_a": (0, 7),
    "plain_b": (0, 3),
    "plain_d": (0, 7),
    "plain_structure": (3, 15),
    "plain_structure_2": (0, 1),
    "plain_structure_3": (4, 3),
    "plain_structure_4": (1, 10),
    "plain_xx": (2, 6),
    "plain_de": (1, 17),
    "plain_fres": (0, 16),
    "plain_tongues": (0, 6),
    "plain_tongues_2": (0, 7),
}
"""Lies that pass and faithful ones that are refused, at most, in the tables that the checks do not hold yet.

On the held-out ones no rule was ever tuned, and may not be.
"""


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
