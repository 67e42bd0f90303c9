"""The table of restatements: no lie passes, and few of the faithful are refused."""

import tomllib
from pathlib import Path
from typing import Any

from bot.claims.restatement import problems
from tests.claims.articles import article

TABLES = Path(__file__).parent / "restatements"
TUNED = tuple(sorted(path.stem for path in TABLES.glob("tuned_*.toml")))
REFUSED_AT_MOST = 0.05


def rows(*tables: str) -> list[tuple[str, bool, str]]:
    """(verdict, stands, text) of every row."""
    found: list[tuple[str, bool, str]] = []
    for table in tables:
        data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
        for passage in data["passage"]:
            text = article(passage["text"].strip(), passage["language"])
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


def test_what_was_never_tuned_on() -> None:
    """Of restatements the checks had not seen, these many are misjudged; the numbers may only fall."""
    passed, refused = misjudged("held_out")

    assert passed == []
    assert len(refused) <= 2, refused


def test_other_words_throughout_that_were_never_tuned_on() -> None:
    """Where nearly every word is another, few lies pass, and most of what is faithful is refused; both may only fall."""
    passed, refused = misjudged("held_out_2")

    assert len(passed) <= 5, passed
    assert len(refused) <= 61, refused


def test_other_words_throughout() -> None:
    """The same of restatements of that kind which the rules were tuned on."""
    passed, refused = misjudged("reworded")

    assert len(passed) <= 3, passed
    assert len(refused) <= 72, refused


def test_the_table_is_large_enough() -> None:
    """At least a thousand of each kind."""
    seen = rows(*TUNED, "held_out")

    assert sum(verdict == "faithful" for verdict, _, _ in seen) >= 1000
    assert sum(verdict != "faithful" for verdict, _, _ in seen) >= 1000
