"""A page that must not complain, and must not ask anybody but the local Slack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from playwright.async_api import Browser, Page

_SIZE = {"width": 1280, "height": 800}

_free: list[Page] = []
"""Windows that tests have left whole: to open and close one takes the browser longer than most of what is done in it."""


@asynccontextmanager
async def watched(
    browser: Browser, address: str, *, viewport: dict[str, int] | None = None, **options: Any
) -> AsyncIterator[Page]:
    """The page, opened; at the end nothing was complained of, and nobody else was asked.

    With `options` the window is new; without, nothing that a test did in it before is left.
    """
    size: Any = viewport or _SIZE
    page = _free.pop() if _free and not options else await browser.new_page(viewport=size, **options)
    trouble: list[str] = []
    hears = {
        "console": lambda said: trouble.append(said.text) if said.type in ("error", "warning") else None,
        "pageerror": lambda error: trouble.append(str(error)),
        "request": lambda asked: None if asked.url.startswith(address) else trouble.append(asked.url),
    }
    try:
        await page.set_viewport_size(size)
        page.set_default_timeout(15_000)
        for event, hear in hears.items():
            page.on(event, hear)  # type: ignore[call-overload]
        await page.goto(address)
        yield page
        assert trouble == []
    except BaseException:
        await page.close()
        raise
    for event, hear in hears.items():
        page.remove_listener(event, hear)
    await (page.close() if options else _clear(page))


async def _clear(page: Page) -> None:
    await page.evaluate("localStorage.clear(); sessionStorage.clear()")
    await page.goto("about:blank")
    await page.emulate_media(color_scheme="light", reduced_motion="no-preference")
    await page.context.clear_permissions()
    await page.mouse.move(0, 0)
    _free.append(page)
