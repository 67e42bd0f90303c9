"""The model is away: the offline reading stands in at once, marked, until *Try again* finds the model back."""

import asyncio
from pathlib import Path

from pydantic import SecretStr

from bot.playground.articles import SHOWCASE
from tests.model_answers import fails
from tests.model_server import KEY, ModelServer, quotes
from tests.scenarios.scene import Transport, at_work, town

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

        server.answer_with(quotes)
        await newsroom.slack.press(newsroom.ana, newsroom.newsroom, answer["ts"], "try_again")
        await newsroom.quiet()

        assert len(newsroom.replies(ts)) == 2
        assert "The article does not say." in newsroom.said(ts)[1]
        assert "Try again" not in newsroom.said(ts)[1]
