"""Waiting: as long as the server asks, within one deadline and one budget, for all calls at once."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.store import open_store
from bot.claims.form import Form
from bot.errors import ReaderCutOff, ReaderUnavailable
from bot.readers.openai import OpenAIReader
from bot.readers.retry import Crowded, Limiter
from tests.model_answers import Answer, fails, is_busy, says
from tests.model_server import ModelServer
from tests.readers.bridge import (
    GOOD,
    Naps,
    article,
    claim,
    content,
    denial,
    drafts,
    must_hedge,
    until_it_fails,
    with_claims,
)

BAD = with_claims(claim(text="The old bridge will close in May."))


def in_pieces(said: Answer, pieces: int) -> Answer:
    return replace(said, chunk=len(said.text) // pieces)


LONG = in_pieces(says(GOOD | {"denials": [denial()] * 30}), 25)


@pytest.mark.parametrize(
    ("headers", "least"),
    [
        ({"Retry_After": "7"}, 7.0),
        ({"Retry_After": "1.5"}, 1.5),
        ({"Retry_After": "9", "retry_after_ms": "2500"}, 2.5),
    ],
)
async def test_the_server_is_given_the_rest_it_asks_for(
    server: ModelServer, headers: dict[str, str], least: float
) -> None:
    """`Retry-After` as seconds or date, or in milliseconds, is the least we wait."""
    server.will(fails(429, code="rate_limit_exceeded", **headers), says(GOOD))
    naps = Naps()

    async with OpenAIReader.of(server.settings(), sleep=naps) as reader:
        await drafts(reader)

    assert least <= naps.taken[0] <= least + 0.1


async def test_the_rest_may_be_given_as_a_date(server: ModelServer) -> None:
    """HTTP allows both."""
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    server.will(is_busy(date), says(GOOD))
    naps = Naps()

    async with OpenAIReader.of(server.settings(), sleep=naps) as reader:
        await drafts(reader)

    assert 20 < naps.taken[0] < 41


async def test_a_rest_beyond_the_deadline_is_not_waited_for(server: ModelServer) -> None:
    """Ten minutes are longer than a reading may take: that is told at once."""
    server.will(is_busy("600"))
    naps = Naps()

    async with OpenAIReader.of(server.settings(), sleep=naps) as reader:
        with pytest.raises(ReaderUnavailable):
            await drafts(reader)

    assert naps.taken == []


async def test_one_refusal_makes_all_calls_wait(server: ModelServer) -> None:
    """A call that begins while the server wants rest waits for the end of it before it sends anything."""
    naps = Naps()
    limiter = Limiter(4, naps)
    limiter.rest(30)

    async with OpenAIReader.of(server.will(says(GOOD)).settings(), sleep=naps, limiter=limiter) as reader:
        await drafts(reader)

    (nap,) = naps.taken
    assert 29 < nap <= 30


async def test_a_long_rest_is_respected_by_all(server: ModelServer) -> None:
    """Who comes while the server wants more rest than there is time fails at once and sends nothing."""
    server.will(is_busy("250"), says(GOOD))

    async with OpenAIReader.of(server.settings(), sleep=Naps()) as reader:
        for _ in range(2):
            with pytest.raises(ReaderUnavailable):
                await drafts(reader)

    assert len(server.requests) == 1


async def test_a_refusal_tells_the_limiter(server: ModelServer) -> None:
    """The rest that one call was asked for holds for the others."""
    naps = Naps()
    async with OpenAIReader.of(server.will(is_busy("20"), says(GOOD), says(GOOD)).settings(), sleep=naps) as reader:
        await drafts(reader)
        await drafts(reader)

    assert len(naps.taken) == 3
    assert naps.taken[-1] > 19


async def test_no_more_requests_at_once_than_allowed(server: ModelServer) -> None:
    """The limiter holds the place of a request until its answer is complete."""
    most = 0

    def watched(_: Any) -> Any:
        nonlocal most
        most = max(most, server.open + 1)
        return says(GOOD, pause=0.005)

    server.answer_with(watched)
    async with OpenAIReader.of(server.settings(concurrency=2)) as reader:
        await asyncio.gather(*(drafts(reader) for _ in range(6)))

    assert most == 2
    assert len(server.requests) == 6


async def test_the_deadline_ends_a_slow_beginning(server: ModelServer) -> None:
    """A server that says nothing costs no more than the deadline, all attempts included."""
    server.answer_with(lambda _: says(GOOD, pause=5))
    loop = asyncio.get_running_loop()
    began = loop.time()

    async with OpenAIReader.of(server.settings(read_seconds=0.4)) as reader:
        with pytest.raises(ReaderUnavailable):
            await drafts(reader)

    assert loop.time() - began < 4


async def test_the_deadline_ends_a_slow_stream(server: ModelServer) -> None:
    """Drafts were shown, and then the time was up: what had come whole is kept."""
    server.will(replace(LONG, pause=0.5))
    loop = asyncio.get_running_loop()
    began = loop.time()

    async with OpenAIReader.of(server.settings(read_seconds=3.0)) as reader:
        await reader.warm_up()
        seen, error = await until_it_fails(reader.read(article(), content))

    assert loop.time() - began < 9  # of the 12 that the answer takes
    assert (error, seen[-1].done, seen[-1].cut) == (None, True, True)
    assert seen[-1].form.claims


async def test_time_that_others_take_between_drafts_is_theirs(server: ModelServer) -> None:
    """The deadline never interrupts whoever reads the drafts; it ends the wait for what has not come by then."""
    server.will(replace(LONG, pause=0.12))

    async with OpenAIReader.of(server.settings(read_seconds=2.0)) as reader:
        await reader.warm_up()
        reading = reader.read(article(), content)
        await anext(reading)
        await asyncio.sleep(1.8)
        seen, error = await until_it_fails(reading)

    assert (error, seen[-1].done, seen[-1].cut) == (None, True, True)


async def test_both_loops_share_the_deadline(server: ModelServer) -> None:
    """A repair for which there is no time is left undone, and the first answer stays."""
    server.will(says(BAD)).answer_with(lambda _: says(GOOD, pause=5))

    async with OpenAIReader.of(server.settings(read_seconds=0.7)) as reader:
        last = (await drafts(reader, must_hedge))[-1]

    assert last.form == Form.model_validate(BAD)
    assert last.reasks == 1


async def test_both_loops_share_the_token_budget(server: ModelServer) -> None:
    """What the first answer cost is no longer there for a repair."""
    server.will(says(BAD, usage=(3000, 16000)), says(GOOD))

    async with OpenAIReader.of(server.settings(read_tokens=20_000)) as reader:
        last = (await drafts(reader, must_hedge))[-1]

    assert last.form == Form.model_validate(BAD)
    assert len(server.requests) == 1


async def test_an_article_beyond_the_budget_is_not_sent(server: ModelServer) -> None:
    """The setting that limits it is named."""
    async with OpenAIReader.of(server.settings(read_tokens=1000)) as reader:
        with pytest.raises(ReaderCutOff) as caught:
            await drafts(reader)

    assert caught.value.about == {"setting": "CLAIMS_READ_TOKENS"}
    assert server.requests == []


async def test_the_answer_may_be_as_long_as_budget_and_setting_allow(server: ModelServer) -> None:
    """The smaller of the two is sent."""
    server.will(says(GOOD), says(GOOD))

    async with OpenAIReader.of(server.settings(answer_tokens=900)) as reader:
        await drafts(reader)
    async with OpenAIReader.of(server.settings(read_tokens=6000, answer_tokens=16_000)) as reader:
        await drafts(reader)

    assert server.bodies[0]["max_tokens"] == 900
    assert 1000 < server.bodies[1]["max_tokens"] < 4000


async def test_no_more_requests_in_a_minute_than_allowed(server: ModelServer) -> None:
    """The third of two in a minute waits until the first is a minute old."""
    server.answer_with(lambda _: says(GOOD))
    naps = Naps()

    async with OpenAIReader.of(server.settings(model_requests_per_minute=2), sleep=naps) as reader:
        for _ in range(3):
            await drafts(reader)

    (nap,) = naps.taken
    assert 55 < nap <= 60


async def test_a_restart_does_not_give_another_minutes_requests(server: ModelServer, tmp_path: Path) -> None:
    """Two requests of two in a minute, then another process on the same database: its first one waits for the rest of the
    minute."""
    server.answer_with(lambda _: says(GOOD))
    settings = server.settings(model_requests_per_minute=2)
    naps = Naps()

    for requests in (2, 1):
        async with (
            open_store(f"sqlite:///{tmp_path}/claims.sqlite3") as store,
            OpenAIReader(settings, sleep=naps, kept=store.starts) as reader,
        ):
            for _ in range(requests):
                await drafts(reader)

    (nap,) = naps.taken
    assert 40 < nap <= 61


async def test_a_database_that_is_away_keeps_nobody_from_reading(server: ModelServer, tmp_path: Path) -> None:
    """What was asked before is not known then, and the reading goes on."""
    server.answer_with(lambda _: says(GOOD))
    async with open_store(f"sqlite:///{tmp_path}/claims.sqlite3") as store:
        gone = store.starts

    async with OpenAIReader(server.settings(model_requests_per_minute=2), kept=gone) as reader:
        assert (await drafts(reader))[-1].done


async def test_what_has_no_place_within_the_deadline_is_told_at_once(server: ModelServer) -> None:
    """With one request a minute and 30 seconds for a reading, the second one is not sent."""
    server.answer_with(lambda _: says(GOOD))
    naps = Naps()

    async with OpenAIReader.of(server.settings(model_requests_per_minute=1, read_seconds=30), sleep=naps) as reader:
        await drafts(reader)
        with pytest.raises(Crowded):
            await drafts(reader)

    assert (len(server.requests), naps.taken) == (1, [])
