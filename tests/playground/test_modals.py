"""Modals and App Home: opened, filled, stacked, closed."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack

Connect = Callable[[AsyncApp], Awaitable[None]]
Body = dict[str, Any]

PLAIN = {"type": "plain_text", "text": "x"}
ENTRY = {
    "type": "input",
    "block_id": "question",
    "label": {"type": "plain_text", "text": "Question"},
    "element": {"type": "plain_text_input", "action_id": "text", "min_length": 3},
}
MODAL: Body = {
    "type": "modal",
    "title": PLAIN,
    "submit": PLAIN,
    "blocks": [ENTRY],
    "callback_id": "ask",
    "private_metadata": "m",
}


def button(action_id: str, value: str) -> Body:
    return {"type": "button", "action_id": action_id, "text": PLAIN, "value": value}


async def test_a_modal_is_opened_filled_and_submitted(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """The view carries what was typed; errors keep it open; an empty ack closes it."""
    asked: list[str] = []

    @app.shortcut("ask")
    async def shortcut(ack: AsyncAck, body: Body, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=MODAL)

    @app.view("ask")
    async def submitted(ack: AsyncAck, view: Body) -> None:
        text = view["state"]["values"]["question"]["text"]["value"]
        if not text.endswith("?"):
            await ack(response_action="errors", errors={"question": "Ask a question."})
            return
        asked.append(text)
        await ack()

    await connect(app)
    await slack.shortcut(ana, callback_id="ask")
    (view,) = slack.views

    refused = await slack.submit_view(view["id"], {"text": "no question"})
    still_open = len(slack.views)
    taken = await slack.submit_view(view["id"], {"text": "Who says so?"})

    assert (refused.answer or {})["errors"] == {"question": "Ask a question."}
    assert (still_open, len(slack.views), taken.error) == (1, 0, None)
    assert asked == ["Who says so?"]


async def test_the_client_refuses_what_the_modal_forbids(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """A required field left empty, or too short a text, does not leave the client."""
    view = (await client.views_open(trigger_id=slack.backend.trigger_for(ana), view=MODAL))["view"]

    with pytest.raises(ValueError, match="required"):
        await slack.submit_view(view["id"], {})
    with pytest.raises(ValueError, match="length"):
        await slack.submit_view(view["id"], {"text": "no"})


async def test_views_are_updated_pushed_and_closed(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """Answers to a submission change the stack; closing is told where the view asks for it."""
    closed: list[Body] = []
    answers: list[Body] = [
        {"response_action": "update", "view": MODAL | {"notify_on_close": True}},
        {"response_action": "push", "view": MODAL},
    ]

    @app.view("ask")
    async def submitted(ack: AsyncAck) -> None:
        await ack(**answers.pop(0))

    @app.view_closed("ask")
    async def on_closed(ack: AsyncAck, body: Body) -> None:
        closed.append(body)
        await ack()

    await connect(app)
    client = app.client
    view = (await client.views_open(trigger_id=slack.backend.trigger_for(ana), view=MODAL))["view"]
    await slack.submit_view(view["id"], {"text": "words"})
    await slack.submit_view(view["id"], {"text": "words"})
    stack = [each["previous_view_id"] for each in slack.views]
    await slack.close_view(slack.views[1]["id"])
    await slack.close_view(view["id"])

    assert stack == [None, view["id"]]
    assert [body["view"]["id"] for body in closed] == [view["id"]]
    assert slack.views == []


async def test_a_stack_holds_three_views(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """The fourth push is refused."""
    view = (await client.views_open(trigger_id=slack.backend.trigger_for(ana), view=MODAL))["view"]
    for _ in range(2):
        trigger = slack.backend.trigger_for(ana, view["id"])
        view = (await client.views_push(trigger_id=trigger, view=MODAL))["view"]

    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await client.views_push(trigger_id=slack.backend.trigger_for(ana, view["id"]), view=MODAL)


async def test_a_trigger_works_once_and_for_three_seconds(slack: LocalSlack, client: AsyncWebClient, ana: str) -> None:
    """Spent and late triggers are told apart."""
    trigger = slack.backend.trigger_for(ana)
    await client.views_open(trigger_id=trigger, view=MODAL)
    slack.backend.timing = replace(slack.backend.timing, trigger=-1.0)

    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await client.views_open(trigger_id=trigger, view=MODAL)
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        await client.views_open(trigger_id=slack.backend.trigger_for(ana), view=MODAL)
    with pytest.raises(SlackApiError, match="invalid_trigger_id"):
        await client.views_open(trigger_id="1.2.3", view=MODAL)


async def test_home_is_opened_and_published(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """App Home is set when somebody looks at it, and its buttons work."""
    pressed: list[str] = []
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [button("more", "7")]}]}

    @app.event("app_home_opened")
    async def opened(event: Body, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view=home)

    @app.action("more")
    async def more(ack: AsyncAck, action: Body) -> None:
        await ack()
        pressed.append(action["value"])

    await connect(app)
    await slack.open_home(ana)
    await slack.settled()
    view = slack.home(ana) or {}
    await slack.press_in_view(view["id"], "more")

    assert (view["type"], pressed) == ("home", ["7"])
