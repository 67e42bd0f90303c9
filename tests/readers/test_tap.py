"""Listening in on a model, for people who develop prompts."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest

from bot.claims.reading import Usage
from bot.errors import ReaderMisconfigured
from bot.readers.openai import OpenAIReader
from bot.readers.tap import Heard, Tap
from tests.model_answers import error_in_200, fails, says, stalls, web_page
from tests.model_server import KEY, ModelServer
from tests.readers.bridge import GOOD, Naps, drafts
from tests.waiting import until


@pytest.fixture
def heard() -> list[Heard]:
    return []


@pytest.fixture
async def reader(server: ModelServer, heard: list[Heard]) -> AsyncIterator[OpenAIReader]:
    async with OpenAIReader(server.settings(), sleep=Naps(), tap=Tap(heard.append)) as made:
        yield made


async def test_a_request_is_heard_and_then_its_answer(
    server: ModelServer, reader: OpenAIReader, heard: list[Heard]
) -> None:
    """The very body that went out, then all that the model said, with its name and what it cost; the key is in neither."""
    server.will(says(GOOD, usage=(100, 10)))

    await drafts(reader)

    asked, answered = heard
    assert (asked.number, asked.seconds, asked.answer) == (1, None, "")
    assert asked.body == answered.body == server.bodies[0]
    assert json.loads(answered.answer) == GOOD
    assert (answered.model, answered.error) == ("test-model-2026-01-01", "")
    assert answered.usage == Usage(input_tokens=100, output_tokens=10, requests=1)
    assert answered.seconds is not None
    assert KEY not in repr(heard)


async def test_what_failed_is_heard_as_well(server: ModelServer, reader: OpenAIReader, heard: list[Heard]) -> None:
    """Each attempt has its number; one that failed says why."""
    server.will(fails(500, "The server had an error."), says(GOOD))

    await drafts(reader)

    assert [(each.number, each.seconds is None, bool(each.error)) for each in heard] == [
        (1, True, False),
        (1, False, True),
        (2, True, False),
        (2, False, False),
    ]


async def test_what_the_server_said_is_heard(server: ModelServer, reader: OpenAIReader, heard: list[Heard]) -> None:
    """An error's own words, those of one that came in a 200, and the web page that stands where the server should be."""
    server.will(fails(500, "The disk is full."), error_in_200("upstream failed"), web_page())

    with pytest.raises(ReaderMisconfigured):
        await drafts(reader)

    assert [each.words for each in heard if each.error] == [
        json.dumps(fails(500, "The disk is full.").body),
        json.dumps({"message": "upstream failed", "code": None}),
        "<html>Sign in</html>",
    ]


async def test_why_an_answer_was_not_taken_is_heard(
    server: ModelServer, reader: OpenAIReader, heard: list[Heard]
) -> None:
    """Under the number of its call, with the very problems that the next request carries; a good answer has none."""
    server.will(says("Many things."), says(GOOD))

    await drafts(reader)

    first = [each for each in heard if each.number == 1]
    assert [bool(each.problems) for each in first] == [False, False, True]
    assert list(first[-1].problems) == server.requests[1].problems
    assert first[-1].answer == "Many things."
    assert not any(each.problems for each in heard if each.number == 2)


async def test_a_request_that_was_given_up_is_heard_in_words(
    server: ModelServer, reader: OpenAIReader, heard: list[Heard]
) -> None:
    """Nobody waits any longer: who looks at the wire reads a sentence, and no name of the language that we are written in."""
    server.will(stalls(GOOD, 40))
    reading = asyncio.create_task(drafts(reader))
    async with asyncio.timeout(20):
        await until(lambda: bool(server.requests))
    reading.cancel()
    await asyncio.wait([reading])

    assert heard[-1].error == "stopped before the answer had come"
