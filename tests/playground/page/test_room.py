"""On small screens and at high zoom everything can be reached, read and written."""

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.commands.stage import Stage
from tests.playground.page.barriers import barriers
from tests.playground.page.watched import watched

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def height(place: Locator) -> float:
    box = await place.bounding_box()
    return box["height"] if box else 0


async def cut(page: Page, selector: str) -> list[str]:
    """The parts whose content does not fit in them or in the window, by their text."""
    found: list[str] = await page.locator(selector).evaluate_all(
        "(all) => all.filter((each) => each.checkVisibility() && (each.scrollWidth > each.clientWidth + 1 ||"
        " each.getBoundingClientRect().right > innerWidth + 1)).map((each) => each.textContent)"
    )
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("width", "tall"), [(640, 400), (320, 640), (320, 256)])
async def test_with_the_panel_open_there_is_room_for_what_one_looks_at(
    browser: Browser, on: Stage, width: int, tall: int
) -> None:
    """Zoomed in to 200 % and more, the panel takes the place of the conversation, and gives it back."""
    async with watched(browser, on.address, viewport={"width": width, "height": tall}) as page:
        await page.get_by_role("button", name="Channels").click()
        await page.get_by_role("button", name="newsroom").click()
        await page.get_by_role("button", name="Port cranes").click()
        await page.get_by_role("button", name="1 reply").wait_for()
        talk, wire = page.locator(".main .scroller"), page.get_by_role("list", name="Wire")

        alone = await height(talk)
        await page.get_by_role("button", name="On the wire").click()
        panel = await height(wire)
        await expect(page.get_by_label("Message #newsroom")).to_be_hidden()
        outside = await cut(page, ".filter, .wire-half > header, .reader")
        found = await barriers(page)
        await (
            page.locator(".wire-half > header")
            .get_by_role("button", name="Close the panel")
            .and_(page.locator(":visible"))
            .click()
        )
        await page.get_by_role("button", name="1 reply").click()
        thread = page.get_by_role("region", name="Thread")
        await expect(thread.get_by_role("textbox")).to_be_visible()
        beside = await cut(page, ".also")
        read = await height(thread.locator(".scroller"))
        wide = await page.evaluate("document.documentElement.scrollWidth")

    assert min(alone, panel, read) > 110
    assert (outside, beside, found, wide) == ([], [], [], width)
