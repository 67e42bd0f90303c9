"""What stands in the way of an article is told apart, and what only looks like it is read."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot import errors
from bot.article.extract import article_of
from bot.article.page import Page

PAGES = Path(__file__).parent
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "pages.json").read_text(encoding="utf-8"))


def page(name: str) -> Page:
    row = EXPECTED[name]
    address = f"https://www.example.com/2026/10/{name}"
    return Page(
        (PAGES / name).read_bytes(),
        "text/html",
        url=address,
        final_url=address,
        status=row.get("status", 200),
        headers=row.get("headers", {}),
    )


def test_every_page_is_listed() -> None:
    """A page that nobody expects anything of is never read by a test."""
    assert set(EXPECTED) == {path.name for path in PAGES.glob("*.html")}


@pytest.mark.parametrize("name", [name for name, row in EXPECTED.items() if row["error"]])
def test_a_wall_is_named(name: str) -> None:
    """Each page that is no article raises the error that tells what was met."""
    with pytest.raises(getattr(errors, EXPECTED[name]["error"])):
        article_of(page(name))


@pytest.mark.parametrize("name", [name for name, row in EXPECTED.items() if not row["error"]])
def test_an_article_that_looks_like_a_wall_is_read(name: str) -> None:
    """An article about cookies, robots or subscriptions is an article."""
    assert len(article_of(page(name)).sentences) > 5
