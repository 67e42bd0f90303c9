"""A message of one's own is changed and deleted as in Slack's client, and a text too long for Slack does not go out."""

import pytest
from playwright.async_api import Locator, Page, expect

from bot.commands.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def say(page: Page, text: str, label: str = "Message #newsroom") -> Locator:
    await page.get_by_label(label).fill(text)
    await page.keyboard.press("Enter")
    message = page.get_by_label("Messages").locator(".message", has_text=text)
    await message.wait_for()
    return message


async def choose(page: Page, message: Locator, entry: str) -> None:
    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name=entry).click()


async def test_the_root_of_a_thread_is_edited_in_the_thread(page: Page) -> None:
    """From its menu there the box opens there; Escape closes the box and leaves the thread open."""
    message = await say(page, "What of the harbour?")
    await choose(page, message, "Copy text")
    await message.hover()
    await message.get_by_role("button", name="Reply in thread").click()
    thread = page.get_by_role("region", name="Thread")
    await expect(thread.get_by_role("textbox")).to_be_focused()

    await choose(page, thread.locator(".message").first, "Edit message")

    box = thread.get_by_label("Edit message")
    await expect(box).to_be_focused()
    await expect(page.get_by_label("Edit message")).to_have_count(1)
    await page.keyboard.type("!")
    await page.keyboard.press("Escape")
    await expect(box).to_have_count(0)
    await expect(thread.locator(".message").first).to_be_focused()
    await expect(thread).to_contain_text("What of the harbour?")


async def test_arrow_up_edits_ones_last_message(page: Page, on: Stage) -> None:
    """In the empty box; Enter while a word is being composed is the composer's; what arrives meanwhile takes nothing away."""
    await say(page, "First")
    message = await say(page, "Secnd")
    box = page.get_by_label("Message #newsroom")

    await box.press("ArrowUp")
    field = page.get_by_label("Edit message")
    await expect(field).to_have_value("Secnd")
    await field.fill("Second")
    await field.dispatch_event("keydown", {"key": "Enter", "isComposing": True, "bubbles": True})
    await on.slack.say(
        on.slack.add_user("ana"), on.channel, "Second what?", thread_ts=on.slack.messages(on.channel)[-1]["ts"]
    )
    await expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    await expect(field).to_be_focused()
    await expect(field).to_have_value("Second")
    await page.keyboard.press("Enter")

    await expect(page.get_by_label("Messages").locator(".message", has_text="Second(edited)")).to_be_visible()
    await expect(field).to_have_count(0)
    await expect(message).to_have_count(0)
    await expect(box).to_be_focused()


async def test_an_edit_that_leaves_nothing_offers_to_delete(page: Page) -> None:
    """As Slack does: Cancel goes back to the box, Delete takes the message away."""
    message = await say(page, "Never mind")
    await page.get_by_label("Message #newsroom").press("ArrowUp")
    field = page.get_by_label("Edit message")
    await field.fill(" ")

    await page.keyboard.press("Enter")
    await page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Cancel").click()
    await expect(field).to_be_focused()
    await page.keyboard.press("Enter")
    await page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Delete").click()

    await expect(message).to_have_count(0)
    await expect(page.get_by_text("(edited)")).to_have_count(0)


async def test_the_root_of_a_living_thread_is_deleted(page: Page, on: Stage) -> None:
    """What stands in its place is nobody's; the thread goes on."""
    message = await say(page, "Gone soon")
    ts = on.slack.messages(on.channel)[-1]["ts"]
    await on.slack.say(on.slack.add_user("ana"), on.channel, "Still here", thread_ts=ts)
    await page.get_by_role("button", name="1 reply").wait_for()

    await choose(page, message, "Delete message")
    await page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Delete").click()

    gone = page.get_by_label("Messages").locator(".message", has_text="This message was deleted.")
    await expect(gone).to_be_visible()
    await expect(gone.get_by_text("Slackbot")).to_have_count(0)
    await gone.get_by_role("button", name="1 reply").click()
    await expect(page.get_by_role("region", name="Thread")).to_contain_text("Still here")


async def test_a_text_too_long_for_slack_stays_in_the_box(page: Page, on: Stage) -> None:
    """However long it is, the page says by how much and goes on; at 12,000 characters it goes out."""
    box = page.get_by_label("Message #newsroom")
    page.set_default_timeout(5_000)

    await box.fill("/claims " + "x" * 299_992)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("288,000 characters too many: Slack takes 12,000 in a message.")).to_be_visible()
    await expect(page.get_by_role("main").get_by_role("button", name="Send")).to_be_disabled()
    await box.fill("/claims " + "x" * 11_992)
    await page.keyboard.press("Enter")

    await expect(box).to_have_value("")
    await on.slack.until(lambda: any(each.kind == "slash_commands" for each in on.slack.deliveries))
    sent = next(each for each in on.slack.deliveries if each.kind == "slash_commands")
    assert (sent.payload["command"], len(sent.payload["text"])) == ("/claims", 11_992)
