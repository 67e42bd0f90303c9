"""For everybody: by keyboard alone, with a screen reader, in light and dark, on a narrow screen."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.commands.stage import Stage
from tests.playground.page.barriers import barriers
from tests.playground.page.watched import watched

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_nothing_stands_in_the_way(page: Page, scheme: str) -> None:
    """axe-core finds no barrier: in a channel with its thread, in the panel, a menu, a modal, at App Home."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    thread = page.get_by_role("region", name="Thread")

    await page.get_by_role("button", name="Port cranes").click()
    await thread.get_by_role("button", name="All claims").wait_for()
    await page.get_by_role("button", name="On the wire").click()
    await page.locator(".wire-list summary").filter(has_text="chat.postMessage").first.click()
    found = {"thread and wire": await barriers(page)}
    await page.get_by_role("button", name="On the wire").click()
    await thread.get_by_role("button", name="More actions", exact=True).click()
    await page.get_by_role("menuitem", name="CSV").wait_for()
    found["menu"] = await barriers(page)
    await page.keyboard.press("Escape")
    await thread.get_by_role("button", name="All claims").click()
    await page.get_by_role("dialog", name="All claims").wait_for()
    found["modal"] = await barriers(page)
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="claims", exact=True).click()
    await page.get_by_role("tabpanel", name="Home").wait_for()
    found["home"] = await barriers(page)

    assert found == {"thread and wire": [], "menu": [], "modal": [], "home": []}


async def test_it_works_without_a_mouse(page: Page, on: Stage) -> None:
    """Write, go up to a message, open its thread, vote, come back: keys alone, and the focus is never lost."""
    focused = page.locator(":focus")

    await page.get_by_label("Message #newsroom").focus()
    await page.keyboard.type(on.link)
    await page.keyboard.press("Enter")
    vote = page.get_by_role("button", name="Mark this reply as good")
    await vote.wait_for()
    await page.keyboard.press("Shift+F6")
    await page.keyboard.press("ArrowUp")
    await expect(focused).to_have_attribute("aria-label", f"you: {on.link}")
    await vote.focus()
    await page.keyboard.press("Space")
    await expect(vote).to_have_attribute("aria-pressed", "true")
    await page.get_by_role("button", name="All claims").focus()
    await page.keyboard.press("Enter")
    await page.get_by_role("dialog", name="All claims").wait_for()
    await page.keyboard.press("Escape")
    await expect(focused).to_have_text("All claims")
    await page.keyboard.press("Escape")

    await expect(page.get_by_role("region", name="Thread")).to_be_hidden()
    await expect(focused).to_contain_text("1 reply")


async def test_enter_on_a_message_goes_into_its_thread(page: Page, on: Stage) -> None:
    """To what is said there, and back to the message; where nobody has answered, to the box to answer in."""
    thread, focused = page.get_by_role("region", name="Thread"), page.locator(":focus")
    await page.get_by_role("button", name="Port cranes").click()
    await expect(page.get_by_label("Message #newsroom")).to_be_focused()
    await thread.get_by_role("button", name="All claims").wait_for()
    await page.get_by_role("button", name="Close the thread").click()
    await page.get_by_label("Message #newsroom").fill("Nobody answers this.")
    await page.keyboard.press("Enter")
    await page.get_by_label("Messages").get_by_text("Nobody answers this.").wait_for()

    await page.get_by_label("Messages").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(thread.get_by_role("textbox")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(focused).to_have_attribute("aria-label", "you: Nobody answers this.")
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")

    await expect(thread.get_by_label("Thread").and_(page.locator(".messages"))).to_be_focused()
    await page.keyboard.press("ArrowDown")
    await expect(thread.locator(":focus")).to_have_count(1)


async def test_what_is_typed_on_a_message_goes_into_the_box_below(page: Page, on: Stage) -> None:
    """Who has come into a thread by its keys asks at once; nothing that is typed is lost."""
    thread = page.get_by_role("region", name="Thread")
    await page.get_by_role("button", name="Port cranes").click()
    await thread.get_by_role("button", name="All claims").wait_for()
    await page.get_by_label("Messages").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(thread.get_by_label("Thread").and_(page.locator(".messages"))).to_be_focused()

    await page.keyboard.type("Who?")

    await expect(thread.get_by_role("textbox")).to_have_value("Who?")


async def test_the_keys_are_told(page: Page) -> None:
    """Ctrl + / and a button at the top list what the keyboard does, F6 among it; Escape goes back to where one was."""
    box, told = page.get_by_label("Message #newsroom"), page.get_by_role("dialog", name="Keyboard")
    await box.focus()

    await page.keyboard.press("Control+/")
    await expect(told).to_contain_text("F6")
    assert await barriers(page) == []
    await page.keyboard.press("Escape")
    await expect(box).to_be_focused()
    await page.get_by_role("button", name="Keyboard").click()

    await expect(told).to_be_visible()


async def test_a_screen_reader_hears_who_says_what(page: Page) -> None:
    """What arrives is announced in the words of its `text`, with its author."""
    await page.get_by_role("button", name="Port cranes").click()

    await expect(page.locator("#said")).to_contain_text("claims: Port cranes in Tarnmouth sent data abroad")


async def test_it_fits_a_telephone(browser: Browser, on: Stage) -> None:
    """At 400 pixels one part is shown at a time, and nothing sticks out."""
    async with watched(browser, on.address, viewport={"width": 400, "height": 800}) as page:
        await page.get_by_role("button", name="Channels").click()
        await page.get_by_role("button", name="newsroom").click()
        await page.get_by_role("button", name="Port cranes").click()
        await page.get_by_role("button", name="1 reply").click()
        await page.get_by_role("button", name="All claims").wait_for()
        wide = await page.evaluate("document.documentElement.scrollWidth")
        found = await barriers(page)

    assert wide == 400
    assert found == []
