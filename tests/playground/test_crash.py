"""A bot that is killed: what it had not acked comes back to the next one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.playground.server import LocalSlack
from bot.playground.timing import Timing

ROOT = Path(__file__).parents[2]

BOT = """
import asyncio, os
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

async def main():
    app = AsyncApp(
        client=AsyncWebClient(os.environ["BOT_TOKEN"], base_url=os.environ["API_URL"]), process_before_response=True
    )

    @app.event("message")
    async def answer(event, client):
        if os.environ["BEHAVIOUR"] == "hang":
            await asyncio.sleep(60)
        await client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="answered")

    await AsyncSocketModeHandler(app, os.environ["APP_TOKEN"]).start_async()

asyncio.run(main())
"""


@contextmanager
def running(slack: LocalSlack, behaviour: str) -> Iterator["subprocess.Popen[bytes]"]:
    environment = os.environ | {
        "API_URL": slack.api_url,
        "BOT_TOKEN": slack.bot_token,
        "APP_TOKEN": slack.app_token,
        "BEHAVIOUR": behaviour,
    }
    with subprocess.Popen([sys.executable, "-c", BOT], cwd=ROOT, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.kill()


async def test_a_killed_bots_event_reaches_the_next_one() -> None:
    """An event taken but not acked when the process died is answered, once, by the process that follows."""
    timing = Timing(ack=1.0, redelivery=(0.0, 1.0, 1.0, 1.0))
    async with LocalSlack(timing=timing) as slack:
        ana = slack.add_user("ana")
        with running(slack, "hang") as first:
            await slack.until(lambda: slack.connections == 1, 20)
            ts = await slack.say(ana, slack.general, "anybody there?")
            await slack.until(lambda: len(slack.deliveries) == 1)
            first.send_signal(signal.SIGKILL)
            await slack.until(lambda: slack.connections == 0)
        with running(slack, "answer"):
            await slack.settled(20)
            await slack.until(lambda: len(slack.thread(slack.general, ts)) == 2)

    attempts = [each for each in slack.deliveries if each.payload["event"]["ts"] == ts]
    assert [each.acked_after is not None for each in attempts][-1]
    assert len(attempts) > 1
    assert len({each.event_id for each in attempts}) == 1


async def test_a_cut_after_accepting_hides_a_post_that_is_there(slack: LocalSlack) -> None:
    """With slack_sdk's default retries a post whose answer was lost stands there twice: metadata must be looked up."""
    patient = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
    slack.fail("chat.postMessage", drop_after_accept=True)

    await patient.chat_postMessage(channel=slack.general, text="once?")

    assert [message["text"] for message in slack.messages(slack.general)] == ["once?", "once?"]


@pytest.mark.parametrize("pause", [0.0, 0.1])
async def test_a_slow_answer_is_only_slow(slack: LocalSlack, client: AsyncWebClient, pause: float) -> None:
    """`delay` holds a call back and then lets it through."""
    slack.fail("auth.test", delay=pause)

    await client.auth_test()

    assert slack.calls[0].took >= pause
