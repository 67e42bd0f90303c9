"""The table of restatements: no lie passes, and few of the faithful are refused."""

import tomllib
from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from bot.article.article import Article
from bot.claims.restatement import problems
from tests.claims.articles import article, article_of_lines
from tests.claims.batches import KNOWN, TABLES, TUNED, in_markdown, shown_in_readme

REFUSED_AT_MOST = 0.05


class Row(NamedTuple):
    """A sentence that is said to restate what stands in those of the article, what it is, and by whom it is told if anybody."""

    verdict: str
    article: Article
    numbers: list[int]
    said: str
    sources: Sequence[str] = ()

    @property
    def faithful(self) -> bool:
        return self.verdict == "faithful"

    def stands(self) -> bool:
        """Whether the checks let it pass."""
        return not problems(self.article, self.said, self.numbers, self.sources)


def rows(*tables: str) -> list[Row]:
    found: list[Row] = []
    for table in tables:
        data: dict[str, Any] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))
        cut = article_of_lines if data.get("one_line_is_one_sentence") else article
        for passage in data["passage"]:
            text = cut(passage["text"].strip(), passage["language"])
            found += [Row(row[0], text, *row[1:]) for row in passage["rows"]]
    return found


def passed(of: list[Row]) -> list[tuple[str, str]]:
    """The lies that the checks let pass."""
    return [(row.verdict, row.said) for row in of if not row.faithful and row.stands()]


def refused(of: list[Row]) -> list[str]:
    """The faithful ones that they do not."""
    return [row.said for row in of if row.faithful and not row.stands()]


@pytest.mark.parametrize("table", TUNED)
def test_no_lie_passes(table: str) -> None:
    """Flipped negations, swapped names, changed numbers, dropped hedges and their like are all caught."""
    assert passed(rows(table)) == []


@pytest.mark.slow
def test_few_faithful_ones_are_refused() -> None:
    """Pronouns resolved, cues dropped, voice and order changed: nearly all of it stands."""
    faithful = [row for row in rows(*TUNED) if row.faithful]

    left_out = refused(faithful)

    assert len(left_out) <= REFUSED_AT_MOST * len(faithful), left_out


@pytest.mark.parametrize("table", KNOWN)
def test_what_is_misjudged_only_falls(table: str) -> None:
    """Where the checks do not hold yet, no more is misjudged than is known."""
    lies, faithful = KNOWN[table]

    seen = rows(table)
    believed, left_out = passed(seen), refused(seen)

    assert len(believed) <= lies, believed
    assert len(left_out) <= faithful, left_out


def test_the_table_is_large_enough() -> None:
    """At least a thousand of each kind."""
    seen = rows(*TUNED, "held_out")

    assert sum(row.faithful for row in seen) >= 1000
    assert sum(not row.faithful for row in seen) >= 1000


def test_every_table_has_its_bound() -> None:
    """No rows are left out of what is counted."""
    assert {path.stem for path in TABLES.glob("*.toml")} == {*TUNED, *KNOWN}


def test_readme_shows_what_is_misjudged() -> None:
    """`python -m tests.claims.batches` writes its table."""
    assert shown_in_readme() == in_markdown()
