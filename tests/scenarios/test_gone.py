"""What was to be told has no place any more: the channel is archived, we were removed, the message was deleted."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from bot.playground.articles import SHOWCASE
from tests.engines import a_ready_postgres_database
from tests.model_answers import says
from tests.model_server import ModelServer, quotes
from tests.scenarios.scene import Scene, at_work, town
from tests.scenarios.test_measured import read_by
from tests.waiting import until

Meanwhile = Callable[[Scene, str], Awaitable[None]]


async def removed(scene: Scene, _: str) -> None:
    scene.slack.remove_bot(scene.newsroom)


async def archived(scene: Scene, _: str) -> None:
    scene.slack.archive(scene.newsroom)


async def deleted(scene: Scene, ts: str) -> None:
    await scene.slack.delete(scene.ana, scene.newsroom, ts)


async def asked_and(scene: Scene, text: str, meanwhile: Meanwhile) -> str:
    """Ana asks for the article, and something happens while its page is on its way; the ts."""
    page, coming = scene.site.pages[SHOWCASE], asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await coming.wait()
        return web.Response(body=page, content_type="text/html", charset="utf-8")

    scene.site.pages[SHOWCASE] = slow
    ts = await scene.slack.say(scene.ana, scene.newsroom, f"{text} {scene.site.link(SHOWCASE)}")
    await scene.slack.until(lambda: SHOWCASE in scene.site.visits)
    await meanwhile(scene, ts)
    coming.set()
    await scene.quiet()
    return ts


@pytest.mark.parametrize(("text", "meanwhile"), [("look:", removed), ("!claims", archived), ("look:", deleted)])
async def test_a_place_that_is_gone_meanwhile_ends_the_work(newsroom: Scene, text: str, meanwhile: Meanwhile) -> None:
    """Nothing is told anywhere but in the log, nothing is tried again and again, and what was read is kept."""
    with capture_logs() as logs:
        await asked_and(newsroom, text, meanwhile)

    (told,) = [each for each in logs if each["event"] == "nobody_to_tell"]
    assert (told["log_level"], told["kind"]) == ("warning", "read")
    everything = newsroom.slack.messages(newsroom.newsroom, threads=True)
    assert [each for each in everything if each.get("user") == newsroom.slack.bot_user_id] == []
    assert newsroom.whispered() == []
    other = newsroom.slack.add_channel("other", members=[newsroom.ana])
    again = await newsroom.paste(newsroom.site.link(SHOWCASE), channel=other)
    assert len(newsroom.said(again, channel=other)) == 1
    assert newsroom.site.visits == [SHOWCASE]


async def test_who_is_invited_back_is_asked_by_name(newsroom: Scene) -> None:
    """In the very thread where there was nobody left to tell."""
    ts = await asked_and(newsroom, "look:", removed)
    newsroom.slack.invite_bot(newsroom.newsroom)

    await newsroom.paste(f"<@{newsroom.slack.bot_user_id}> please", thread=ts)

    (said,) = newsroom.said(ts)
    assert "Denied by" in said


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
async def test_a_reading_ends_quietly_where_the_app_is_uninstalled_meanwhile(
    engine: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """Its article is deleted under it: nothing is tried again, no page fetched, no model asked, and nothing is left of it."""
    async with AsyncExitStack() as stack:
        model, here = await stack.enter_async_context(ModelServer()), await stack.enter_async_context(town())
        values: dict[str, Any] = read_by(model)
        if engine == "postgres":
            server = request.getfixturevalue("postgres_server")
            values["database_url"] = stack.enter_context(a_ready_postgres_database(server))
        scene = await stack.enter_async_context(at_work(here, "socket", tmp_path, **values))
        model.answer_with(lambda asked: says(quotes(asked), pause=1.0, chunk=10_000))
        await here.slack.say(here.ana, here.newsroom, f"look: {here.site.link(SHOWCASE)}")
        await until(lambda: model.open == 1)
        here.slack.uninstall()
        with capture_logs() as logs:
            async with asyncio.timeout(30):
                await here.slack.settled()
                while not await scene.bot.store.jobs.idle():
                    await asyncio.sleep(0.01)

        assert (len(model.requests), here.site.visits) == (1, [SHOWCASE])
        assert [each["outcome"] for each in logs if each["event"] == "job" and each["kind"] == "read"] == ["forgotten"]
        assert "attempt_failed" not in [each["event"] for each in logs]
