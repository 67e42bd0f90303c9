"""Who asks for more than they may is told so once, kindly, and alone."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.playground.articles import SHOWCASE
from bot.root import serving
from tests.engines import a_ready_postgres_database
from tests.nursery import NURSERY
from tests.scenarios.scene import Scene, Transport, at_work, town

OTHERS = ("ferry-line", "lake-levels", "museum-bronze")


NEAR = 30  # seconds


@pytest.fixture(autouse=True)
async def within_one_hour() -> None:
    """Allowances are counted by the clock's hour: what is asked for on both sides of its end counts apart."""
    left = 3600 - time.time() % 3600
    await asyncio.sleep(left if left < NEAR else 0)


@pytest.fixture
async def stingy(transport: Transport, tmp_path: Path) -> AsyncIterator[Scene]:
    """One person may have two links an hour."""
    async with town() as here, at_work(here, transport, tmp_path, user_links_per_hour=2) as scene:
        for name in OTHERS:
            scene.site.pages[name] = scene.site.pages[SHOWCASE]
        yield scene


async def over(scene: Scene) -> list[str]:
    """Ana has pasted four links; the threads."""
    return [await scene.paste(scene.site.link(name)) for name in (SHOWCASE, *OTHERS)]


async def test_links_beyond_the_allowance_are_not_read(stingy: Scene) -> None:
    """Two are read, two are not, and no page is fetched for those."""
    threads = await over(stingy)

    assert [len(stingy.replies(ts)) for ts in threads] == [1, 1, 0, 0]
    assert len(stingy.site.visits) == 2


async def test_whoever_is_over_is_told_once_and_alone(stingy: Scene) -> None:
    """One sentence for two links too many, that names the limit and the time, seen by nobody else."""
    await over(stingy)

    (said,) = stingy.whispered()
    assert "as many links" in said
    assert "(2)" in said
    assert "UTC" in said
    assert stingy.slack.ephemerals(stingy.newsroom, stingy.ben) == []


@pytest.mark.parametrize("fault", [{"drop_after_accept": True}, {"rate_limited": 0.1, "times": 6}], ids=["cut", "busy"])
async def test_that_sentence_comes_once_whatever_slack_says(stingy: Scene, fault: dict[str, Any]) -> None:
    """Also where we did not hear that Slack has shown it, and where it was too busy to."""
    stingy.slack.fail("chat.postEphemeral", **fault)

    await over(stingy)

    assert len(stingy.whispered()) == 1


async def test_links_too_many_at_once_leave_nobody_unsure(stingy: Scene) -> None:
    """While the sentence is on its way for one of them, the others leave it at that: nothing may be missing."""
    stingy.slack.fail("chat.postEphemeral", delay=1.0)

    for name in (SHOWCASE, *OTHERS):
        await stingy.slack.say(stingy.ana, stingy.newsroom, stingy.site.link(name))
        await asyncio.sleep(0.3)
    await stingy.quiet()

    assert len(stingy.whispered()) == 1
    assert b"claims_answers_unsure_total 0.0" in stingy.bot.metrics.page()


async def test_what_is_stored_costs_nothing(stingy: Scene) -> None:
    """An article that was read before is shown to whoever has nothing left."""
    await over(stingy)

    again = await stingy.paste(stingy.site.link(SHOWCASE))

    assert len(stingy.replies(again)) == 1


async def test_a_question_after_a_link_too_many_is_answered_at_once(stingy: Scene) -> None:
    """Nothing is being read in these direct messages, so nobody waits for it."""
    direct = stingy.slack.direct(stingy.ana)
    await over(stingy)
    await stingy.paste(stingy.site.link("one-too-many"), channel=direct)

    async with asyncio.timeout(10):
        asked = await stingy.paste("Who denies it?", channel=direct)

    assert len(stingy.replies(asked, channel=direct)) == 1


async def test_a_link_too_many_is_read_when_it_is_pasted_again_later(transport: Transport, tmp_path: Path) -> None:
    """Also in the same thread: that it was not read once is no answer."""
    async with town() as here:
        async with at_work(here, transport, tmp_path, user_links_per_hour=1) as scene:
            root = await scene.paste(scene.site.link(SHOWCASE))
            await scene.paste(scene.site.link("tide-clock"), thread=root)
            assert len(scene.replies(root)) == 1
        async with at_work(here, transport, tmp_path, user_links_per_hour=9) as scene:
            await scene.paste(scene.site.link("tide-clock"), thread=root)

            assert len(scene.replies(root)) == 2


async def test_others_have_their_own_allowance(stingy: Scene) -> None:
    """Ana has nothing left, Ben has all of his."""
    await over(stingy)

    ts = await stingy.paste(stingy.site.link(OTHERS[2]), user=stingy.ben)

    assert len(stingy.replies(ts)) == 1


async def test_a_redelivered_link_counts_once(stingy: Scene) -> None:
    """The same paste under three event ids leaves room for another."""
    ts = await stingy.slack.say(
        stingy.ana, stingy.newsroom, f"<@{stingy.slack.bot_user_id}> {stingy.site.link('gone')}"
    )
    await stingy.quiet()
    assert len(stingy.replies(ts)) == 1

    second = await stingy.paste(stingy.site.link(SHOWCASE))

    assert len(stingy.replies(second)) == 1
    assert stingy.whispered() == []


async def test_trying_again_counts_for_whoever_presses(stingy: Scene) -> None:
    """Ana's allowance is spent, so her press is answered to her alone and the failure stays; Ben's press works."""
    stingy.site.pages["late"] = 500
    ts = await stingy.paste(stingy.site.link("late"))
    await stingy.paste(stingy.site.link(SHOWCASE))
    (failed,) = stingy.replies(ts)
    stingy.site.pages["late"] = stingy.site.pages[OTHERS[0]]

    await stingy.slack.press(stingy.ana, stingy.newsroom, failed["ts"], "try_again")
    await stingy.quiet()
    (still,) = stingy.said(ts)
    await stingy.slack.press(stingy.ben, stingy.newsroom, failed["ts"], "try_again")
    await stingy.quiet()

    assert "trouble of its own" in still
    assert len(stingy.whispered()) == 1
    assert "claims" in stingy.said(ts)[0]


async def test_a_command_beyond_the_allowance_is_answered_each_time(stingy: Scene) -> None:
    """Whoever runs a command waits for its answer, so silence would be no kindness."""
    await over(stingy)
    for name in OTHERS[1:]:
        await stingy.run(stingy.site.link(name))

    assert len([said for said in stingy.whispered() if "(2)" in said]) == 3


async def test_the_allowance_holds_over_processes_and_restarts(postgres_server: str, tmp_path: Path) -> None:
    """Two processes share one count, and a third one that starts later knows it."""
    with a_ready_postgres_database(postgres_server) as url:
        async with town() as here:
            values = {"database_url": url, "user_links_per_hour": 2}
            for name in OTHERS:
                here.site.pages[name] = here.site.pages[SHOWCASE]
            async with (
                at_work(here, "socket", tmp_path, **values) as scene,
                serving(scene.bot.settings, accepting=False, nursery=NURSERY),
            ):
                threads = [
                    await here.slack.say(here.ana, here.newsroom, here.site.link(name)) for name in (SHOWCASE, *OTHERS)
                ]
                await scene.quiet()
                assert sum(len(scene.replies(ts)) for ts in threads) == 2
            async with at_work(here, "http", tmp_path, **values) as scene:
                ts = await scene.paste(here.site.link("later"))

                assert scene.replies(ts) == []
                assert len(scene.whispered()) == 1
