"""Socket Mode: connections, envelopes, and what happens when they break."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack
from tests.playground.transports import heard_by


async def test_the_first_socket_delivery_says_attempt_zero(slack: LocalSlack, app: AsyncApp, ana: str) -> None:
    """In Socket Mode Bolt shows x-slack-retry-num 0 on the first delivery, so the header alone means nothing."""
    numbers: list[str] = []

    @app.event("message")
    async def listen(request: AsyncBoltRequest) -> None:
        numbers.extend(request.headers["x-slack-retry-num"])

    handler: Any = AsyncSocketModeHandler(app, slack.app_token)
    await handler.connect_async()
    await slack.say(ana, slack.general, "hello")
    await slack.settled()
    await handler.close_async()

    assert numbers == ["0"]


async def test_an_event_waits_for_a_new_connection(slack: LocalSlack, app: AsyncApp, ana: str) -> None:
    """After a cut the SDK reconnects by itself and the event still arrives."""
    heard = heard_by(app, "message")
    handler: Any = AsyncSocketModeHandler(app, slack.app_token, ping_interval=0.1)
    await handler.connect_async()
    assert slack.connections == 1

    slack.cut_connections()
    await slack.say(ana, slack.general, "still there?")
    await slack.settled()
    await handler.close_async()

    assert [event["text"] for event in heard] == ["still there?"]


async def test_a_disconnect_warning_moves_the_app(slack: LocalSlack, app: AsyncApp, ana: str) -> None:
    """Told to go, the SDK opens a new connection, and events go there."""
    heard = heard_by(app, "message")
    handler: Any = AsyncSocketModeHandler(app, slack.app_token)
    await handler.connect_async()

    await slack.disconnect("warning")
    await slack.until(lambda: sum(call.method == "apps.connections.open" for call in slack.calls) == 2)
    await slack.say(ana, slack.general, "and now?")
    await slack.settled()
    await handler.close_async()

    assert [event["text"] for event in heard] == ["and now?"]


async def test_several_connections_share_the_events(slack: LocalSlack, ana: str) -> None:
    """With two connections each event goes to one of them."""
    taken: dict[int, list[str]] = {1: [], 2: []}
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.create_task(_take(session, slack, taken[number])) for number in taken]
        await slack.until(lambda: slack.connections == 2)
        for number in range(6):
            await slack.say(ana, slack.general, f"message {number}")
        await slack.settled()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    assert sorted(taken[1] + taken[2]) == [f"message {number}" for number in range(6)]
    assert taken[1]
    assert taken[2]


async def _take(session: aiohttp.ClientSession, slack: LocalSlack, taken: list[str]) -> None:
    headers = {"Authorization": f"Bearer {slack.app_token}"}
    async with session.post(f"{slack.api_url}apps.connections.open", headers=headers) as response:
        url = (await response.json())["url"]
    async with session.ws_connect(url) as socket:
        async for frame in socket:
            envelope = json.loads(frame.data)
            if "envelope_id" in envelope:
                taken.append(envelope["payload"]["event"]["text"])
                await socket.send_json({"envelope_id": envelope["envelope_id"]})


async def test_a_connection_beyond_the_tenth_is_sent_away(slack: LocalSlack, client: AsyncWebClient) -> None:
    """Slack lets an app have ten."""
    async with aiohttp.ClientSession() as session:
        sockets = []
        for _ in range(11):
            url = (await client.apps_connections_open(app_token=slack.app_token))["url"]
            sockets.append(await session.ws_connect(str(url)))
        frames = [await socket.receive_json() for socket in sockets]
        for socket in sockets:
            await socket.close()

    assert [frame["type"] for frame in frames] == ["hello"] * 10 + ["disconnect"]
    assert frames[10]["reason"] == "too_many_websockets"


async def test_a_ticket_opens_one_connection(slack: LocalSlack, client: AsyncWebClient) -> None:
    """The address from apps.connections.open cannot be used twice."""
    url = str((await client.apps_connections_open(app_token=slack.app_token))["url"])
    async with aiohttp.ClientSession() as session:
        first = await session.ws_connect(url)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(url)
        await first.close()
