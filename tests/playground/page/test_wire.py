"""The panel: what went over the wire, beside what the model was asked and answered."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from bot.commands.stage import Stage, stage
from bot.playground.page.about import About
from bot.playground.server import LocalSlack
from tests.model_answers import Script, fails, says, web_page
from tests.model_server import KEY, ModelServer
from tests.nursery import NURSERY
from tests.playground.page.watched import watched
from tests.scenarios.lab import model

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_shows_both_directions(page: Page) -> None:
    """The event with its payload and the ack, the calls with their blocks and answers."""
    await page.get_by_role("button", name="On the wire").click()
    await page.get_by_role("button", name="Port cranes").click()
    await page.get_by_role("button", name="All claims").wait_for()
    wire = page.get_by_role("list", name="Wire")

    await wire.locator("summary").filter(has_text="message").filter(has_text="ack").first.click()
    await expect(wire).to_contain_text("event_callback")
    await page.get_by_role("button", name="From the app").click()
    await expect(wire.get_by_text("event_callback")).to_have_count(0)
    await wire.locator("summary").filter(has_text="chat.postMessage").first.click()
    await expect(wire).to_contain_text("rich_text")
    await expect(page.get_by_role("list", name="Model")).to_contain_text("the offline reader reads by rules")


async def test_what_another_process_asks_is_not_called_unasked(browser: Browser) -> None:
    """Where the bot runs apart from the local Slack, the panel says that it does not hear the model."""
    slack = LocalSlack()
    slack.show_page(About(slack.add_user("you"), model="elsewhere"))
    async with slack, watched(browser, f"{slack.backend.url}/") as page:
        await page.get_by_role("button", name="On the wire").click()

        await expect(page.get_by_role("list", name="Model")).to_contain_text("The bot is another process here")


@pytest_asyncio.fixture(loop_scope="session")
async def with_model(tmp_path: Path) -> AsyncIterator[Stage]:
    async with (
        ModelServer() as server,
        stage(server.answer_with(model()).settings(), tmp_path, nursery=NURSERY) as playing,
    ):
        yield playing


async def test_a_model_is_listened_to(browser: Browser, with_model: Stage) -> None:
    """With a model set, the panel has its instructions, the article it was sent and its answer; the key is nowhere."""
    async with watched(browser, with_model.address) as page:
        await expect(page.get_by_text("Reads with the model test-model")).to_be_visible()
        await page.get_by_role("button", name="newsroom").click()
        await page.get_by_role("button", name="On the wire").click()
        await page.get_by_role("button", name="Port cranes").click()
        asked = page.get_by_role("list", name="Model").locator("details").first
        await asked.locator("summary").first.click()

        await expect(asked.get_by_role("heading", name="system")).to_be_visible()
        await expect(asked).to_contain_text("Cargo cranes at the port of Tarnmouth passed details")
        await expect(asked).to_contain_text("tokens")
        await expect(asked.get_by_role("heading", name="Answer")).to_be_visible()
        await expect(asked).to_contain_text("anonymous")
        assert KEY not in await page.content()


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (fails(401, f"Incorrect API key provided: {KEY}."), "Incorrect API key provided: •••."),
        (web_page(), "<html>Sign in</html>"),
    ],
)
async def test_a_server_that_fails_is_quoted(browser: Browser, tmp_path: Path, said: Script, shown: str) -> None:
    """What it said instead of an answer stands at the call, without the key."""
    async with ModelServer() as server:
        settings = server.will(said).settings()
        async with stage(settings, tmp_path, nursery=NURSERY) as on, watched(browser, on.address) as page:
            await page.get_by_role("button", name="newsroom").click()
            await page.get_by_role("button", name="On the wire").click()
            await page.get_by_role("button", name="Port cranes").click()
            asked = page.get_by_role("list", name="Model").locator("details").first
            await asked.locator(".badge-bad").wait_for()
            await asked.locator("summary").first.click()

            await expect(asked.get_by_role("heading", name="What the server said")).to_be_visible()
            await expect(asked).to_contain_text(shown)
            await expect(asked.get_by_text("Nothing yet.")).to_have_count(0)
            assert KEY not in await page.content()


async def test_an_answer_that_was_not_taken_says_why(browser: Browser, tmp_path: Path) -> None:
    """Prose instead of the form: the call says so, and the next one was taken."""
    async with ModelServer() as server:
        server.will(says("The article says many things.")).answer_with(model())
        async with stage(server.settings(), tmp_path, nursery=NURSERY) as on, watched(browser, on.address) as page:
            await page.get_by_role("button", name="newsroom").click()
            await page.get_by_role("button", name="On the wire").click()
            await page.get_by_role("button", name="Port cranes").click()
            await page.get_by_role("button", name="Mark this reply as good").wait_for()
            calls = page.get_by_role("list", name="Model").locator(":scope > li")
            await calls.first.locator("summary").first.click()

            await expect(calls.first.get_by_text("did not pass the checks")).to_be_visible()
            await expect(calls.first.get_by_role("heading", name="Why it was not taken as it is")).to_be_visible()
            await expect(calls.first).to_contain_text("The article says many things.")
            await expect(calls.nth(1).get_by_text("did not pass the checks")).to_have_count(0)
