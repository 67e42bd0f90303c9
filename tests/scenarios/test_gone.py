"""What was to be told has no place any more: the channel is archived, we were removed, the message was deleted."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from aiohttp import web

from bot.playground.articles import SHOWCASE
from tests.scenarios.scene import Scene

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
    """Nothing is told anywhere, nothing is tried again and again, and what was read is kept."""
    await asked_and(newsroom, text, meanwhile)

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
