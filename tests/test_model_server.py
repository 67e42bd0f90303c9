"""The stand-in is as strict as the real one: its 400s are what our tests rely on."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import openai
import pytest

from bot.errors import ReaderMisconfigured
from bot.readers.openai import OpenAIReader
from tests.model_answers import says
from tests.model_server import KEY, Asked, ModelServer, finds_nothing
from tests.readers.bridge import answers, drafts


@pytest.fixture
async def server() -> AsyncIterator[ModelServer]:
    async with ModelServer("openai") as running:
        yield running.answer_with(lambda _: "hello")


@pytest.fixture
async def client(server: ModelServer) -> AsyncIterator[openai.AsyncOpenAI]:
    async with openai.AsyncOpenAI(base_url=server.base_url, api_key=KEY, max_retries=0) as made:
        yield made


BODY: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}
LOOSE = {"type": "object", "properties": {"a": {"type": "string"}}}


async def test_a_good_request_is_answered(client: openai.AsyncOpenAI) -> None:
    """Whole, for who does not stream."""
    answer = await client.chat.completions.create(**BODY)

    assert answer.choices[0].message.content == "hello"
    assert answer.usage


@pytest.mark.parametrize(
    "change",
    [
        {"max_tokens": 5, "max_completion_tokens": 5},
        {"messages": []},
        {"messages": [{"role": "user", "content": ""}]},
        {"messages": [{"role": "nobody", "content": "hi"}]},
        {"extra_body": {"top_k": 3}},
        {"max_tokens": "many"},
        {"response_format": {"type": "json_object"}},
        {"response_format": {"type": "json_schema", "json_schema": {"name": "a b", "schema": {}}}},
        {"response_format": {"type": "json_schema", "json_schema": {"name": "a", "strict": True, "schema": LOOSE}}},
    ],
)
async def test_a_bad_request_is_refused(client: openai.AsyncOpenAI, change: dict[str, Any]) -> None:
    """In the shape of OpenAI's own errors."""
    with pytest.raises(openai.BadRequestError) as caught:
        await client.chat.completions.create(**(BODY | change))

    assert caught.value.type == "invalid_request_error"


async def test_a_request_without_a_key_is_refused(server: ModelServer) -> None:
    """401, as everywhere."""
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{server.base_url}/chat/completions", json=BODY) as response,
    ):
        assert response.status == 401


async def test_a_compatible_server_refuses_what_is_openais_own() -> None:
    """Parameters that only OpenAI knows are a 400 elsewhere."""
    async with (
        ModelServer("compatible") as server,
        openai.AsyncOpenAI(base_url=server.base_url, api_key=KEY, max_retries=0) as client,
    ):
        with pytest.raises(openai.BadRequestError, match="store"):
            await client.chat.completions.create(**BODY, store=False)


async def test_the_script_comes_before_the_model(server: ModelServer, client: openai.AsyncOpenAI) -> None:
    """What was told first is answered first; then the model is asked."""
    server.will(says("one"), says("two"))

    said = [(await client.chat.completions.create(**BODY)).choices[0].message.content for _ in range(3)]

    assert said == ["one", "two", "hello"]


def test_a_model_can_see_the_article() -> None:
    """Sentences by number, the question and the name of the form are there for the asking."""
    text = "<<<article-1\nTitle: x\n\n[1] One.\n[2] Two.\narticle-1>>>\n\n<<<question-2\nWhy?\nquestion-2>>>"
    asked = Asked({"messages": [{"content": "do"}, {"content": text}]}, {})

    assert asked.sentences == {1: "One.", 2: "Two."}
    assert (asked.question, asked.form, asked.problems, asked.instructions) == ("Why?", "", [], "do")


async def test_a_bug_in_the_model_of_a_test_is_seen() -> None:
    """The request fails, and so does the test: with the error itself."""

    def buggy(asked: Asked) -> str:
        return asked.sentences[7]

    async def read() -> None:
        async with ModelServer() as server, OpenAIReader.of(server.answer_with(buggy).settings()) as reader:
            with pytest.raises(ReaderMisconfigured):
                await drafts(reader)

    with pytest.raises(KeyError):
        await read()


@pytest.mark.parametrize("formats", [(), ("json_schema",), ("json_schema", "json_object")])
async def test_the_plainest_model_knows_every_form(formats: tuple[str, ...]) -> None:
    """However the form is asked for, `finds_nothing` fills it."""
    async with (
        ModelServer(refuses_formats=frozenset(formats)) as server,
        OpenAIReader.of(server.answer_with(finds_nothing).settings()) as reader,
    ):
        read, told = (await drafts(reader))[-1], (await answers(reader, "Why?"))[-1]
        probe = await reader.probe()

    assert (read.form.claims, told.form.told, read.reasks, told.reasks) == ([], False, 0, 0)
    assert probe.rung == ("schema", "json", "text")[len(formats)]
