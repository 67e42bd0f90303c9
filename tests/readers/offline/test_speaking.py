"""Who speaks, where the words before tell it: each passage an article of its own."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.readers.offline.reader import draft
from tests.claims.articles import article_of_lines

LINES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("speaking.toml").read_text("utf-8"))["line"]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"][-60:])
def test_who_speaks_in_the_last_line(line: dict[str, Any]) -> None:
    """The source of every claim there, by name or description."""
    article = article_of_lines(line["text"], line.get("language", "en"))

    form = draft(article).form

    sources = {source.id: f"{source.kind}: {source.name or source.role}" for source in form.sources}
    last = len(article.sentences)
    speaking = {sources[id_] for claim in form.claims if last in claim.sentences for id_ in claim.sources}
    assert speaking == ({line["who"]} if line["who"] else set())
