"""Connections to Slack that go and come: every link is answered, once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import aiohttp
import pytest

from bot.playground.articles import SHOWCASE
from bot.playground.server import LocalSlack
from bot.root import serving
from tests.nursery import NURSERY
from tests.scenarios.scene import Scene, at_work, town

Trouble = Callable[[LocalSlack], Awaitable[None]]


@pytest.fixture
async def connected(tmp_path: Path) -> AsyncIterator[Scene]:
    """The bot over Socket Mode, with all its connections up."""
    async with town() as here, at_work(here, "socket", tmp_path) as scene:
        await up(here.slack, 2)
        yield scene


async def up(slack: LocalSlack, number: int) -> None:
    async with asyncio.timeout(10):
        while slack.connections != number:
            await asyncio.sleep(0.01)


async def cut(slack: LocalSlack) -> None:
    slack.cut_connections()


async def warn(slack: LocalSlack) -> None:
    await slack.disconnect("warning")


async def restart(slack: LocalSlack) -> None:
    """On the same port, a second later; tickets of before are good for nothing."""
    await slack.backend.socket.close()
    await slack.site.stop()
    await asyncio.sleep(1)
    await slack.site.start()


@pytest.mark.parametrize("trouble", [cut, warn, restart])
async def test_no_event_is_lost_when_connections_go(connected: Scene, trouble: Trouble) -> None:
    """Links pasted before, while and after all connections end get one reply each."""
    slack, link = connected.slack, connected.site.link(SHOWCASE)
    pastes = []
    for n in range(6):
        pastes.append(await slack.say(connected.ana, connected.newsroom, link))
        if n == 3:
            await trouble(slack)
    await connected.quiet()

    assert [len(connected.replies(ts)) for ts in pastes] == [1] * 6
    assert slack.lost == []


async def test_after_a_warning_the_new_connections_come_first(connected: Scene) -> None:
    """There is no moment without a connection."""
    await connected.slack.disconnect("warning")

    await up(connected.slack, 4)


async def test_readiness_tells_of_the_connection(tmp_path: Path) -> None:
    """Ready with one connection up, not ready with none, ready again by itself."""
    async with town() as here, at_work(here, "socket", tmp_path) as scene:
        settings = scene.bot.settings.model_copy(update={"database_url": f"sqlite:///{tmp_path}/other.sqlite3"})
        async with serving(settings, nursery=NURSERY) as (_, port), aiohttp.ClientSession() as session:

            async def ready() -> int:
                async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
                    return answer.status

            assert await ready() == 200
            await here.slack.backend.socket.close()
            await here.slack.site.stop()
            assert await ready() == 503
            await here.slack.site.start()
            async with asyncio.timeout(10):
                while await ready() != 200:
                    await asyncio.sleep(0.05)
