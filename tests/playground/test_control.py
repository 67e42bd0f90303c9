"""The local Slack in a process of its own, steered over HTTP."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

ROOT = Path(__file__).parents[2]
Steering = dict[str, str]


@pytest.fixture
def steering() -> Iterator[Steering]:
    """Addresses and tokens of a local Slack in another process."""
    command = [sys.executable, "-m", "bot.playground", "--port", "0", "--redelivery", "0,0.1"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.terminate()
        assert process.wait(10) == 0


async def steer(session: aiohttp.ClientSession, steering: Steering, act: str, **arguments: Any) -> Any:
    async with session.post(f"{steering['control']}{act}", json=arguments) as response:
        return await response.json()


async def look(session: aiohttp.ClientSession, steering: Steering, what: str, **query: str) -> Any:
    async with session.get(f"{steering['control']}{what}", params=query) as response:
        return await response.json()


async def test_people_act_over_http(steering: Steering) -> None:
    """A person speaks, the app answers over the Web API, and the thread is read out."""
    client = AsyncWebClient(steering["bot_token"], base_url=steering["api_url"])
    general = steering["general"]
    async with aiohttp.ClientSession() as session:
        ana = (await steer(session, steering, "add_user", name="ana"))["result"]
        ts = (await steer(session, steering, "say", user=ana, channel=general, text="hello"))["result"]
        await client.chat_postMessage(channel=general, text="hi", thread_ts=ts)
        thread = await look(session, steering, "thread", channel=general, ts=ts)
        calls = await look(session, steering, "calls")

    assert [message["text"] for message in thread["result"]] == ["hello", "hi"]
    assert [call["method"] for call in calls["result"]] == ["chat.postMessage"]


async def test_its_page_knows_that_the_bot_is_elsewhere(steering: Steering) -> None:
    """Whatever a model is asked there, it is not heard here."""
    page = steering["api_url"].removesuffix("api/")
    async with aiohttp.ClientSession() as session, session.ws_connect(f"{page}page/feed") as socket:
        whole = await socket.receive_json()

    assert whole["reader"]["model"] == "elsewhere"


async def test_wrong_acts_are_refused(steering: Steering) -> None:
    """An act Slack would refuse, one that lacks an argument, and one there is none of."""
    async with aiohttp.ClientSession() as session:
        ana = (await steer(session, steering, "add_user", name="ana"))["result"]
        refused = await steer(session, steering, "say", user=ana, channel="C0", text="hello")
        incomplete = await steer(session, steering, "say", user=ana)
        async with session.post(f"{steering['control']}__init__", json={}) as response:
            unknown = response.status

    assert refused["error"] == "channel_not_found"
    assert incomplete["error"].startswith("TypeError")
    assert unknown == 404


def test_a_taken_port_is_said_in_one_sentence(steering: Steering) -> None:
    """A second server on the same port stops with exit code 1."""
    port = steering["api_url"].split(":")[2].split("/")[0]
    second = subprocess.run(
        [sys.executable, "-m", "bot.playground", "--port", port], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert second.returncode == 1
    assert second.stderr.startswith(f"The local Slack cannot listen on port {port}: ")
    assert "Traceback" not in second.stderr
