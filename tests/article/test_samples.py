"""The sample articles of this project, from page to text."""

import json
from pathlib import Path

import pytest

from bot.adapters.web.files import page_of_file
from bot.article.extract import article_of
from tests.bench.extract import f1

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.html")), ids=lambda path: path.stem)
def test_a_sample_is_read_as_expected(path: Path) -> None:
    """Title, outlet, people, time and language are right, and the text is the expected one almost to the word."""
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["article"]

    article = article_of(page_of_file(path))

    for name in ("title", "outlet", "published_at", "language"):
        assert getattr(article, name) == expected[name]
    assert list(article.byline) == expected["byline"]
    assert f1(article.text, expected["text"]) > 0.98


def test_the_score_of_two_texts() -> None:
    """The same words in any order are 1, none in common 0."""
    assert f1("the bridge is closed today", "today the bridge is closed") == 1.0
    assert f1("the bridge is closed today", "nobody knows why it happened") == 0.0
    assert round(f1("the bridge is closed today", "the bridge is open now again"), 2) == 0.55
