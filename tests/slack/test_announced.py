"""A process that is frozen between the ledger's mark and the call to Slack, and wakes when somebody else has posted."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence

import aiohttp
import pytest

from bot.intake.message import Place
from bot.playground.server import LocalSlack
from bot.ports import Alone
from bot.ports.pacing import Turn
from bot.reply.reply import AnswerLine, AnswerReply, Note
from bot.slack.calls.announced import SECONDS, in_time
from bot.slack.calls.chat import SlackChat, web_client
from bot.slack.calls.pace import Pace

pytestmark = pytest.mark.slow
ANSWER = AnswerReply("", (AnswerLine("Part.", False, ()),), progress="…")


class Overtaken(Exception):
    """Somebody else posts."""


class Mark:
    """The ledger's. Once it is written the process is frozen, and who takes it up by then has posted where `overtaken`."""

    def __init__(self, *, overtaken: bool) -> None:
        self.written = 0
        self._overtaken = overtaken

    async def begin(self) -> None:
        self.written += 1
        if self.written == 1:
            asyncio.get_running_loop().call_soon(time.sleep, SECONDS + 0.2)
        elif self._overtaken:
            raise Overtaken


class Late(Alone):
    """Whoever is about to leave has to wait for others, who came later than their turns."""

    async def take(self, team: str, turns: Sequence[Turn]) -> float:
        return SECONDS + 0.2 if turns[0].what.startswith("door/") else 0.0


@pytest.fixture
async def chat(slack: LocalSlack) -> AsyncIterator[SlackChat]:
    """As the bot has it."""
    async with aiohttp.ClientSession(trace_configs=[in_time()]) as session:
        yield SlackChat(web_client(slack.bot_token, slack.api_url, session), me=slack.bot_user_id, team=slack.team_id)


@pytest.fixture
async def place(slack: LocalSlack) -> Place:
    root = await slack.say(slack.add_user("ana"), slack.general, "a link")
    return Place(slack.team_id, slack.general, root)


def replies(slack: LocalSlack, place: Place) -> int:
    return len(slack.thread(place.channel, str(place.thread))) - 1


async def test_whoever_was_frozen_after_the_mark_posts_nothing_that_another_has_posted(
    slack: LocalSlack, chat: SlackChat, place: Place
) -> None:
    """The mark is written anew before anything is sent, and is another's by then."""
    with pytest.raises(Overtaken):
        await chat.post(place, Note("the claims"), mark="m", begin=Mark(overtaken=True).begin)

    assert replies(slack, place) == 0


async def test_whoever_was_frozen_after_the_mark_posts_once_where_nobody_else_did(
    slack: LocalSlack, chat: SlackChat, place: Place
) -> None:
    """The mark is written anew, and the message goes out."""
    mark = Mark(overtaken=False)

    await chat.post(place, Note("the claims"), mark="m", begin=mark.begin)

    assert (replies(slack, place), mark.written) == (1, 2)


async def test_whoever_was_frozen_before_an_answer_is_streamed_opens_no_second_one(
    slack: LocalSlack, chat: SlackChat, place: Place
) -> None:
    """The same for an answer that is seen being written."""
    with pytest.raises(Overtaken):
        await chat.stream(place, None, ANSWER, user="U1", begin=Mark(overtaken=True).begin)

    assert replies(slack, place) == 0


async def test_whoever_waits_long_after_the_mark_writes_it_anew_and_waits_no_second_time(
    slack: LocalSlack, place: Place
) -> None:
    """What other processes send goes first; the message goes out once, and soon after the second mark."""
    marks: list[float] = []

    async def begin() -> None:
        marks.append(time.monotonic())

    async with aiohttp.ClientSession(trace_configs=[in_time()]) as session:
        client = web_client(slack.bot_token, slack.api_url, session)
        chat = SlackChat(client, me=slack.bot_user_id, team=slack.team_id, pace=Pace(Late(), slack.team_id))
        await chat.post(place, Note("the claims"), mark="m", begin=begin)

    assert (replies(slack, place), len(marks)) == (1, 2)
    assert time.monotonic() - marks[1] < SECONDS
