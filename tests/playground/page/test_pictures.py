"""README shows what there is."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.playground.page.pictures import DOCS, take
from tests.readme import README

pytestmark = pytest.mark.asyncio(loop_scope="session")


def pictures(folder: Path) -> dict[str, int]:
    """Name and size in bytes."""
    return {path.name: path.stat().st_size for path in folder.glob("*.png")}


@pytest.mark.slow
async def test_the_pictures_in_readme_can_be_taken_anew(browser: Browser, tmp_path: Path) -> None:
    """Each that README shows is in docs/, is compact, and is one of those that the script takes."""
    await take(browser, tmp_path)

    shown = set(re.findall(r"docs/([\w-]+\.png)", await asyncio.to_thread(README.read_text, "utf-8")))
    assert shown == set(pictures(tmp_path)) == set(pictures(DOCS))
    assert max(pictures(DOCS).values()) < 250_000
