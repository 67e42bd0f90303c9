"""A day's work, on either engine and over either transport: people are told the same."""

import re
from pathlib import Path

import pytest

from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.engines import a_ready_postgres_database
from tests.scenarios.scene import Scene, Town, Transport, at_work, town
from tests.scenarios.test_precedents import COUNCIL
from tests.scenarios.test_reread import COST, DENIAL, choose, edited
from tests.scenarios.test_settings import change
from tests.scenarios.test_votes import disliked, exported
from tests.scenarios.tower import KEY, tower

_OWN = re.compile(r"127\.0\.0\.1:\d+|\d{4}-\d\d-\d\d \d\d:\d\d UTC")
"""What differs from day to day: the site's port, and when something was done."""


async def morning(scene: Scene) -> str:
    """Links, a question, a file, commands, votes; the ts of the first link."""
    ts = await scene.paste(scene.site.link(SHOWCASE))
    view = await disliked(scene, ts)
    await scene.slack.submit_view(view["id"], {"what": "wrong_source", "claim": "c2", "comment": "Ask again."})
    await scene.paste("Who denies it?", thread=ts)
    await scene.slack.say(scene.ana, scene.newsroom, "", files=[("council.txt", COUNCIL.encode())])
    await scene.quiet()
    for command in (
        COUNCIL,
        f"quietly {scene.site.link(SHOWCASE)}",
        "find crane networks",
        'find "cranes" AND (NOT lodestar* NEAR',
        "find Lodestar denied",
        "source Brandvik",
        "recent",
        "export csv",
    ):
        await scene.run(command)
    return ts


async def afternoon(scene: Scene, ts: str) -> None:
    """The article changes, the channel turns German, and the thread is forgotten."""
    scene.site.pages[SHOWCASE] = edited((COST, COST.replace("36", "41")), (DENIAL, ""))
    await choose(scene, ts)
    await change(scene, language="de", follow_ups="mentions")
    await scene.run("find crane networks")
    await scene.paste("Who denies it?", thread=ts)
    await scene.run(f"forget {scene.site.link(SHOWCASE)}")
    await scene.run("find crane networks")


async def a_day(transport: Transport, folder: Path, **settings: str) -> list[str]:
    """What everybody saw in the channel and its threads, what Ana alone was told, and the votes that were kept."""
    async with town() as here:
        async with at_work(here, transport, folder, **settings) as before:
            ts = await morning(before)
            votes = [vote | {"at": ""} for row in await exported(before) for vote in row["votes"]]
        async with at_work(here, transport, folder, **settings) as after:
            await afternoon(after, ts)
        return [*map(str, votes), *seen(here)]


def seen(here: Town) -> list[str]:
    everything = here.slack.messages(here.newsroom, threads=True), here.slack.ephemerals(here.newsroom, here.ana)
    return [_OWN.sub("…", transcript(message)) for messages in everything for message in messages]


@pytest.mark.slow
async def test_a_day_is_the_same_on_either_engine(postgres_server: str, tmp_path: Path) -> None:
    """Readings, answers, searches, exports, settings, changes and forgetting, with a restart at noon."""
    here = await a_day("socket", tmp_path)
    transports: tuple[Transport, ...] = ("socket", "http")
    for transport in transports:
        with a_ready_postgres_database(postgres_server) as url:
            assert await a_day(transport, tmp_path, database_url=url) == here

    day = "\n".join(here)
    for told in ("36 million", "41 million", "Also in: Tarnmouth council", "wrong_source", "Vergessen", "Gespeichert"):
        assert told in day


async def test_workspaces_install_and_leave_on_postgres(postgres_server: str, tmp_path: Path) -> None:
    """Each gets its replies with its own token, and of the one that leaves nothing is kept."""
    with a_ready_postgres_database(postgres_server) as url:
        async with tower("http", tmp_path, database_url=url) as here:
            await here.install(here.slack)
            await here.install(here.other)
            assert "Denied by" in (await here.paste(here.slack))[-1]
            assert "Denied by" in (await here.paste(here.other))[-1]

            here.slack.uninstall()
            await here.quiet()

            assert await here.bot.store.vault([KEY]).keys("install/") == [f"install/{here.other.team_id}"]
