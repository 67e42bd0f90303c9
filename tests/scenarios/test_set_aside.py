"""A job that killed its process three times is given up, and those who wait for it are told."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.adapters.jobs.deaths import ALONE
from bot.adapters.store import open_store
from bot.intake.task import ReadLinks, RunCommand, Task
from bot.playground.articles import SHOWCASE
from tests.scenarios.scene import Scene, Town, Transport, at_work, town


async def third_death(folder: Path, task: Task) -> None:
    """The database as the third process leaves it that died of this task."""
    file = folder / "claims.sqlite3"
    async with open_store(f"sqlite:///{file}") as store:
        await store.jobs.accept(task)
    with closing(sqlite3.connect(file)) as connection:
        died = "UPDATE jobs SET state = 'running', attempts = 3, deaths = 2, error = ?"
        connection.execute(died, (ALONE[1],))
        connection.commit()


async def told(scene: Scene) -> None:
    """Until it was set aside at the start, and everything that follows from that is done."""
    async with asyncio.timeout(20):
        while "failed" not in (counts := await scene.bot.store.jobs.counts()) or "done" not in counts:
            await asyncio.sleep(0.02)
    await scene.quiet()


def a_paste(here: Town, ts: str) -> ReadLinks:
    return ReadLinks(
        team=here.slack.backend.workspace.team_id,
        channel=here.newsroom,
        thread=ts,
        user=here.ana,
        message=ts,
        links=(here.site.link(SHOWCASE),),
    )


async def test_the_failure_stands_in_the_thread_and_can_be_tried_again(transport: Transport, tmp_path: Path) -> None:
    """One sentence with *Try again*; pressed, the list takes its place."""
    async with town() as here:
        ts = await here.slack.say(here.ana, here.newsroom, "a link that no process survives")
        await third_death(tmp_path, a_paste(here, ts))

        async with at_work(here, transport, tmp_path) as scene:
            await told(scene)
            (failed,) = scene.replies(ts)
            assert "Something went wrong" in scene.said(ts)[0]
            await here.slack.press(here.ana, here.newsroom, failed["ts"], "try_again")
            await scene.quiet()

            (said,) = scene.said(ts)
            assert "claims" in said


async def test_it_is_told_once_whoever_starts_again(transport: Transport, tmp_path: Path) -> None:
    """A restart after that finds it told."""
    async with town() as here:
        ts = await here.slack.say(here.ana, here.newsroom, "a link that no process survives")
        await third_death(tmp_path, a_paste(here, ts))

        for _ in range(2):
            async with at_work(here, transport, tmp_path) as scene:
                await told(scene)

        assert len(scene.replies(ts)) == 1


async def test_slack_being_away_only_delays_it(transport: Transport, tmp_path: Path) -> None:
    """The sentence is a job of its own, and comes when Slack takes it."""
    async with town() as here:
        ts = await here.slack.say(here.ana, here.newsroom, "a link that no process survives")
        await third_death(tmp_path, a_paste(here, ts))
        here.slack.fail("chat.postMessage", status=503, times=1)

        async with at_work(here, transport, tmp_path) as scene:
            await told(scene)

            assert len(scene.replies(ts)) == 1


async def test_whoever_ran_a_command_is_told(transport: Transport, tmp_path: Path) -> None:
    """The answer goes where the command was run, to the asker alone."""
    async with town() as here:
        backend = here.slack.backend
        task = RunCommand(
            team=backend.workspace.team_id,
            channel=here.newsroom,
            user=here.ana,
            verb="read",
            links=(here.site.link(SHOWCASE),),
            response_url=backend.response_url_for(backend.response_entry(here.newsroom, here.ana)),
            event="trigger-1",
        )
        await third_death(tmp_path, task)

        async with at_work(here, transport, tmp_path) as scene:
            await told(scene)

            (said,) = scene.whispered()
            assert "Something went wrong" in said
