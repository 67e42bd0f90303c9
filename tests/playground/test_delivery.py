"""Events reach the real Bolt app over both transports as Slack would bring them."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.delivery.http import HttpTransport
from bot.playground.server import LocalSlack
from bot.playground.timing import Timing
from tests.playground.transports import heard_by, over_http

Connect = Callable[[AsyncApp], Awaitable[None]]


async def test_a_pasted_link_arrives_as_a_link_element(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """What a person types becomes escaped text and rich_text blocks, as Slack's client makes them."""
    heard = heard_by(app, "message")
    await connect(app)

    await slack.say(ana, slack.general, "see https://example.org/a?b=1&c=2.")
    await slack.settled()

    assert heard[0]["text"] == "see <https://example.org/a?b=1&amp;c=2>."
    assert heard[0]["blocks"][0]["elements"][0]["elements"] == [
        {"type": "text", "text": "see "},
        {"type": "link", "url": "https://example.org/a?b=1&c=2"},
        {"type": "text", "text": "."},
    ]
    assert (heard[0]["channel_type"], heard[0]["user"]) == ("channel", ana)


async def test_a_mention_arrives_twice(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """A message that mentions the bot comes as `message` and as `app_mention`, with one ts and two event ids."""
    heard = heard_by(app, "message", "app_mention")
    await connect(app)

    ts = await slack.say(ana, slack.general, f"<@{slack.bot_user_id}> hello")
    await slack.settled()

    assert sorted(event["type"] for event in heard) == ["app_mention", "message"]
    assert {event["ts"] for event in heard} == {ts}
    assert len({each.event_id for each in slack.deliveries}) == 2


async def test_the_answer_stands_in_the_thread_and_comes_back(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """The app's own post is stored, shown in the thread, and delivered to the app with its bot_id."""
    heard: list[dict[str, Any]] = []

    @app.event("message")
    async def listen(event: dict[str, Any], client: AsyncWebClient) -> None:
        heard.append(event)
        if "bot_id" not in event:
            await client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="an *answer*")

    await connect(app)

    ts = await slack.say(ana, slack.general, "a question")
    await slack.settled()

    root, answer = slack.thread(slack.general, ts)
    assert (root["reply_count"], root["latest_reply"]) == (1, answer["ts"])
    assert (answer["text"], answer["thread_ts"], answer["user"]) == ("an *answer*", ts, slack.bot_user_id)
    assert [event.get("bot_id") for event in heard] == [None, answer["bot_id"]]
    assert heard[1]["parent_user_id"] == ana


async def test_edits_deletions_and_unfurls_arrive(slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect) -> None:
    """Changes come as subtypes of message, an unfurl as a change without an edit."""
    heard: list[dict[str, Any]] = []

    @app.event({"type": "message", "subtype": "message_changed"})
    @app.event({"type": "message", "subtype": "message_deleted"})
    async def listen(event: dict[str, Any]) -> None:
        heard.append(event)

    app.event("message")(_ignore)
    await connect(app)
    ts = await slack.say(ana, slack.general, "https://example.org")
    await slack.unfurl(slack.general, ts)
    await slack.edit(ana, slack.general, ts, "other words")
    await slack.delete(ana, slack.general, ts)
    await slack.settled()

    by_time = sorted(heard, key=lambda event: float(event["ts"]))
    assert [event["subtype"] for event in by_time] == ["message_changed", "message_changed", "message_deleted"]
    assert ["edited" in event.get("message", {}) for event in by_time] == [False, True, False]
    assert by_time[2]["deleted_ts"] == ts
    assert slack.messages(slack.general) == []


async def _ignore() -> None:
    pass


async def test_an_unacked_event_is_delivered_again(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """A listener that raises gives no ack; Slack comes back at once, then later, with the same event id."""
    attempts: list[tuple[str, str]] = []

    @app.event("message")
    async def fail_twice(request: AsyncBoltRequest, body: dict[str, Any]) -> None:
        attempts.append((body["event_id"], request.headers.get("x-slack-retry-num", ["none"])[0]))
        if len(attempts) < 3:
            raise RuntimeError("not now")

    await connect(app)
    slack.backend.outbox.timing = Timing(ack=0.5, redelivery=(0.0, 0.05, 0.1))
    await slack.say(ana, slack.general, "hello")
    await slack.settled()

    assert len({event_id for event_id, _ in attempts}) == 1
    assert [number for _, number in attempts][1:] == ["1", "2"]
    assert [each.acked_after is not None for each in slack.deliveries] == [False, False, True]
    assert slack.deliveries[1].retry_reason in {"timeout", "http_error"}
    assert slack.lost == []


async def test_an_event_nobody_takes_is_lost_after_four_attempts(slack: LocalSlack, ana: str) -> None:
    """Without any connection the attempts are spent, and the event is listed as lost."""
    slack.backend.outbox.timing = Timing(ack=0.02, redelivery=(0.0, 0.01, 0.01))

    await slack.say(ana, slack.general, "hello")
    await slack.settled()

    assert [each.attempt for each in slack.deliveries] == [0, 1, 2, 3]
    assert slack.lost == [slack.deliveries[0].event_id]


async def test_redelivery_and_duplicates_on_demand(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """The same event comes again under its own id, or under a new one, as Slack has been seen to do."""
    bodies: list[dict[str, Any]] = []

    @app.event("message")
    async def listen(body: dict[str, Any]) -> None:
        bodies.append(body)

    await connect(app)
    await slack.say(ana, slack.general, "hello")
    await slack.settled()
    event_id = bodies[0]["event_id"]
    slack.redeliver(event_id)
    slack.duplicate(event_id)
    await slack.settled()

    assert sorted(body["event_id"] == event_id for body in bodies) == [False, True, True]
    assert len({body["event"]["ts"] for body in bodies}) == 1


async def test_events_of_channels_without_the_bot_stay_away(slack: LocalSlack, ana: str) -> None:
    """What the bot is not in, or may not read, it does not hear of."""
    elsewhere = slack.add_channel("elsewhere", [ana], bot=False)
    slack.scopes.discard("im:history")

    await slack.say(ana, elsewhere, f"<@{slack.bot_user_id}> hello")
    await slack.say(ana, slack.direct(ana), "hello")

    assert slack.deliveries == []


@pytest.mark.parametrize(("secret", "skew"), [("another", 0.0), ("local-signing-secret", -301.0)])
async def test_a_bad_signature_is_refused_by_bolt(
    slack: LocalSlack, app: AsyncApp, ana: str, secret: str, skew: float
) -> None:
    """HTTP deliveries are signed: with another secret, or a time over five minutes off, Bolt refuses every attempt."""
    heard = heard_by(app, "message")
    async with over_http(slack, app):
        transport = slack.backend.outbox.transport
        assert isinstance(transport, HttpTransport)
        transport.signing_secret, transport.skew = secret, skew
        await slack.say(ana, slack.general, "hello")
        await slack.settled()

    assert heard == []
    assert {each.failure for each in slack.deliveries} == {"http_error"}


async def test_the_request_url_is_verified(slack: LocalSlack, app: AsyncApp) -> None:
    """Bolt echoes Slack's challenge."""
    async with over_http(slack, app):
        verified = await slack.verify_request_url()

    assert verified


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "localhost.example.org", "[2001:db8::1]"])
async def test_deliveries_stay_on_this_machine(slack: LocalSlack, host: str) -> None:
    """A request URL elsewhere is refused before anything is sent."""
    with pytest.raises(ValueError, match="loopback"):
        slack.deliver_over_http(f"http://{host}/slack/events")


async def test_three_hundred_messages_take_seconds(
    slack: LocalSlack, app: AsyncApp, ana: str, connect: Connect
) -> None:
    """The server keeps up with bursts far beyond Slack's own pace."""
    heard = heard_by(app, "message")
    await connect(app)

    started = time.perf_counter()
    for number in range(300):
        await slack.say(ana, slack.general, f"message {number} https://example.org/{number}")
    await slack.settled(timeout=30)

    assert len({event["ts"] for event in heard}) == 300
    assert time.perf_counter() - started < 15


async def test_links_of_registered_domains_are_shared_events() -> None:
    """link_shared comes for the manifest's domains only, with the scope, even where the bot is not."""
    async with LocalSlack(redelivery=(), timing=Timing(ack=0.01), link_domains=["example.org"]) as slack:
        slack.scopes.add("links:read")
        bob = slack.add_user("bob")
        elsewhere = slack.add_channel("elsewhere", [bob], bot=False)
        await slack.say(bob, elsewhere, "https://www.example.org/a and https://example.com/b")

        await slack.settled()
        (event,) = [each.payload["event"] for each in slack.deliveries]

    assert event["links"] == [{"url": "https://www.example.org/a", "domain": "example.org"}]
    assert event["is_bot_user_member"] is False


async def test_an_envelope_names_workspace_and_sharing() -> None:
    """On Enterprise Grid and in shared channels the payload says so."""
    async with LocalSlack(redelivery=(), timing=Timing(ack=0.01), enterprise_id="E0LOCAL") as slack:
        eve = slack.add_user("eve", team="T0OTHER")
        shared = slack.add_channel("shared", [eve], shared=True)
        await slack.say(eve, shared, "hello")
        await slack.settled()
        payload = slack.deliveries[0].payload

    assert (payload["enterprise_id"], payload["is_ext_shared_channel"]) == ("E0LOCAL", True)
    assert payload["event"]["user_team"] == "T0OTHER"
    assert payload["authorizations"][0]["team_id"] == slack.team_id
