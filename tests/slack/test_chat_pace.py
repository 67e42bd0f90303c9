"""Slack says 429: what matters is sent again after the rest, progress is dropped."""

import asyncio
from dataclasses import replace
from time import monotonic

import pytest

from bot.errors import ChatBusy, ChatRefused
from bot.intake.message import Place
from bot.playground.server import LocalSlack
from bot.reply.reply import Note
from bot.slack.calls.chat import SlackChat, web_client
from bot.slack.calls.pace import Pace


@pytest.fixture
def place(slack: LocalSlack) -> Place:
    return Place(slack.team_id, slack.general, None)


def a_chat(slack: LocalSlack) -> SlackChat:
    client = web_client(slack.bot_token, slack.api_url)
    return SlackChat(client, me=slack.bot_user_id, team=slack.team_id, pace=Pace())


async def test_a_final_post_is_sent_again_after_the_rest(slack: LocalSlack, place: Place) -> None:
    """Once, and not before the time that Slack names."""
    slack.fail("chat.postMessage", rate_limited=1)
    started = monotonic()

    ts = await a_chat(slack).post(place, Note("whole"), mark="m")

    assert ts is not None
    assert 1.0 <= monotonic() - started < 3
    assert len(slack.messages(place.channel)) == 1


async def test_posts_that_took_long_to_begin_make_none_too_fast(slack: LocalSlack, place: Place) -> None:
    """The channel's burst counts from when they left, so that what is begun at once behind them is not refused.

    A post may take longer than it should on a busy machine: of three times once is enough, and counted otherwise each is refused.
    """

    async def slowly() -> None:
        await asyncio.sleep(0.5)

    refused: list[int] = []
    while len(refused) < 3 and 0 not in refused:
        before, chat = slack.rate_limited, a_chat(slack)
        there = replace(place, channel=slack.add_channel(f"burst-{len(refused)}"))
        await asyncio.gather(*(chat.post(there, Note(f"note {n}"), mark=f"m{n}", begin=slowly) for n in range(5)))
        await chat.post(there, Note("the next"), mark="m5")
        refused.append(slack.rate_limited - before)
        assert len(slack.messages(there.channel)) == 6

    assert 0 in refused


async def test_a_post_is_begun_when_its_turn_has_come(slack: LocalSlack, place: Place) -> None:
    """Before each sending, not before the wait; what its beginning raises ends it, with nothing sent."""
    slack.fail("chat.postMessage", rate_limited=1)
    begun: list[int] = []

    async def begin() -> None:
        if len(begun) == 2:
            raise ChatRefused("somebody else posts")
        begun.append(sum(call.method == "chat.postMessage" for call in slack.calls))

    chat = a_chat(slack)
    await chat.post(place, Note("whole"), mark="m", begin=begin)
    with pytest.raises(ChatRefused):
        await chat.post(place, Note("second"), mark="n", begin=begin)

    assert begun == [0, 1]
    assert len(slack.messages(place.channel)) == 1


async def test_progress_is_dropped_at_once(slack: LocalSlack, place: Place) -> None:
    """Nobody waits for a growing list, and none of its calls is repeated."""
    chat = a_chat(slack)
    ts = await chat.post(place, Note("first"), mark="m")
    assert ts is not None
    slack.fail("chat.update", rate_limited=5)
    started = monotonic()

    assert not await chat.update(place, ts, Note("growing"), mark="m", optional=True)
    assert monotonic() - started < 3  # Slack names five seconds
    assert sum(call.method == "chat.update" for call in slack.calls) == 1


async def test_a_long_rest_is_for_the_job_to_wait_for(slack: LocalSlack, place: Place) -> None:
    """A minute and more would keep a worker from everything else."""
    slack.fail("chat.postMessage", rate_limited=120)

    with pytest.raises(ChatBusy) as told:
        await a_chat(slack).post(place, Note("whole"), mark="m")

    assert told.value.retry_after == 120


async def test_two_processes_in_one_channel_lose_nothing(slack: LocalSlack, place: Place) -> None:
    """Each keeps to a post a second, together they ask for two: all are posted, at Slack's pace."""
    chats = [a_chat(slack), a_chat(slack)]

    await asyncio.gather(*(chat.post(place, Note(f"{n}"), mark=f"{n}") for n in range(4) for chat in chats))

    assert len(slack.messages(place.channel)) == 8


async def test_a_slow_status_does_not_keep_a_reading(slack: LocalSlack) -> None:
    """Two seconds at most, and not the ten that it would take."""
    root = await slack.say(slack.add_user("ana"), slack.general, "look")
    slack.fail("assistant.threads.setStatus", delay=10)
    started = monotonic()

    assert not await a_chat(slack).status(Place(slack.team_id, slack.general, root), "Reading …")
    assert monotonic() - started < 6


async def test_a_status_that_stands_is_not_set_again(slack: LocalSlack) -> None:
    """Accepting a task and beginning to work on it show the same line; after a reply it has to be shown anew."""
    root = await slack.say(slack.add_user("ana"), slack.general, "look")
    place, chat = Place(slack.team_id, slack.general, root), a_chat(slack)

    shown = [await chat.status(place, "Reading …") for _ in range(3)]
    await chat.post(place, Note("whole"), mark="m")
    shown.append(await chat.status(place, "Reading …"))

    assert shown == [True] * 4
    assert sum(call.method == "assistant.threads.setStatus" for call in slack.calls) == 2


async def test_a_status_that_comes_late_does_not_outlast_its_reply(slack: LocalSlack) -> None:
    """It reaches Slack after the reply that it announces, which would leave it standing for two minutes: it is taken away."""
    place = Place(slack.team_id, slack.general, await slack.say(slack.add_user("ana"), slack.general, "a link"))
    slack.fail("assistant.threads.setStatus", delay=0.5)
    chat = a_chat(slack)

    showing = asyncio.create_task(chat.status(place, "Reading …"))
    await asyncio.sleep(0.1)
    await chat.post(place, Note("the claims"), mark="m")
    await showing

    assert slack.statuses_now == []
