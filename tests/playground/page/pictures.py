"""The pictures that README shows. `python -m tests.playground.page.pictures` takes them anew into docs/."""

import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright

from bot.commands.stage import Stage, stage
from bot.settings import Settings
from tests.chromium import CHROMIUM
from tests.model_server import ModelServer
from tests.nursery import NURSERY
from tests.playground.page.watched import watched
from tests.scenarios.lab import model

DOCS = Path(__file__).parents[3] / "docs"


async def take(browser: Browser, folder: Path) -> None:
    """A thread with its claims in light and in dark; the panel with a model's request, its answers scripted."""
    async with AsyncExitStack() as stack:
        kept = [Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2)]
        server = await stack.enter_async_context(ModelServer())
        plain = await stack.enter_async_context(stage(Settings(), kept[0], nursery=NURSERY))
        modelled = await stack.enter_async_context(
            stage(server.answer_with(model()).settings(), kept[1], nursery=NURSERY)
        )
        await _thread(browser, plain, folder)
        await _wire(browser, modelled, folder)


async def _thread(browser: Browser, on: Stage, folder: Path) -> None:
    async with watched(browser, on.address, reduced_motion="reduce") as page:
        await _read(page)
        await page.get_by_role("region", name="Thread").get_by_role("textbox").fill("Who denies it?")
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="3 replies").wait_for()
        await page.get_by_role("region", name="Thread").locator(".scroller").evaluate("(each) => (each.scrollTop = 0)")
        await _shoot(page, folder / "playground-light.png", "light")
        await _shoot(page, folder / "playground-dark.png", "dark")


async def _wire(browser: Browser, on: Stage, folder: Path) -> None:
    async with watched(browser, on.address, reduced_motion="reduce") as page:
        await _read(page)
        await page.get_by_role("button", name="On the wire").click()
        await page.get_by_role("list", name="Model").locator("summary").first.click()
        await page.get_by_role("list", name="Wire").locator("summary").filter(has_text="chat.postMessage").first.click()
        await page.get_by_role("heading", name="Arguments").scroll_into_view_if_needed()
        await _shoot(page, folder / "wire.png", "light")


async def _read(page: Page) -> None:
    await page.get_by_role("button", name="newsroom").click()
    await page.get_by_role("button", name="Port cranes").click()
    await page.get_by_role("button", name="Mark this reply as good").wait_for()


async def _shoot(page: Page, path: Path, scheme: Literal["light", "dark"]) -> None:
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await page.mouse.move(0, 0)
    await page.screenshot(path=path, animations="disabled", caret="hide")


async def _main() -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM)
        await take(browser, DOCS)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(_main())
