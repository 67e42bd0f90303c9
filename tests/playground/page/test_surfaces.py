"""What stands beside the three moments: the window with all claims, votes, files, the app's Home."""

import pytest
from playwright.async_api import Browser, Page, expect

from bot.commands.stage import Stage
from tests.playground.page.watched import watched

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def read(page: Page) -> None:
    await page.get_by_role("button", name="Port cranes").click()
    await page.get_by_role("button", name="Mark this reply as good").wait_for()


async def test_all_claims_are_looked_through_in_a_modal(page: Page) -> None:
    """A select narrows the list down, a button turns the page, Escape closes it."""
    await read(page)
    await page.get_by_role("button", name="All claims").click()
    window = page.get_by_role("dialog", name="All claims")

    await window.get_by_role("button", name="Next page").click()
    await expect(window.get_by_text("A leak is not yet a spy.", exact=False).first).to_be_visible()
    await window.get_by_label("All sources").select_option(label="Tomas Relling · 2")
    await expect(window.get_by_text("1–2 of 2")).to_be_visible()
    await expect(window.get_by_text("Cargo cranes at the port of Tarnmouth passed")).to_have_count(0)
    await page.keyboard.press("Escape")

    await expect(window).to_be_hidden()


async def test_a_turned_page_begins_at_its_top(page: Page) -> None:
    """The focus stays on the button, for the page after, and in the window where the button is gone."""
    await read(page)
    await page.get_by_role("button", name="All claims").click()
    window = page.get_by_role("dialog", name="All claims")
    body, turn = window.locator(".dialog-body"), window.get_by_role("button", name="Next page")

    await turn.wait_for()
    while await turn.count():
        shown = await window.get_by_text("Page ", exact=False).first.text_content()
        await turn.focus()
        await page.keyboard.press("Enter")
        await expect(window.get_by_text(shown or "", exact=True)).to_have_count(0)

        assert await body.evaluate("(each) => each.scrollTop") == 0
        assert await window.evaluate("(each) => each.contains(document.activeElement)")
    await expect(body).to_be_focused()


async def test_a_vote_is_sent_and_shown(page: Page, on: Stage) -> None:
    """The button that was pressed stays pressed, whatever the message becomes; the app hears which it was."""
    await read(page)
    good, bad = page.get_by_role("button", name="as good"), page.get_by_role("button", name="Something is wrong")

    await good.click()

    await expect(good).to_have_attribute("aria-pressed", "true")
    await on.slack.until(lambda: any(each.type == "block_actions" and each.done for each in on.slack.deliveries))
    sent = next(each for each in on.slack.deliveries if each.type == "block_actions")
    assert (sent.payload["actions"][0]["value"], sent.failure) == ("good", "")
    assert await bad.count() <= 1


async def test_what_is_wrong_is_said_in_a_form(browser: Browser, page: Page, on: Stage) -> None:
    """Thumbs down opens one, in this window; without a kind it stays and says so; a reload keeps what is filled in."""
    await read(page)
    await page.get_by_role("button", name="Report something wrong").dblclick()
    form = page.get_by_role("dialog", name="What is wrong?")

    await form.get_by_role("button", name="Send").click()
    await expect(form.get_by_text("required")).to_be_visible()
    await form.get_by_label("A denial is missing").check()
    await form.get_by_label("Which claim").select_option(index=2)
    await form.get_by_label("In your words").fill("Lodestar denied this, too.")
    async with watched(browser, on.address) as other:
        await other.get_by_role("button", name="All claims").wait_for()
        await expect(other.get_by_role("dialog")).to_have_count(0)
    await page.reload()
    await form.get_by_role("button", name="Send").click()

    await expect(form).to_be_hidden()
    await on.slack.until(lambda: any(each.type == "view_submission" and each.done for each in on.slack.deliveries))
    sent = next(each for each in on.slack.deliveries if each.type == "view_submission")
    values = sent.payload["view"]["state"]["values"]
    assert values["what"]["what"]["selected_option"]["value"] == "missed_denial"
    assert values["comment"]["comment"]["value"] == "Lodestar denied this, too."
    assert sent.failure == ""


