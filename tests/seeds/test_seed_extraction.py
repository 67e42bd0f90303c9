"""The sample pages, read as pages: what comes out is what the expectations say an article holds."""

from collections import Counter

import pytest

from bot.article.article import Article
from bot.article.extract import article_of
from bot.article.page import Page
from tests.seeds.gold import NAMES, SEEDS, load


def extracted(name: str) -> Article:
    body = (SEEDS / f"{name}.html").read_bytes()
    return article_of(Page(body=body, content_type="text/html", file_name=f"{name}.html"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_known_of_an_article_comes_from_its_page(name: str) -> None:
    """Title, outlet, byline, time, language and canonical address are those expected."""
    found, expected = extracted(name), load(name).article

    for field in ("title", "outlet", "byline", "published_at", "language", "canonical_url"):
        assert getattr(found, field) == getattr(expected, field), field


def test_paragraphs_are_found_and_little_else() -> None:
    """Over all samples, nearly every paragraph is found, and few of what surrounds it; the floors may only rise."""
    precision, recall = [], []

    for name in NAMES:
        expected = Counter(load(name).article.text.split("\n\n"))
        found = Counter(extracted(name).text.split("\n\n"))
        both = (expected & found).total()
        precision.append(both / found.total())
        recall.append(both / expected.total())

    assert sum(precision) / len(precision) >= 0.88
    assert sum(recall) / len(recall) >= 0.95
