"""The model is away: the offline reading stands in at once, marked, until *Try again* finds the model back."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

from pydantic import SecretStr

from bot.intake.allowance import Allowance
from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.model_answers import breaks_off, fails, runs_out, says
from tests.model_server import KEY, ModelServer, quotes
from tests.scenarios.lab import model
from tests.scenarios.scene import Scene, Transport, at_work, town
from tests.scenarios.test_measured import read_by

STANDS_IN = "simpler reading by rules"
QUOTED = "1 in the outlet’s own voice"
"""What the model of this test says; the rules find a dozen."""


async def test_the_rules_stand_in_until_the_model_is_back(transport: Transport, tmp_path: Path) -> None:
    """After three failures the model is left alone; when it is back, *Try again* replaces what stood in for it."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, openai_base_url=server.base_url, openai_api_key=SecretStr(KEY)) as newsroom,
    ):
        server.answer_with(lambda _: fails(401, "no such key"))
        pastes = [await newsroom.paste(newsroom.site.link(SHOWCASE)) for _ in range(5)]

        assert len(server.requests) == 3
        assert all(STANDS_IN in said for ts in pastes for said in newsroom.said(ts))

        server.answer_with(quotes)
        await asyncio.sleep(5.1)
        (reply,) = newsroom.replies(pastes[0])
        await newsroom.slack.press(newsroom.ana, newsroom.newsroom, reply["ts"], "try_again")
        await newsroom.quiet()

        (said,) = newsroom.said(pastes[0])
        assert STANDS_IN not in said
        assert QUOTED in said
        (after,) = newsroom.said(await newsroom.paste(newsroom.site.link(SHOWCASE)))
        assert STANDS_IN not in after
        assert QUOTED in after


async def test_a_quiet_reading_by_rules_can_be_tried_again(transport: Transport, tmp_path: Path) -> None:
    """What only the asker sees has no place in a thread: *Try again* beneath it brings the model's reading below, to them alone."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, openai_base_url=server.base_url, openai_api_key=SecretStr(KEY)) as newsroom,
    ):
        server.answer_with(lambda _: fails(401, "no such key"))
        await newsroom.run(f"quietly {newsroom.site.link(SHOWCASE)}")
        shown = newsroom.slack.ephemerals(newsroom.newsroom, newsroom.ana)[-1]
        assert STANDS_IN in newsroom.whispered()[-1]

        server.answer_with(quotes)
        await newsroom.slack.press(newsroom.ana, newsroom.newsroom, shown["ts"], "try_again")
        await newsroom.quiet()

        assert QUOTED in newsroom.whispered()[-1]
        assert [m for m in newsroom.slack.messages(newsroom.newsroom) if m["user"] == newsroom.slack.bot_user_id] == []


async def test_a_list_from_a_command_is_replaced_by_trying_again(transport: Transport, tmp_path: Path) -> None:
    """What the rules read for `/claims LINK` stands in the channel until *Try again* finds the model back: one message, the new."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, openai_base_url=server.base_url, openai_api_key=SecretStr(KEY)) as newsroom,
    ):
        server.answer_with(lambda _: fails(401, "no such key"))
        await newsroom.run(newsroom.site.link(SHOWCASE))
        (listed,) = (m for m in newsroom.slack.messages(newsroom.newsroom) if m["user"] == newsroom.slack.bot_user_id)
        assert STANDS_IN in transcript(listed)

        server.answer_with(quotes)
        await newsroom.slack.press(newsroom.ben, newsroom.newsroom, listed["ts"], "try_again")
        await newsroom.quiet()

        (after,) = (m for m in newsroom.slack.messages(newsroom.newsroom) if m["user"] == newsroom.slack.bot_user_id)
        assert STANDS_IN not in transcript(after)
        assert QUOTED in transcript(after)


