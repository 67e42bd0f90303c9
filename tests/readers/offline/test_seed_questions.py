"""Questions to the sample articles: answered where they tell, and nothing where they do not."""

import tomllib
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from bot.article.article import Article
from bot.evaluation import articles, gold
from tests.readers.offline.asking import answered

HERE = Path(__file__)
SEEDS = HERE.parents[3] / "seeds" / "gold.jsonl"
ASKED: list[dict[str, Any]] = tomllib.loads(HERE.with_name("seed_questions.toml").read_text("utf-8"))["article"]
# Of 30 each. May only fall.
MISSED_AT_MOST = 1
INVENTED_AT_MOST = 3


async def test_the_samples_do_not_say() -> None:
    """What an article leaves open gets no answer; what it tells gets the sentence that tells it."""
    missed = [question async for question in _missed()]
    invented = [question async for question in _invented()]

    assert len(missed) <= MISSED_AT_MOST, missed
    assert len(invented) <= INVENTED_AT_MOST, invented


async def _missed() -> AsyncIterator[str]:
    for page, asked in _pages():
        for question, n in asked["told"]:
            if n not in await answered(page, question):
                yield question


async def _invented() -> AsyncIterator[str]:
    for page, asked in _pages():
        for question in asked["untold"]:
            if await answered(page, question):
                yield question


def _pages() -> Iterator[tuple[Article, dict[str, Any]]]:
    rows = {row.id: row for row in gold.read([SEEDS])}
    return ((articles.of(rows[asked["seed"]]), asked) for asked in ASKED)
