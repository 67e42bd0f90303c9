"""A browser at the playground: Debian's Chromium, driven by Playwright, in front of the real bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright

from bot.commands.stage import Stage, stage
from bot.settings import Settings
from tests.chromium import CHROMIUM


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        await running.close()


@pytest.fixture
async def on(tmp_path: Path) -> AsyncIterator[Stage]:
    """The local Slack with the bot in it, as `claims-bot demo` sets it up."""
    async with stage(Settings(), tmp_path) as playing:
        yield playing


@pytest.fixture
async def page(browser: Browser, on: Stage) -> AsyncIterator[Page]:
    """The playground in #newsroom; at the end nothing was complained of, and nobody but the local Slack was asked."""
    opened = await browser.new_page(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(15_000)
    trouble: list[str] = []
    opened.on("console", lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("request", lambda asked: None if asked.url.startswith(on.address) else trouble.append(asked.url))
    await opened.goto(on.address)
    await opened.get_by_role("button", name="newsroom").click()
    yield opened
    await opened.close()
    assert trouble == []
