"""SIGTERM in the middle of a reading: what can end does, the rest is handed back, and nothing is said twice."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.playground.articles import SHOWCASE
from tests.model_answers import says
from tests.model_server import KEY, ModelServer
from tests.scenarios.process import served
from tests.scenarios.scene import town
from tests.waiting import until

NOTHING: dict[str, list[str]] = {"sources": [], "claims": [], "denials": []}


@pytest.fixture
def terminal_may_close() -> Iterator[None]:
    """SIGHUP is heard also where these tests were started to outlive their terminal."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.slow
@pytest.mark.usefixtures("terminal_may_close")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
async def test_a_reading_that_ends_in_time_is_posted_before_the_exit(tmp_path: Path, number: signal.Signals) -> None:
    """The model answers three seconds after it was told to stop, or its terminal was closed: the reply stands, and the exit
    code is 0."""
    async with ModelServer() as model, town() as here:
        model.answer_with(lambda _: says(NOTHING, pause=1.5))
        async with served(here, tmp_path, OPENAI_BASE_URL=model.base_url, OPENAI_API_KEY=KEY) as bot:
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
            await until(lambda: model.open == 1)
            assert here.replies(ts) == 0

            code, seconds = await bot.stop(number)

            assert (code, here.replies(ts)) == (0, 1), bot.log.read_text()
            assert seconds < 15


@pytest.mark.slow
async def test_a_bot_that_was_started_to_outlive_its_terminal_does(tmp_path: Path) -> None:
    """As under `nohup`, where SIGHUP is ignored from the start: it goes on to read."""
    async with town() as here:
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            async with served(here, tmp_path) as bot:
                bot.process.send_signal(signal.SIGHUP)
                ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
                await until(lambda: here.replies(ts) == 1)

                assert bot.process.returncode is None
        finally:
            signal.signal(signal.SIGHUP, before)


@pytest.mark.slow
async def test_a_reading_that_does_not_end_is_handed_back(tmp_path: Path) -> None:
    """The model hangs: after the time for draining the process exits with 0, and its successor reads the link."""
    async with ModelServer() as model, town() as here:
        environment = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": KEY, "CLAIMS_DRAIN_SECONDS": "1"}
        model.answer_with(lambda _: says(NOTHING, pause=60))
        async with served(here, tmp_path, **environment) as bot:
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE))
            await until(lambda: model.open == 1)

            code, seconds = await bot.stop()

            assert (code, here.replies(ts)) == (0, 0), bot.log.read_text()
            assert seconds < 15  # twenty unless the setting says otherwise
        model.answer_with(lambda _: says(NOTHING))
        async with served(here, tmp_path, **environment):
            await until(lambda: here.replies(ts) == 1)
            await asyncio.sleep(0.5)

            assert here.replies(ts) == 1
            assert here.slack.lost == []
