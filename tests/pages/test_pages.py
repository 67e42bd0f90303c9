"""The list of hostile pages is sound."""

import json
from pathlib import Path
from typing import Any

from bot import errors

PAGES = Path(__file__).parent


def listed() -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = json.loads((PAGES / "pages.json").read_text(encoding="utf-8"))
    return rows


def test_every_page_is_listed() -> None:
    """A page that nobody expects anything of is never read by a test."""
    assert set(listed()) == {path.name for path in PAGES.glob("*.html")}


def test_every_expectation_is_a_page_error() -> None:
    """What a page is said to raise is a class of the error tree, under `PageError`."""
    for name, row in listed().items():
        expected = row["error"]
        assert expected is None or issubclass(getattr(errors, expected), errors.PageError), name


def test_some_pages_only_look_like_walls() -> None:
    """Refusing everything would fail: among the pages are articles."""
    assert sum(row["error"] is None for row in listed().values()) >= 3
