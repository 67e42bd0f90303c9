"""Slack is away for a while: jobs wait and post later, in order, and nothing is done twice."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.playground.articles import SHOWCASE, seeds_folder
from tests.model_server import KEY, ModelServer, quotes
from tests.scenarios.scene import Scene, Transport, at_work, town

FAULTS: dict[str, Any] = {"500": {"status": 500}, "429": {"rate_limited": 1}, "cut": {"drop_after_accept": True}}
UNREAD = "muzei-tramvai"  # in a language that the offline reader has no rules for
SAMPLES = sorted(path.stem for path in seeds_folder().glob("*.html") if path.stem != UNREAD)[:8]

pytestmark = [pytest.mark.slow, pytest.mark.both_transports]


async def test_what_was_pasted_while_slack_was_away_is_answered_in_order(newsroom: Scene) -> None:
    """Every call fails with 500 for some seconds: then three links in one thread and five elsewhere get one reply
    each, those of the thread in the order of its messages, and no page was fetched twice."""
    slack, site = newsroom.slack, newsroom.site
    root = await newsroom.paste("What do you make of these?")
    slack.fail("*", status=500, times=None)
    for name in SAMPLES[:3]:
        await slack.say(newsroom.ana, newsroom.newsroom, site.link(name), thread_ts=root)
        await slack.settled()  # order is promised to those who were accepted one after the other
    elsewhere = [await slack.say(newsroom.ben, newsroom.newsroom, site.link(name)) for name in SAMPLES[3:]]
    await slack.settled()
    await asyncio.sleep(4)
    assert [newsroom.replies(ts) for ts in (root, *elsewhere)] == [[]] * 6

    slack.heal()
    await newsroom.quiet()

    titles = [said.splitlines()[0] for ts in (root, *elsewhere) for said in newsroom.said(ts)]
    assert titles == [title(name) for name in SAMPLES]
    assert sorted(site.visits) == sorted(SAMPLES)


@pytest.mark.parametrize("code", ["invalid_auth", "token_expired"])
async def test_what_a_bad_token_kept_back_is_told_once_that_is_mended(code: str, newsroom: Scene) -> None:
    """Slack refuses our token while it delivers all the same: the link waits, as while Slack is away, and gets its one reply."""
    newsroom.slack.fail("chat.*", error=code, times=None)
    ts = await newsroom.slack.say(newsroom.ana, newsroom.newsroom, newsroom.site.link(SHOWCASE))
    await _tried_in_vain(newsroom, "chat.postMessage")

    (said,) = newsroom.said(ts)
    assert said.startswith(title(SHOWCASE))


async def test_what_a_bad_token_kept_from_one_person_is_told_once_that_is_mended(
    transport: Transport, tmp_path: Path
) -> None:
    """Nothing was accepted, so nobody is told that an answer may be missing: it comes, once."""
    async with town() as here, at_work(here, transport, tmp_path, user_links_per_hour=1) as newsroom:
        await newsroom.paste(newsroom.site.link(SAMPLES[0]))
        newsroom.slack.fail("chat.*", error="invalid_auth", times=None)
        await newsroom.slack.say(newsroom.ana, newsroom.newsroom, newsroom.site.link(SAMPLES[1]))
        await _tried_in_vain(newsroom, "chat.postEphemeral")

        (said,) = newsroom.whispered()
        assert "00 UTC" in said
        assert b"claims_answers_unsure_total 0.0" in newsroom.bot.metrics.page()


def title(name: str) -> str:
    expected = json.loads((seeds_folder() / f"{name}.json").read_text(encoding="utf-8"))
    return str(expected["article"]["title"])


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_model_reads_once_however_often_slack_fails(fault: str, transport: Transport, tmp_path: Path) -> None:
    """Whatever Slack says to the posts, the reading that was made is kept, and posted in the end."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, openai_base_url=server.base_url, openai_api_key=SecretStr(KEY)) as newsroom,
    ):
        server.answer_with(quotes)
        newsroom.slack.fail("chat.postMessage", times=3, **FAULTS[fault])

        ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

        assert len(newsroom.replies(ts)) == 1
        assert len(server.requests) == 1


async def test_slack_is_not_asked_before_the_time_it_names(newsroom: Scene) -> None:
    """`Retry-After` is honoured: no post within it, one reply after it."""
    newsroom.slack.fail("chat.postMessage", rate_limited=3)

    ts = await newsroom.paste(newsroom.site.link(SHOWCASE))

    first, second = [call.at for call in newsroom.slack.calls if call.method == "chat.postMessage"]
    assert 2.9 <= second - first < 15
    assert len(newsroom.replies(ts)) == 1


async def _tried_in_vain(newsroom: Scene, method: str) -> None:
    """Wait until it was called, heal Slack, and wait until all is done."""
    async with asyncio.timeout(30):
        while not any(call.method == method for call in newsroom.slack.calls):
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.5)
    newsroom.slack.heal()
    await newsroom.quiet()
