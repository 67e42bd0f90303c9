"""A start while Slack is away: the process is there, says that it is not ready, and begins when Slack answers."""

import asyncio
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest

from bot.playground.articles import SHOWCASE
from tests.scenarios.process import Served, begun, served
from tests.scenarios.scene import Town, town
from tests.waiting import until

pytestmark = pytest.mark.slow


async def look(bot: Served, path: str) -> tuple[int, object]:
    """Status and JSON of what the process tells of its health; 0 and None where nothing listens."""
    try:
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{bot.port}{path}") as answer:
            return answer.status, await answer.json(content_type=None)
    except aiohttp.ClientError:
        return 0, None


async def until_it_waits(bot: Served) -> None:
    async with asyncio.timeout(20):
        while (await look(bot, "/readyz"))[0] == 0:
            assert bot.process.returncode is None, bot.log.read_text()
            await asyncio.sleep(0.05)


async def accepted_but_not_read(here: Town, folder: Path) -> str:
    """A link whose bot was killed when it had taken it; the thread."""
    async with served(here, folder) as bot:
        ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
        await here.slack.settled()
        bot.process.kill()
        await bot.process.wait()
    return ts


async def test_a_process_waits_for_slack_and_says_so(tmp_path: Path) -> None:
    """Alive and not ready, for that one reason; then what was accepted before is answered."""
    async with town() as here:
        ts = await accepted_but_not_read(here, tmp_path)
        here.slack.fail("auth.test", status=503, times=None)
        async with begun(here, tmp_path) as bot:
            await until_it_waits(bot)
            assert await look(bot, "/healthz") == (200, {"ok": True})
            assert await look(bot, "/readyz") == (503, {"slack": False})

            here.slack.heal()
            await until(lambda: here.replies(ts) == 1, 20)

            assert (await look(bot, "/readyz"))[0] == 200


async def test_what_comes_over_http_while_a_process_waits_comes_again(tmp_path: Path) -> None:
    """It is told when to, since what is not found is not sent again by everybody, and answered once Slack is there."""
    async with town() as here:
        outbox = here.slack.backend.outbox
        outbox.timing = replace(outbox.timing, redelivery=(0.0, *[1.0] * 30))
        here.slack.fail("auth.test", status=503, times=None)
        over_http = {"SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": here.slack.signing_secret}
        async with begun(here, tmp_path, **over_http) as bot:
            await until_it_waits(bot)
            address = f"http://127.0.0.1:{bot.port}/slack/events"
            async with aiohttp.ClientSession() as session, session.post(address, json={}) as answer:
                assert (answer.status, answer.headers.get("Retry-After")) == (503, "30")
            here.slack.deliver_over_http(address)
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
            await asyncio.sleep(0.5)

            here.slack.heal()
            await until(lambda: here.replies(ts) == 1, 30)


async def test_a_process_that_waits_for_slack_can_be_stopped(tmp_path: Path) -> None:
    """SIGTERM ends it at once, and well."""
    async with town() as here:
        here.slack.fail("auth.test", status=503, times=None)
        async with begun(here, tmp_path) as bot:
            await until_it_waits(bot)

            code, seconds = await bot.stop()

            assert code == 0, bot.log.read_text()
            assert seconds < 5


async def test_a_token_that_is_withdrawn_meanwhile_ends_the_start(tmp_path: Path) -> None:
    """One sentence that names the setting, and exit 1: to wait would not help."""
    async with town() as here:
        here.slack.fail("auth.test", status=503, times=None)
        async with begun(here, tmp_path) as bot:
            await until_it_waits(bot)
            here.slack.heal()
            here.slack.fail("auth.test", error="invalid_auth", times=None)

            assert await bot.process.wait() == 1

            assert bot.log.read_text().splitlines()[-1].startswith("claims-bot: SLACK_BOT_TOKEN: ")


async def test_a_process_waits_for_a_network_that_is_not_up_yet(tmp_path: Path) -> None:
    """A machine that starts has no names at first: nothing answers at Slack's address."""
    async with town() as here, begun(here, tmp_path, SLACK_API_URL="http://127.0.0.1:1/api/") as bot:
        await until_it_waits(bot)

        assert await look(bot, "/readyz") == (503, {"slack": False})