async def test_an_answer_by_rules_says_why_until_the_model_is_back(transport: Transport, tmp_path: Path) -> None:
    """A question that the model cannot answer is answered by rules, marked; *Try again* replaces it with the model's."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, openai_base_url=server.base_url, openai_api_key=SecretStr(KEY)) as newsroom,
    ):
        server.answer_with(quotes)
        ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
        server.answer_with(lambda _: fails(401, "no such key"))
        await newsroom.paste("Who denies the accusations?", thread=ts)

        answer = newsroom.replies(ts)[1]
        assert "only words were compared" in newsroom.said(ts)[1]
        assert "[Try again]" in newsroom.said(ts)[1]

        server.answer_with(model(answer={"told": True, "parts": [{"text": "", "sentences": [12]}]}))
        await newsroom.slack.press(newsroom.ana, newsroom.newsroom, answer["ts"], "try_again")
        await newsroom.quiet()

        assert len(newsroom.replies(ts)) == 2
        assert "Veskara and Lodestar have denied the accusations." in newsroom.said(ts)[1]
        assert "only words were compared" not in newsroom.said(ts)[1]
        assert "Try again" not in newsroom.said(ts)[1]


async def test_trying_again_without_tokens_takes_nothing_away(transport: Transport, tmp_path: Path) -> None:
    """What rules read goes on to stand, with its button, and whoever pressed is told alone why there is no more."""
    async with ModelServer() as server, town() as here:
        settings = read_by(server) | {"workspace_tokens_per_day": 22_000}
        async with at_work(here, transport, tmp_path, **settings) as newsroom:
            server.answer_with(lambda _: fails(401, "no such key"))
            ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
            meter = Allowance(tokens_per_day=22_000).tokens(here.slack.team_id, datetime.now(UTC))
            assert meter is not None
            await newsroom.bot.store.meters.settle(meter, "others", 20_000)

            await pressed_again(newsroom, ts)

            (said,) = newsroom.said(ts)
            assert "Denied by" in said
            assert "[Try again]" in said
            assert "used what I may spend" in newsroom.whispered()[0]


async def test_trying_again_in_vain_takes_nothing_away(transport: Transport, tmp_path: Path) -> None:
    """A reading that was cut goes on to stand where the model fails; whoever pressed is told alone that it did."""
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, **read_by(server), reader="openai") as newsroom,
    ):
        server.answer_with(lambda asked: breaks_off(quotes(asked), after=1200))
        ts = await newsroom.paste(f"look: {newsroom.site.link(SHOWCASE)}")
        (before,) = newsroom.said(ts)
        assert "[All claims] [Try again]" in before
        server.answer_with(lambda _: fails(401, "no such key"))

        await pressed_again(newsroom, ts)

        (said,) = newsroom.said(ts)
        assert "[All claims] [Try again]" in said
        assert "cut off before the end" in said
        assert len(newsroom.whispered()) == 1


async def test_asking_again_in_vain_takes_no_answer_away(transport: Transport, tmp_path: Path) -> None:
    """An answer that was cut goes on to stand where the model fails; whoever pressed is told alone that it did."""
    parts = [{"text": "Cargo cranes are named.", "sentences": [3]}, {"text": "More of it.", "sentences": [3]}]
    told = says({"told": True, "parts": parts})
    async with (
        ModelServer() as server,
        town() as here,
        at_work(here, transport, tmp_path, **read_by(server), reader="openai") as newsroom,
    ):
        server.answer_with(quotes)
        ts = await newsroom.paste(newsroom.site.link(SHOWCASE))
        server.answer_with(lambda _: runs_out(told.text, after=told.text.index("More of")))
        await newsroom.paste("What is this about?", thread=ts)
        before = newsroom.said(ts)[1]
        assert "[Try again]" in before
        server.answer_with(lambda _: fails(401, "no such key"))

        await pressed_again(newsroom, ts)

        assert newsroom.said(ts)[1] == before
        assert len(newsroom.whispered()) == 1


async def pressed_again(newsroom: Scene, ts: str) -> None:
    reply = newsroom.replies(ts)[-1]
    await newsroom.slack.press(newsroom.ana, newsroom.newsroom, reply["ts"], "try_again")
    await newsroom.quiet()
