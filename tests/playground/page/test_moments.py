"""The three moments, in the browser."""

import pytest
from playwright.async_api import Page, expect

from bot.commands.stage import Stage
from bot.playground.articles import seeds_folder

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_pasted_sample_fills_a_thread_and_is_asked(page: Page, on: Stage) -> None:
    """One press pastes an article, and so does a double one; its thread opens, fills with claims, answers a reply."""
    thread = page.get_by_role("region", name="Thread")

    await page.get_by_role("button", name="Port cranes").dblclick()
    await expect(page.get_by_label("Messages").get_by_role("link", name=on.link)).to_be_visible()
    await expect(thread.get_by_text("Denied by Veskara and Lodestar")).to_be_visible()
    await expect(thread.get_by_text("1 reply", exact=True)).to_be_visible()
    await thread.get_by_role("textbox").fill("Who denies the accusations?")
    await page.keyboard.press("Enter")

    await expect(thread.get_by_text("These sentences of the article come closest")).to_be_visible()
    await expect(page.get_by_role("button", name="3 replies")).to_be_visible()
    await expect(page.get_by_label("Messages").locator(".message")).to_have_count(1)
    sentence = await thread.get_by_role("link", name="sentence 12").first.get_attribute("href")
    assert (sentence or "").startswith(f"{on.link}#:~:text=")


async def test_a_link_is_pasted_by_hand(page: Page, on: Stage) -> None:
    """Any link will do, and so will a mention of the bot, chosen from what is offered while one types."""
    await page.get_by_label("Message #newsroom").fill("@cl")
    await page.get_by_role("option", name="@claims").click()
    await page.get_by_label("Message #newsroom").press_sequentially(on.link.replace("harbour-cranes", "tide-clock"))
    await page.keyboard.press("Enter")

    await expect(page.get_by_label("Messages").locator(".mention", has_text="@claims")).to_be_visible()
    await expect(
        page.get_by_role("region", name="Thread").get_by_role("link", name="The clock in Lowmere")
    ).to_be_visible()


async def test_a_command_answers_where_it_is_run(page: Page) -> None:
    """`/claims` and a text reads it; `recent` answers the asker alone, with a link that opens the thread."""
    box = page.get_by_label("Message #newsroom")
    article = "The mayor, Ina Holm, said on Monday that the bridge will close in May. " * 4

    await box.fill("/claims ")
    await box.press_sequentially(article)
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Ina Holm").first).to_be_visible()
    await page.get_by_role("button", name="Port cranes").click()
    await expect(page.get_by_role("region", name="Thread").get_by_text("No comment from Lodestar")).to_be_visible()
    await page.get_by_role("button", name="Close the thread").click()
    await box.fill("/claims recent")
    await page.keyboard.press("Enter")

    mine = page.get_by_label("Messages").locator(".message", has_text="Only visible to you").last
    await expect(mine).to_contain_text("Port cranes in Tarnmouth")
    await mine.get_by_role("link", name="thread").first.click()
    await expect(page.get_by_role("region", name="Thread")).to_be_visible()


async def test_back_goes_back_and_a_reload_stays(page: Page) -> None:
    """Each channel and thread is a place with an address, and what one was writing there waits in it."""
    box, thread = page.get_by_label("Message #newsroom"), page.get_by_role("region", name="Thread")
    await page.get_by_role("button", name="Port cranes").click()
    await thread.get_by_role("button", name="All claims").wait_for()

    await box.fill("to all")
    await thread.get_by_role("textbox").fill("to one")
    await page.reload()
    await expect(thread.get_by_role("textbox")).to_have_value("to one")
    await page.get_by_role("button", name="general").click()
    await expect(page.get_by_label("Message #general")).to_have_value("")
    await expect(thread).to_be_hidden()
    await page.go_back()
    await expect(box).to_have_value("to all")
    await expect(thread.get_by_role("textbox")).to_have_value("to one")
    await page.go_back()

    await expect(thread).to_be_hidden()
    await expect(box).to_have_value("to all")


async def test_what_slack_would_not_do_is_said(page: Page) -> None:
    """A command that nobody knows is refused, a playground that has stopped says so, and what was typed stays."""
    box = page.get_by_label("Message #newsroom")

    await box.fill("/nobody knows")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("alert").filter(has_text="/nobody is not a command here")).to_be_visible()
    await expect(box).to_have_value("/nobody knows")
    await box.fill("/claims help")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alert").filter(has_text="is not a command here")).to_have_count(0)
    await box.fill("/nobody knows")
    await page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError()) }")
    await page.keyboard.press("Enter")
    await expect(
        page.get_by_role("alert").filter(has_text="Start it again in a terminal with “make demo”")
    ).to_be_visible()
    await expect(box).to_have_value("/nobody knows")


async def test_a_shared_file_is_kept_and_shown(page: Page) -> None:
    """A file that is attached stands in the message, can be looked at, and can be had again."""
    sample = seeds_folder() / "tide-clock.html"
    page.on("filechooser", lambda chooser: chooser.set_files(sample))

    await page.get_by_role("main").get_by_role("button", name="Attach a file").click()
    await expect(page.get_by_role("button", name="Remove tide-clock.html")).to_be_visible()
    await page.get_by_role("main").get_by_role("button", name="Send").click()
    message = page.get_by_label("Messages").get_by_role("listitem", name="you: tide-clock.html")
    await message.get_by_role("button", name="1 reply").wait_for()
    await message.get_by_role("button", name="Preview").click()

    await expect(message.locator(".preview")).to_contain_text("The clock in Lowmere")
    async with page.expect_download() as download:
        await message.get_by_role("link", name="Download").click()
    assert (await (await download.value).path()).read_bytes() == sample.read_bytes()
