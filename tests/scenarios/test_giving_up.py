"""The attempts at a job are spent: whoever waits for it is told, sooner or later."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.adapters.store import open_store
from bot.intake.rules import Rules
from bot.intake.task import ReadLinks
from bot.playground.articles import SHOWCASE
from bot.reply.catalogue import words
from tests.scenarios.scene import Town, Transport, at_work, town


async def last_attempt(here: Town, folder: Path, *, language: str = "") -> str:
    """A paste that has one attempt left, in a database that cannot look up articles; its ts."""
    ts = await here.slack.say(here.ana, here.newsroom, "a link that cannot be read")
    team, link = here.slack.backend.workspace.team_id, here.site.link(SHOWCASE)
    file = folder / "claims.sqlite3"
    async with open_store(f"sqlite:///{file}") as store:
        task = ReadLinks(team=team, channel=here.newsroom, thread=ts, user=here.ana, message=ts, links=(link,))
        await store.jobs.accept(task)
        await store.rulebook.keep_rules(team, here.newsroom, Rules(language=language))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE jobs SET attempts = 4")
        connection.execute("ALTER TABLE article_keys RENAME TO mislaid")
        connection.commit()
    return ts


async def test_the_last_failure_is_told_in_the_thread(transport: Transport, tmp_path: Path) -> None:
    """One plain sentence with *Try again* where the list would have been."""
    async with town() as here:
        ts = await last_attempt(here, tmp_path)

        async with at_work(here, transport, tmp_path) as scene:
            await scene.quiet()

            (said,) = scene.said(ts)
            assert "could not reach my records" in said


async def test_it_is_told_in_the_language_of_the_channel(transport: Transport, tmp_path: Path) -> None:
    """Failures are no exception."""
    async with town() as here:
        ts = await last_attempt(here, tmp_path, language="de")

        async with at_work(here, transport, tmp_path) as scene:
            await scene.quiet()

            (said,) = scene.said(ts)
            assert said.startswith(words("de")("error.library"))


async def test_slack_being_away_only_delays_it(transport: Transport, tmp_path: Path) -> None:
    """Slack takes no posts when the last attempt fails: the sentence comes when it does."""
    async with town() as here:
        ts = await last_attempt(here, tmp_path)
        here.slack.fail("chat.postMessage", status=503, times=2)

        async with at_work(here, transport, tmp_path) as scene:
            await scene.quiet()

            (said,) = scene.said(ts)
            assert "could not reach my records" in said