async def test_settings_with_no_domain_stay_open_and_say_so(page: Page) -> None:
    """What the app objects to stands at its field, which gets the focus."""
    box = page.get_by_label("Message #newsroom")
    await box.fill("/claims settings")
    await page.keyboard.press("Enter")
    form = page.get_by_role("dialog", name="Settings")

    await form.get_by_label("Domains to leave alone").fill("???")
    await form.get_by_role("button", name="Save").click()
    await expect(form.get_by_text("This is no domain: ???.")).to_be_visible()
    await expect(form.get_by_label("Domains to leave alone")).to_be_focused()
    await form.get_by_label("Domains to leave alone").fill("shop.example")
    await form.get_by_role("button", name="Save").click()

    await expect(form).to_be_hidden()


async def test_a_reading_is_exported(page: Page) -> None:
    """The menu under the reading has it as a file, which is looked at as a table and taken home."""
    await read(page)
    await page.get_by_role("region", name="Thread").get_by_role("button", name="More actions", exact=True).click()
    await page.get_by_role("menuitem", name="CSV").click()
    file = page.locator(".file")

    await file.get_by_role("button", name="Preview").click()
    await expect(file.get_by_role("cell", name="Ilse Brandvik").first).to_be_visible()
    await expect(file.get_by_text("In every row: outlet The Harbour Courier")).to_be_visible()
    async with page.expect_download() as download:
        await file.get_by_role("link", name="Download").click()
    assert (await download.value).suggested_filename.endswith(".csv")


async def test_a_message_is_linked_to_edited_answered_with_a_face_and_deleted(page: Page, on: Stage) -> None:
    """What people do with their own messages, from the message's own tools."""
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    box = page.get_by_label("Message #newsroom")
    await box.fill("Good mornin & *bold* <b>")
    await page.keyboard.press("Enter")
    message = page.get_by_label("Messages").locator(".message", has_text="Good mornin")

    await message.hover()
    await message.get_by_role("button", name="Add a reaction").click()
    await page.get_by_role("menuitem", name="eyes").click()
    await expect(message.get_by_role("button", name="eyes, 1")).to_have_attribute("aria-pressed", "true")
    await message.get_by_role("button", name="eyes, 1").click()
    await expect(message.get_by_role("button", name="eyes, 1")).to_have_count(0)
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="Copy link").click()
    await page.get_by_text("Link copied.").wait_for()
    ts = on.slack.messages(on.channel)[-1]["ts"]
    copied = await page.evaluate("navigator.clipboard.readText()")
    assert (
        copied
        == f"https://{on.slack.backend.workspace.team_domain}.slack.com/archives/{on.channel}/p{ts.replace('.', '')}"
    )
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="Edit message").click()
    await expect(page.locator(":focus")).to_have_value("Good mornin & *bold* <b>")
    await page.keyboard.press("End")
    await page.keyboard.type("!")
    await page.keyboard.press("Enter")
    await expect(message).to_contain_text("Good mornin & bold <b>!(edited)")
    await expect(message.locator("strong")).to_have_text("bold")
    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="Delete message").click()
    await page.get_by_role("dialog", name="Delete message").get_by_role("button", name="Delete").click()

    await expect(message).to_have_count(0)


async def test_the_menu_of_a_message_has_the_shortcut(page: Page, on: Stage) -> None:
    """Of a message in a channel that the bot is not in, only who asks gets the claims; then the bot is brought in."""
    elsewhere = on.slack.add_channel("elsewhere", members=[on.person], bot=False)
    await on.slack.say(on.slack.add_user("ana"), elsewhere, f"Have you seen {on.link}?")
    await page.get_by_role("button", name="elsewhere").click()
    message = page.get_by_label("Messages").locator(".message", has_text="Have you seen")

    await message.hover()
    await message.get_by_role("button", name="More message actions").click()
    await page.get_by_role("menuitem", name="List claims").click()

    answer = page.locator(".message", has_text="Only visible to you").first
    await expect(answer).to_contain_text("Cargo cranes at the port of Tarnmouth passed details")
    await page.get_by_role("button", name="Add claims").click()
    await expect(page.get_by_text("claims among them")).to_be_visible()
