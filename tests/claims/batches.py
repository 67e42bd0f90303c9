"""Tables of restatements by how they are written, and what of each the checks misjudge.

`python -m tests.claims.batches` writes README's table anew.
"""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).parent / "restatements"
TUNED = tuple(sorted(path.stem for path in TABLES.glob("tuned_*.toml")))
README = Path(__file__).parents[2] / "README.md"
_SHOWN = re.compile(r"(<!-- restatements -->\n)(.*?)(<!-- /restatements -->)", re.DOTALL)

KNOWN = {
    "held_out": (0, 1),
    "held_out_2": (3, 55),
    "held_out_3": (10, 18),
    "held_out_4": (5, 47),
    "held_out_5": (6, 17),
    "held_out_6": (2, 16),
    "held_out_7": (1, 18),
    "held_out_8": (0, 13),
    "held_out_9": (6, 42),
    "held_out_10": (4, 25),
    "held_out_11": (2, 42),
    "held_out_12": (12, 5),
    "held_out_13": (4, 9),
    "held_out_turned": (3, 6),
    "reworded": (3, 64),
    "prompted_1": (1, 6),
    "prompted_2": (3, 5),
    "prompted_3": (0, 9),
    "prompted_4": (2, 5),
    "prompted_5": (2, 10),
    "prompted_6": (1, 7),
    "prompted_7": (0, 7),
    "prompted_8": (3, 29),
    "prompted_9": (0, 4),
    "prompted_10": (0, 4),
    "recombined": (5, 0),
    "recombined_2": (5, 14),
    "recombined_3": (4, 5),
    "free_1": (1, 20),
    "free_2": (3, 20),
    "plain_a": (0, 5),
    "plain_b": (0, 2),
    "plain_d": (0, 5),
    "plain_structure": (3, 12),
    "plain_structure_2": (0, 0),
    "plain_structure_3": (2, 3),
    "plain_structure_4": (0, 10),
    "plain_identity": (3, 29),
    "plain_identity_2": (0, 6),
    "plain_fresh": (0, 9),
    "plain_xx": (2, 5),
    "plain_de": (1, 14),
    "plain_fres": (0, 14),
    "plain_tongues": (0, 4),
    "plain_tongues_2": (0, 5),
    "plain_tongues_3": (1, 14),
    "plain_turned": (1, 10),
    "plain_retold": (1, 22),
    "plain_close": (0, 16),
}
"""Lies that pass and faithful ones that are refused, at most, in the tables that the checks do not hold yet.

On the held-out ones no rule was ever tuned, and may not be.
"""

STYLES = (
    (
        "ordinary ones",
        ("plain_",),
        (
            "held_out",
            "held_out_6",
            "held_out_7",
            "held_out_8",
            "held_out_9",
            "held_out_10",
            "held_out_11",
            "held_out_12",
            "held_out_13",
            "held_out_turned",
        ),
    ),
    ("as a model writes them under our prompt", ("prompted_",), ("held_out_3", "held_out_5")),
    ("as a model writes that is asked for a plain sentence", ("free_",), ("held_out_4",)),
    ("with nearly every word another", ("reworded",), ("held_out_2",)),
    ("lies that recombine the article's own words", ("recombined",), ()),
)
"""How rows are written: the tables that rules were tuned on, by the beginning of their names, and those they never were."""


class Count(NamedTuple):
    """Rows of some tables, and how many of them are misjudged at most."""

    lies: int
    passed: int
    faithful: int
    refused: int


def counted(tables: list[str]) -> Count:
    verdicts = [row[0] for table in tables for passage in _passages(table) for row in passage["rows"]]
    faithful = verdicts.count("faithful")
    passed, refused = (sum(KNOWN[table][i] for table in tables) for i in (0, 1))
    return Count(len(verdicts) - faithful, passed, faithful, refused)


def _passages(table: str) -> list[dict[str, list[list[str]]]]:
    passages: list[dict[str, list[list[str]]]] = tomllib.loads((TABLES / f"{table}.toml").read_text("utf-8"))["passage"]
    return passages


def in_markdown() -> str:
    """README's table, in Markdown."""
    lines = [
        "| rows | lies that pass, of those tuned on | of those never looked at | faithful ones refused, of those tuned on | of those never looked at |",
        "|---|---|---|---|---|",
    ]
    for style, starts, unseen in STYLES:
        tuned = counted([each for each in KNOWN if each.startswith(starts)])
        fresh = counted(list(unseen))
        cells = (
            _share(tuned.passed, tuned.lies),
            _share(fresh.passed, fresh.lies),
            _share(tuned.refused, tuned.faithful),
            _share(fresh.refused, fresh.faithful),
        )
        lines.append(f"| {style} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole:,} ({part / whole:.0%})".replace("%", " %") if whole else ""


def shown_in_readme() -> str:
    found = _SHOWN.search(README.read_text(encoding="utf-8"))
    assert found is not None, "README has lost its table of restatements"
    return found[2]


def write() -> None:
    text = README.read_text(encoding="utf-8")
    README.write_text(_SHOWN.sub(lambda match: match[1] + in_markdown() + match[3], text), encoding="utf-8")


if __name__ == "__main__":
    write()
