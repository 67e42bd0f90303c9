"""A browser at the playground: Debian's Chromium, driven by Playwright, in front of the real bot."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, async_playwright

from bot.commands.stage import Stage, stage
from bot.settings import Settings
from tests.chromium import CHROMIUM
from tests.nursery import NURSERY
from tests.playground.page.watched import watched


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One browser for all tests of a run, which then share its event loop."""
    if CHROMIUM is None:
        pytest.skip("no Chromium")
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=CHROMIUM)
        yield running
        await running.close()


@pytest_asyncio.fixture(loop_scope="session")
async def on(tmp_path: Path) -> AsyncIterator[Stage]:
    """The local Slack with the bot in it, as `claims-bot demo` sets it up."""
    async with stage(Settings(), tmp_path, nursery=NURSERY) as playing:
        yield playing


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, on: Stage) -> AsyncIterator[Page]:
    """The playground in #newsroom."""
    async with watched(browser, on.address) as opened:
        await opened.get_by_role("button", name="newsroom").click()
        yield opened
