"""Who denies, in the turns of phrase of newspapers, each beside what only looks like it."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines


def _told() -> Iterator[tuple[str, str, str, str | None]]:
    """What was said, the sentence behind it, the kind of denial and who denies."""
    for group in tomllib.loads(Path(__file__).with_name("denied.toml").read_text("utf-8"))["group"]:
        for kind, sentences in group.items():
            for sentence in sentences if isinstance(sentences, list) else ():
                told, _, who = sentence.partition("|")
                yield group["said"].strip(), told, kind, who or None


@pytest.mark.parametrize(("said", "told", "kind", "who"), list(_told()))
def test_an_answer_is_told_from_what_looks_like_one(said: str, told: str, kind: str, who: str | None) -> None:
    """It is a denial of its kind by who gives it, and else none."""
    lines = f"{said}\n{told}"

    form = draft(article_of_lines(lines, "en")).form

    found = [denial for denial in form.denials if lines.count("\n") + 1 in denial.sentences]
    sources = [source for denial in found for source in form.sources if source.id in denial.sources]
    assert [denial.kind for denial in found] == ([kind] if who else [])
    assert [(source.name or "").removeprefix("The ") for source in sources] == ([who] if who else [])
