"""Several processes on one Postgres: any of them accepts, any of them works, every link gets one reply."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.playground.articles import SHOWCASE
from bot.root import serving
from bot.slack.drawing.actions import TRY_AGAIN
from tests.engines import a_ready_postgres_database
from tests.model_server import KEY, ModelServer, finds_nothing
from tests.nursery import NURSERY
from tests.scenarios.scene import at_work, town
from tests.scenarios.test_slack_down import SAMPLES


@pytest.mark.slow
async def test_two_processes_share_the_work_and_double_nothing(postgres_server: str, tmp_path: Path) -> None:
    """Ten pastes and a question, two processes: one reply each, and the question is answered from what was read."""
    with a_ready_postgres_database(postgres_server) as url:
        async with town() as here, at_work(here, "socket", tmp_path, database_url=url) as scene:
            async with serving(scene.bot.settings, accepting=False, nursery=NURSERY):
                pastes = [await here.slack.say(here.ana, here.newsroom, here.site.link(SHOWCASE)) for _ in range(10)]
                await scene.quiet()
                await scene.paste("Who denies it?", thread=pastes[3])

            assert [len(scene.replies(ts)) for ts in pastes] == [1, 1, 1, 2, 1, 1, 1, 1, 1, 1]


@pytest.mark.slow
async def test_together_they_ask_the_model_no_more_than_the_sum_of_their_limits(
    postgres_server: str, tmp_path: Path
) -> None:
    """Two processes with two requests a minute each: four reach the model, the rest is read by rules, and says so."""
    with a_ready_postgres_database(postgres_server) as url:
        async with ModelServer() as model, town() as here:
            model.answer_with(finds_nothing)
            settings = {"openai_base_url": model.base_url, "openai_api_key": SecretStr(KEY), "read_seconds": 3.0}
            limited = settings | {"database_url": url, "model_requests_per_minute": 2}
            async with at_work(here, "socket", tmp_path, **limited) as scene:
                async with serving(scene.bot.settings, accepting=False, nursery=NURSERY):
                    links = [here.site.link(name) for name in SAMPLES]
                    pastes = [await here.slack.say(here.ana, here.newsroom, link) for link in links]
                    await scene.quiet()

                said = [str(reply["blocks"]) for ts in pastes for reply in scene.replies(ts)]

        assert len(said) == len(SAMPLES)
        assert 1 <= len(model.requests) <= 4
        assert sum(TRY_AGAIN in each for each in said) >= len(SAMPLES) - len(model.requests)  # or the model was slow


async def test_a_thread_goes_on_in_another_process(postgres_server: str, tmp_path: Path) -> None:
    """What one process read, the next one that starts on the same database answers about."""
    with a_ready_postgres_database(postgres_server) as url:
        async with town() as here:
            async with at_work(here, "http", tmp_path, database_url=url) as before:
                ts = await before.paste(here.site.link(SHOWCASE))
            async with at_work(here, "http", tmp_path, database_url=url) as after:
                await after.paste("Who denies it?", thread=ts)

                assert len(after.replies(ts)) == 2
