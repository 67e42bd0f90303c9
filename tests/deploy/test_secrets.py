"""The operator's page on changing secrets: what it says of each is so, and nothing is lost meanwhile."""

import asyncio
from dataclasses import replace
from pathlib import Path

from pydantic import SecretStr

from bot.playground.transcript import transcript
from tests.model_answers import Failure, Said, fails
from tests.model_server import KEY, Asked, ModelServer, quotes
from tests.scenarios.scene import Town, at_work, town


def comes_again_soon(here: Town) -> None:
    """A Slack that brings what was not acknowledged again each second."""
    outbox = here.slack.backend.outbox
    outbox.timing = replace(outbox.timing, redelivery=(0.0, *[1.0] * 60))


async def test_deliveries_signed_with_the_new_secret_come_again_until_the_restart(tmp_path: Path) -> None:
    """The old bot refuses them; started with the new secret it answers, once."""
    async with town() as here:
        comes_again_soon(here)
        async with at_work(here, "http", tmp_path) as before:
            here.slack.backend.secrets.signing_secret = "0123456789abcdef0123456789abcdef"
            here.slack.deliver_over_http(f"http://127.0.0.1:{before.port}/slack/events")
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link("harbour-cranes"))
            await asyncio.sleep(1.5)
            assert before.replies(ts) == []
            assert {each.acked_after for each in here.slack.deliveries} == {None}

        async with at_work(here, "http", tmp_path) as after:
            await after.quiet()

    assert len(after.replies(ts)) == 1


async def test_a_second_app_token_takes_over_at_the_restart(tmp_path: Path) -> None:
    """What is pasted while the bot is down is answered by the one with the new token."""
    async with town() as here:
        comes_again_soon(here)
        async with at_work(here, "socket", tmp_path):
            here.slack.backend.secrets.app_token = "xapp-1-LOCAL-second"
        ts = await here.slack.say(here.ana, here.newsroom, here.site.link("harbour-cranes"))

        async with at_work(here, "socket", tmp_path) as after:
            await after.quiet()

    assert len(after.replies(ts)) == 1


def for_the_new_key(asked: Asked) -> Said | Failure:
    if asked.headers["Authorization"] == f"Bearer {KEY}":
        return quotes(asked)
    return fails(401, "Incorrect API key provided.", code="invalid_api_key")


async def test_the_rules_stand_in_until_the_models_new_key_is_there(tmp_path: Path) -> None:
    """With the withdrawn key a reading is the rules', and says so; after the restart it is the model's."""
    async with ModelServer() as server, town() as here:
        server.answer_with(for_the_new_key)
        model = {"openai_base_url": server.base_url, "openai_api_key": SecretStr("sk-withdrawn")}
        async with at_work(here, "socket", tmp_path, **model) as before:
            first = await before.paste(here.site.link("harbour-cranes"))
            await before.quiet()
        async with at_work(here, "socket", tmp_path, **model | {"openai_api_key": SecretStr(KEY)}) as after:
            second = await after.paste(here.site.link("tide-clock"))
            await after.quiet()

    assert "[Try again]" in transcript(before.replies(first)[-1])
    assert "[Try again]" not in transcript(after.replies(second)[-1])
