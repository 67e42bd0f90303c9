"""The three moments, in the browser."""

from playwright.async_api import Page, expect

from bot.commands.stage import Stage


async def test_a_pasted_sample_fills_a_thread(page: Page, on: Stage) -> None:
    """One click pastes an article; its thread opens beside the channel and fills with the claims."""
    await page.get_by_role("button", name="Port cranes").click()

    await expect(page.get_by_label("Messages").get_by_role("link", name=on.link)).to_be_visible()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread.get_by_text("Denied by Veskara and Lodestar")).to_be_visible()
    await expect(thread.get_by_role("button", name="Mark this reply as good")).to_be_visible()
    await expect(thread.get_by_text("1 reply", exact=True)).to_be_visible()
