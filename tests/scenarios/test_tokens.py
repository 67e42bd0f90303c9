"""A workspace's tokens of a day: many links that begin at once take no more than there are."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.intake.allowance import Allowance
from bot.root import serving
from tests.engines import a_ready_postgres_database
from tests.model_answers import Answer, says
from tests.model_server import Asked, ModelServer, quotes
from tests.nursery import NURSERY
from tests.scenarios.process import served
from tests.scenarios.scene import Scene, at_work, town
from tests.scenarios.test_measured import read_by
from tests.scenarios.test_slack_down import SAMPLES
from tests.waiting import until

COST = 4_500
"""Tokens of one reading, which is about half of what is set aside for it."""

pytestmark = pytest.mark.slow


def slowly(asked: Asked) -> Answer:
    """A model that takes a second, so that all have begun before one is done."""
    return says(quotes(asked), usage=(COST - 500, 500), chunk=10_000, pause=1.0)


def quotes_for(tokens: int) -> Callable[[Asked], Answer]:
    """A model that answers with quotes, for so many tokens."""
    return lambda asked: says(quotes(asked), usage=(tokens - 10, 10))


@asynccontextmanager
async def scene_on(engine: str, server: str, folder: Path, model: ModelServer, **settings: Any) -> AsyncIterator[Scene]:
    """One process on SQLite; on Postgres two."""
    values: dict[str, Any] = read_by(model) | {"workspace_tokens_per_day": 22_000} | settings
    async with AsyncExitStack() as stack:
        if engine == "postgres":
            values["database_url"] = stack.enter_context(a_ready_postgres_database(server))
        here = await stack.enter_async_context(town())
        scene = await stack.enter_async_context(at_work(here, "socket", folder, **values))
        if engine == "postgres":
            other = serving(scene.bot.settings, accepting=False, nursery=NURSERY)
            await stack.enter_async_context(other)
        yield scene


async def used(scene: Scene) -> int:
    meter = Allowance(tokens_per_day=1).tokens(scene.slack.team_id, datetime.now(UTC))
    assert meter is not None
    return await scene.bot.store.meters.used(meter)


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_links_that_begin_at_once_take_no_more_tokens_than_there_are(
    engine: str, postgres_server: str, tmp_path: Path
) -> None:
    """Seven links, tokens for three or four of them: those are read, and whoever pasted the others is told so once, alone."""
    async with ModelServer() as model, scene_on(engine, postgres_server, tmp_path, model) as scene:
        model.answer_with(slowly)
        links = [scene.site.link(name) for name in SAMPLES[:7]]
        pastes = await asyncio.gather(*(scene.slack.say(scene.ana, scene.newsroom, link) for link in links))
        await scene.quiet()

        read = sum(len(scene.replies(ts)) for ts in pastes)
        (said,) = scene.whispered()
        assert read in (3, 4)
        assert await used(scene) == read * COST <= 22_000
        assert len(model.requests) == read
        assert "00:00 UTC" in said


async def test_a_process_that_is_killed_while_it_reads_leaves_nothing_counted_twice(tmp_path: Path) -> None:
    """The next one reads the link, and as many tokens are used as that took."""
    async with ModelServer() as model, town() as here:
        address = {"OPENAI_BASE_URL": model.base_url, "OPENAI_API_KEY": "key", "OPENAI_MODEL": "m"}
        limited = address | {"CLAIMS_WORKSPACE_TOKENS_PER_DAY": "22000"}
        model.answer_with(lambda asked: says(quotes(asked), pause=60))
        async with served(here, tmp_path, **limited) as bot:
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link(SAMPLES[0]))
            await until(lambda: model.open == 1)
            bot.process.kill()
            await bot.process.wait()

        model.answer_with(slowly)
        values: dict[str, Any] = read_by(model) | {"workspace_tokens_per_day": 22_000}
        async with at_work(here, "socket", tmp_path, **values) as scene:
            await scene.quiet()

            assert here.replies(ts) == 1
            assert await used(scene) == COST
            await scene.paste(here.site.link(SAMPLES[1]))
            assert await used(scene) == 2 * COST


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
@pytest.mark.parametrize("reader", ["auto", "openai"])
async def test_what_a_model_took_in_vain_is_counted(
    engine: str, reader: str, postgres_server: str, tmp_path: Path
) -> None:
    """Of a reading and of an answer that cannot be used, whether the rules stand in for it or not."""
    async with ModelServer() as model, scene_on(engine, postgres_server, tmp_path, model, reader=reader) as scene:
        model.answer_with(quotes_for(100))
        ts = await scene.paste(scene.site.link(SAMPLES[0]))
        model.answer_with(lambda _: says("No JSON, I am sorry.", usage=(90, 10)))
        await scene.paste("Who denies it?", thread=ts)
        await scene.paste(scene.site.link(SAMPLES[1]))

        assert len(model.requests) > 3
        assert await used(scene) == 100 * len(model.requests)


async def test_what_a_model_took_before_it_was_stopped_is_counted(tmp_path: Path) -> None:
    """A process is told to end while the model is asked again: its first answer is counted, and what the next process needs; of the
    request that was cut the server never said how much it took."""
    async with ModelServer() as model, town() as here:
        values: dict[str, Any] = read_by(model) | {"workspace_tokens_per_day": 22_000, "drain_seconds": 0.1}
        answers = iter([says("No JSON, I am sorry.", usage=(90, 10))])
        model.answer_with(lambda asked: next(answers, says(quotes(asked), pause=60)))
        async with at_work(here, "socket", tmp_path, **values):
            await here.slack.say(here.ana, here.newsroom, here.site.link(SAMPLES[0]))
            await until(lambda: len(model.requests) == 2)

        model.answer_with(quotes_for(100))
        async with at_work(here, "socket", tmp_path, **values) as scene:
            await scene.quiet()

            assert await used(scene) >= 200
