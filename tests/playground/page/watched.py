"""A page that must not complain, and must not ask anybody but the local Slack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Page


@asynccontextmanager
async def watched(browser: Browser, address: str, **options: Any) -> AsyncIterator[Page]:
    """The page, opened; at the end nothing was complained of, and nobody else was asked."""
    page = await browser.new_page(**({"viewport": {"width": 1280, "height": 800}} | options))
    page.set_default_timeout(15_000)
    trouble: list[str] = []
    page.on("console", lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url))
    await page.goto(address)
    yield page
    await page.close()
    assert trouble == []
