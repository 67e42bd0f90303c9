"""Every block and element that the local Slack takes can be seen and used at the page."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.page.about import About, Shortcut
from bot.playground.server import LocalSlack
from tests.playground.page import gallery
from tests.playground.page.watched import watched
from tests.playground.transports import over_socket

pytestmark = pytest.mark.asyncio(loop_scope="session")

Body = dict[str, Any]
ANY = re.compile(".*")


@dataclass
class Studio:
    """A local Slack with an app that notes what it is sent, and the page in front of it."""

    slack: LocalSlack
    page: Page
    sent: list[Body] = field(default_factory=list)

    async def post(self, blocks: list[Body]) -> None:
        client = AsyncWebClient(self.slack.bot_token, base_url=self.slack.api_url)
        await client.chat_postMessage(channel=self.slack.general, text="gallery", blocks=blocks)

    @property
    def acted(self) -> list[tuple[str, Any]]:
        """Each action_id with what was chosen."""
        actions = [body["actions"][0] for body in self.sent if body["type"] == "block_actions"]
        wanted = ("value", "selected_option", "selected_options", "selected_user", "selected_date")
        return [(each["action_id"], next((each[name] for name in wanted if name in each), None)) for each in actions]


@pytest_asyncio.fixture(loop_scope="session")
async def studio(browser: Browser) -> AsyncIterator[Studio]:
    slack = LocalSlack()
    ana = slack.add_user("ana")
    slack.show_page(About(ana, shortcuts=[Shortcut("everything", "Everything", "global")]))
    async with slack, watched(browser, slack.backend.url) as page:
        app = AsyncApp(name="studio", client=AsyncWebClient(slack.bot_token, base_url=slack.api_url))
        made = Studio(slack, page)

        @app.middleware
        async def note(body: Body, next_: Any) -> None:
            made.sent.append(body)
            await next_()

        @app.action(ANY)
        async def acted(ack: AsyncAck) -> None:
            await ack()

        @app.options(ANY)
        async def towns(ack: AsyncAck, body: Body) -> None:
            await ack(options=gallery.options(*(name for name in ("Tarnmouth", "Calder") if body["value"] in name)))

        @app.shortcut("everything")
        async def everything(ack: AsyncAck, body: Body, client: AsyncWebClient) -> None:
            await ack()
            view = {
                "type": "modal",
                "callback_id": "all",
                "title": gallery.plain("All inputs"),
                "submit": gallery.plain("Send"),
                "blocks": gallery.inputs(),
            }
            await client.views_open(trigger_id=body["trigger_id"], view=view)

        @app.event("app_home_opened")
        async def home(event: Body, client: AsyncWebClient) -> None:
            opened = sum(body["type"] == "event_callback" for body in made.sent)
            greeting = {"type": "header", "text": gallery.plain(f"Opened {opened}")}
            await client.views_publish(
                user_id=event["user"], view={"type": "home", "blocks": [greeting, *gallery.SECTIONS, *gallery.inputs()]}
            )

        @app.view("all")
        async def filled(ack: AsyncAck, view: Body) -> None:
            wrong = view["state"]["values"]["b-line"]["line"]["value"] == "wrong"
            await (ack(response_action="errors", errors={"b-line": "Not this."}) if wrong else ack())

        async with over_socket(slack, app):
            yield made


async def test_the_gallery_is_complete() -> None:
    """Nothing that the local Slack takes is missing from what these tests look at."""
    shown = [*gallery.SECTIONS, *gallery.IN_MESSAGES, gallery.TABLE, *gallery.inputs()]

    assert gallery.all_kinds() - gallery.kinds(shown) == set()


async def test_every_block_is_drawn(studio: Studio) -> None:
    """Each stands in its message; none is left to a line that says the page cannot draw it."""
    for blocks in (gallery.SECTIONS, gallery.IN_MESSAGES, [gallery.TABLE]):
        await studio.post(blocks)

    await expect(studio.page.locator("[class*=block-]", has_text="Cranes sent data")).to_be_visible()
    for block in [*gallery.SECTIONS, *gallery.IN_MESSAGES, gallery.TABLE]:
        await expect(studio.page.locator(f".block-{block['type']}").first).to_be_attached()
    await expect(studio.page.get_by_text("cannot draw")).to_have_count(0)
    await expect(studio.page.get_by_role("heading", name="A header").first).to_be_visible()
    await expect(studio.page.get_by_role("cell", name="minister")).to_be_visible()


async def test_every_element_of_a_message_acts(studio: Studio) -> None:
    """What a person picks reaches the app as Slack would tell it, after the question where there is one."""
    page = studio.page
    await studio.post(gallery.SECTIONS)
    await studio.post(gallery.IN_MESSAGES)

    await page.get_by_role("button", name="Plain").click()
    await page.get_by_role("button", name="Danger").click()
    await page.get_by_role("button", name="No", exact=True).click()
    await page.get_by_role("button", name="Danger").click()
    await page.get_by_role("button", name="Do it").click()
    await page.get_by_role("button", name="More actions", exact=True).click()
    await page.get_by_role("menuitem", name="Close").click()
    await page.get_by_label("A fruit").select_option("Pears")
    await page.get_by_label("A person").select_option("@ana")
    await page.get_by_label("A town").fill("Ta")
    await page.get_by_role("option", name="Tarnmouth").click()
    await page.get_by_label("Plums").first.check()
    await page.get_by_role("button", name="Good").click()
    await page.get_by_role("button", name="Throw away").click()
    await studio.slack.until(lambda: len(studio.acted) == 9)

    ana = next(id_ for id_, user in studio.slack.backend.workspace.users.items() if user.name == "ana")
    town, pears, close, plums = gallery.options("Tarnmouth", "Pears", "Close", "Plums")
    assert studio.acted == [
        ("plain", "1"),
        ("danger", None),
        ("overflow", close),
        ("fruit", pears),
        ("user", ana),
        ("found", town),
        ("radio", plums),
        ("vote", "good"),
        ("bin", None),
    ]


async def test_every_input_of_a_modal_is_sent(studio: Studio) -> None:
    """What was filled in is in the view's state; an error of the app stands at its field, which gets the focus."""
    page = studio.page
    await page.get_by_role("button", name="Shortcuts").click()
    await page.get_by_role("menuitem", name="Everything").click()
    dialog = page.get_by_role("dialog", name="All inputs")

    await dialog.get_by_label("Label of line", exact=False).first.fill("wrong")
    await dialog.get_by_label("Label of number").fill("12")
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog.get_by_text("Please enter 9 or less.")).to_be_visible()
    await dialog.get_by_label("Label of number").fill("7")
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog.get_by_text("Not this.")).to_be_visible()
    await expect(dialog.get_by_label("Label of line", exact=False).first).to_be_focused()
    await dialog.get_by_label("Label of line", exact=False).first.fill("right")
    await dialog.get_by_label("Label of files").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a"}
    )
    await dialog.get_by_label("Label of founds").fill("Ca")
    await dialog.get_by_role("option", name="Calder").click()
    await dialog.get_by_label("Label of fruits").fill("pl")
    await page.keyboard.press("Enter")
    await dialog.get_by_label("Label of rich").fill("some words")
    await dialog.get_by_role("button", name="Send").click()
    await expect(dialog).to_be_hidden()

    values = studio.sent[-1]["view"]["state"]["values"]
    held = {name: value for inner in values.values() for name, value in inner.items()}
    assert [held[name]["value"] for name in ("line", "lines", "number", "email")] == ["right", "Two\nlines", "7", None]
    assert [each["name"] for each in held["files"]["files"]] == ["a.txt"]
    assert held["founds"]["selected_options"] == gallery.options("Calder")
    assert held["fruits"]["selected_options"] == gallery.options("Apples")
    assert held["checks"]["selected_options"] == gallery.options("Apples", "Pears")
    assert (held["date"]["selected_date"], held["time"]["selected_time"]) == ("2026-10-14", "10:30")
    assert held["rich"]["rich_text_value"]["type"] == "rich_text"


async def test_home_is_published_and_acts(studio: Studio) -> None:
    """Whoever looks at Home makes the app publish it, each time anew; its buttons and menus reach the app."""
    page = studio.page
    await page.get_by_role("button", name="claims", exact=True).click()
    home = page.get_by_role("tabpanel", name="Home")

    await expect(home.get_by_role("heading", name="Opened 1")).to_be_visible()
    await home.get_by_role("button", name="Plain").click()
    await home.get_by_label("A fruit").first.select_option("Plums")
    await page.get_by_role("tab", name="Messages").click()
    await expect(page.get_by_label("Message claims")).to_be_visible()
    await page.keyboard.press("ArrowLeft")

    await expect(home.get_by_role("heading", name="Opened 2")).to_be_visible()
    assert studio.acted == [("plain", "1"), ("fruit", gallery.options("Plums")[0])]
    assert studio.sent[1]["container"]["type"] == "view"
