"""Commands, buttons, shortcuts and modals, over both transports."""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.playground.server import LocalSlack
from bot.playground.timing import Timing

Connect = Callable[[AsyncApp], Awaitable[None]]
Body = dict[str, Any]

PLAIN = {"type": "plain_text", "text": "x"}


def button(action_id: str, value: str) -> Body:
    return {"type": "button", "action_id": action_id, "text": PLAIN, "value": value}


async def test_a_command_is_answered_in_its_ack(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """What the ack carries is shown to the person alone."""
    commands: list[Body] = []

    @app.command("/claims")
    async def claims(ack: AsyncAck, command: Body) -> None:
        commands.append(command)
        await ack("Here is help.")

    await connect(app)

    outcome = await slack.slash(ana, slack.general, "/claims", "help")

    assert (outcome.delivered, outcome.error) == (True, None)
    assert [each["text"] for each in slack.ephemerals(slack.general, ana)] == ["Here is help."]
    assert (commands[0]["text"], commands[0]["channel_name"], commands[0]["user_name"]) == ("help", "general", "ana")
    assert slack.messages(slack.general) == []


async def test_a_command_answers_through_its_response_url(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """It works where the bot is not: for all to see, or for one."""
    elsewhere = slack.add_channel("elsewhere", [ana], bot=False)

    @app.command("/claims")
    async def claims(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond("for you")
        await respond("for all", response_type="in_channel")

    await connect(app)

    await slack.slash(ana, elsewhere, "/claims", "https://example.org")
    await slack.settled()

    assert [each["text"] for each in slack.ephemerals(elsewhere, ana)] == ["for you"]
    assert [each["text"] for each in slack.messages(elsewhere)] == ["for all"]


async def test_a_response_url_works_five_times(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """The sixth use is refused with HTTP 404."""
    app.command("/claims")(_acknowledge)
    await connect(app)
    outcome = await slack.slash(ana, slack.general, "/claims", "")
    webhook = AsyncWebhookClient(outcome.response_url)

    answers = [await webhook.send(text=f"answer {number}") for number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[5].body
    assert len(slack.ephemerals(slack.general, ana)) == 5


async def _acknowledge(ack: AsyncAck) -> None:
    await ack()


async def test_a_response_url_dies_and_checks_blocks(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """Blocks are checked as in a post; after its time the address is dead."""
    app.command("/claims")(_acknowledge)
    await connect(app)
    outcome = await slack.slash(ana, slack.general, "/claims", "")
    webhook = AsyncWebhookClient(outcome.response_url)

    refused = await webhook.send(text="x", blocks=[{"type": "section"}])
    for entry in slack.backend.response_urls.values():
        entry.until = 0.0
    late = await webhook.send(text="too late")

    assert (refused.status_code, "invalid_blocks" in refused.body) == (400, True)
    assert (late.status_code, "expired_url" in late.body) == (404, True)


async def test_commands_that_reach_nobody(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """In a thread, under an unknown name, and without the scope nothing is sent."""
    await connect(app)
    ts = await slack.say(ana, slack.general, "root")
    await slack.settled()
    before = len(slack.deliveries)

    in_thread = await slack.slash(ana, slack.general, "/claims", "help", thread_ts=ts)
    unknown = await slack.slash(ana, slack.general, "/clams", "help")
    slack.scopes.discard("commands")
    unscoped = await slack.slash(ana, slack.general, "/claims", "help")

    assert [each.error for each in (in_thread, unknown, unscoped)] == [
        "not_supported_in_threads", "dispatch_unknown_command", "missing_scope",
    ]  # fmt: skip
    assert len(slack.deliveries) == before


async def test_a_command_without_ack_fails_for_its_user(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """It is not tried again; the person is told."""
    calls: list[int] = []

    @app.command("/claims")
    async def claims() -> None:
        calls.append(1)
        raise RuntimeError("not now")

    await connect(app)
    slack.backend.outbox.timing = Timing(ack=0.2)

    outcome = await slack.slash(ana, slack.general, "/claims", "help")
    await slack.settled()

    assert outcome.error in {"operation_timeout", "dispatch_failed"}
    assert len(calls) == 1


async def test_a_pressed_button_carries_its_value_and_message(
    slack: LocalSlack, app: AsyncApp, client: AsyncWebClient, ana: str, connect: Connect
) -> None:
    """block_actions names the element, the message, the thread; the message can be replaced through response_url."""
    bodies: list[Body] = []

    @app.action("retry")
    async def retry(ack: AsyncAck, body: Body, respond: AsyncRespond) -> None:
        await ack()
        bodies.append(body)
        await respond("trying again", replace_original=True)

    await connect(app)
    root = await slack.say(ana, slack.general, "root")
    blocks = [{"type": "actions", "block_id": "b", "elements": [button("retry", "job-1")]}]
    posted = await client.chat_postMessage(channel=slack.general, text="failed", blocks=blocks, thread_ts=root)

    outcome = await slack.press(ana, slack.general, str(posted["ts"]), "retry")
    await slack.settled()

    assert outcome.delivered
    assert bodies[0]["actions"][0] | {"action_ts": ""} == button("retry", "job-1") | {"block_id": "b", "action_ts": ""}
    assert bodies[0]["message"]["thread_ts"] == bodies[0]["container"]["thread_ts"] == root
    assert slack.thread(slack.general, root)[1]["text"] == "trying again"


async def test_a_vote_carries_its_side(
    slack: LocalSlack, app: AsyncApp, client: AsyncWebClient, ana: str, connect: Connect
) -> None:
    """feedback_buttons send the value of the side that was pressed."""
    votes: list[str] = []

    @app.action("vote")
    async def vote(ack: AsyncAck, action: Body) -> None:
        await ack()
        votes.append(action["value"])

    await connect(app)
    up, down = ({"text": PLAIN, "value": value} for value in ("up", "down"))
    element = {"type": "feedback_buttons", "action_id": "vote", "positive_button": up, "negative_button": down}
    blocks = [{"type": "context_actions", "elements": [element]}]
    posted = await client.chat_postMessage(channel=slack.general, text="x", blocks=blocks)

    await slack.press(ana, slack.general, str(posted["ts"]), "vote", "positive")
    await slack.press(ana, slack.general, str(posted["ts"]), "vote", "negative")

    assert votes == ["up", "down"]


async def test_an_ephemeral_button_works_for_its_reader(
    slack: LocalSlack, app: AsyncApp, client: AsyncWebClient, ana: str, connect: Connect
) -> None:
    """Only the person who sees it can press it; it is deleted through response_url."""

    @app.action("dismiss")
    async def dismiss(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        await respond(delete_original=True)

    await connect(app)
    await slack.say(ana, slack.general, "hello")
    blocks = [{"type": "actions", "elements": [button("dismiss", "1")]}]
    posted = await client.chat_postEphemeral(channel=slack.general, user=ana, text="x", blocks=blocks)
    bob = slack.add_user("bob")

    with pytest.raises(LookupError):
        await slack.press(bob, slack.general, str(posted["message_ts"]), "dismiss")
    await slack.press(ana, slack.general, str(posted["message_ts"]), "dismiss")

    assert slack.ephemerals(slack.general, ana) == []


async def test_a_message_shortcut_reaches_a_thread(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """The thread-safe twin of a command carries the message it was used on."""
    bodies: list[Body] = []

    @app.shortcut("read_claims")
    async def shortcut(ack: AsyncAck, body: Body) -> None:
        await ack()
        bodies.append(body)

    await connect(app)
    root = await slack.say(ana, slack.general, "root")
    ts = await slack.say(ana, slack.general, "https://example.org", thread_ts=root)

    await slack.shortcut(ana, slack.general, ts, "read_claims")
    await slack.shortcut(ana, callback_id="read_claims")

    assert bodies[0]["message"]["thread_ts"] == root
    assert [body["type"] for body in bodies] == ["message_action", "shortcut"]


async def test_a_choice_in_a_menu_carries_its_option(
    slack: LocalSlack, app: AsyncApp, client: AsyncWebClient, ana: str, connect: Connect
) -> None:
    """Selects and overflow menus send the option that was chosen."""
    chosen: list[str] = []

    @app.action("pick")
    async def pick(ack: AsyncAck, action: Body) -> None:
        await ack()
        chosen.append(action["selected_option"]["value"])

    await connect(app)
    options = [{"text": PLAIN, "value": str(number)} for number in range(3)]
    elements = [{"type": "overflow", "action_id": "pick", "options": options}]
    blocks = [{"type": "actions", "elements": elements}]
    posted = await client.chat_postMessage(channel=slack.general, text="x", blocks=blocks)

    await slack.press(ana, slack.general, str(posted["ts"]), "pick", "2")
    with pytest.raises(LookupError):
        await slack.press(ana, slack.general, str(posted["ts"]), "pick", "9")

    assert chosen == ["2"]


async def test_a_dead_response_url_is_no_route(slack: LocalSlack) -> None:
    """An address that was never given out is refused like an expired one."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.backend.url}/response/T/1/R", json={}) as response,
    ):
        assert response.status == 404
