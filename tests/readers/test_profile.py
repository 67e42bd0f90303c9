"""What is asked of which server, and what is left out once it has refused it."""

import asyncio
import re
from typing import Any

import pytest

from bot.claims.form import Form
from bot.errors import ReaderMisconfigured
from bot.readers.openai import OpenAIReader
from bot.readers.profile import Profile
from bot.settings import Settings
from tests.model_answers import error_in_200, fails, says
from tests.model_server import Asked, ModelServer
from tests.readers.bridge import GOOD, Naps, article, content, drafts

OWN = {"store", "safety_identifier", "prompt_cache_key", "reasoning_effort", "max_completion_tokens"}


@pytest.mark.parametrize(
    ("base_url", "server"),
    [
        (None, "openai"),
        ("https://api.openai.com/v1", "openai"),
        ("https://eu.api.openai.com/v1/", "openai"),
        ("https://newsroom.openai.azure.com/openai/v1/", "azure"),
        ("https://newsroom.services.ai.azure.com/openai/v1/", "azure"),
        ("http://localhost:11434/v1", "compatible"),
        ("https://api.openai.com.example.org/v1", "compatible"),
        ("https://notapi.openai.com.evil/v1", "compatible"),
        ("https://example.org/api.openai.com/v1", "compatible"),
    ],
)
def test_servers_are_told_by_their_host(base_url: str | None, server: str) -> None:
    """Only the host counts, and only the whole of it."""
    assert Profile.of(Settings(openai_base_url=base_url)).server == server


def test_a_setting_beats_the_host() -> None:
    """A gateway in front of OpenAI can be named as what it is."""
    assert Profile.of(Settings(openai_base_url="http://gateway/v1", model_server="openai")).server == "openai"


async def test_openai_gets_its_own_parameters() -> None:
    """Nothing is stored there, the cache is keyed by the prompt, people are told apart by a hash only."""
    async with ModelServer("openai") as server, OpenAIReader.of(server.will(says(GOOD)).settings()) as reader:
        async for _ in reader.read(article(), content, safety_identifier="hashed"):
            pass

    (body,) = server.bodies
    assert body["store"] is False
    assert body["safety_identifier"] == "hashed"
    assert re.fullmatch(r"claims-[0-9a-f]{16}", body["prompt_cache_key"])
    assert body["reasoning_effort"] == "low"
    assert "max_tokens" not in body


async def test_other_servers_get_none_of_them() -> None:
    """What they do not know they may refuse."""
    async with ModelServer() as server, OpenAIReader.of(server.will(says(GOOD)).settings()) as reader:
        async for _ in reader.read(article(), content, safety_identifier="hashed"):
            pass

    assert not OWN & server.bodies[0].keys()
    assert server.bodies[0]["max_tokens"] > 0


async def test_the_form_is_asked_for_in_strict_mode() -> None:
    """The schema is the form's own, and a server that checks it takes it at the first request."""
    async with ModelServer() as server, OpenAIReader.of(server.will(says(GOOD)).settings()) as reader:
        await drafts(reader)

    wanted = server.bodies[0]["response_format"]
    assert wanted["json_schema"] == {"name": "claims", "strict": True, "schema": Form.model_json_schema()}
    assert server.bodies[0]["stream_options"] == {"include_usage": True}


async def test_a_server_without_schemas_is_asked_for_json() -> None:
    """One 400 that names the format is enough to go a rung down, and the rung is remembered."""
    async with ModelServer(refuses_formats=frozenset({"json_schema"})) as server:
        server.answer_with(lambda _: GOOD)
        async with OpenAIReader.of(server.settings()) as reader:
            first = (await drafts(reader))[-1]
            await drafts(reader)

    formats = [body["response_format"]["type"] for body in server.bodies]
    assert formats == ["json_schema", "json_object", "json_object"]
    assert first.form == Form.model_validate(GOOD)
    assert first.reasks == 0
    assert '"additionalProperties": false' in server.requests[1].instructions


async def test_a_grammar_that_cannot_be_built_is_a_format_refused() -> None:
    """llama.cpp answers 500 to a schema that it cannot make a grammar of; waiting would not help."""

    def weak(asked: Asked) -> Any:
        return (
            fails(500, "failed to parse grammar")
            if asked.body.get("response_format", {}).get("type") == "json_schema"
            else GOOD
        )

    async with ModelServer() as server, OpenAIReader.of(server.answer_with(weak).settings()) as reader:
        last = (await drafts(reader))[-1]

    assert (last.done, len(server.requests)) == (True, 2)


async def test_a_server_without_formats_is_asked_for_text() -> None:
    """On the last rung the schema stands in the instructions, and words around the object are passed over."""
    async with ModelServer(refuses_parameters=frozenset({"response_format"})) as server:
        server.answer_with(lambda _: f"Here it is:\n```json\n{says(GOOD).text}\n```\nAnything else?")
        async with OpenAIReader.of(server.settings()) as reader:
            last = (await drafts(reader))[-1]

    assert "response_format" not in server.bodies[-1]
    assert len(server.requests) == 3
    assert last.form == Form.model_validate(GOOD)
    assert last.reasks == 0


async def test_parallel_readings_go_down_one_rung_together() -> None:
    """Each meets the 400, but only the first changes what is asked for."""
    async with ModelServer(refuses_formats=frozenset({"json_schema"})) as server:
        server.answer_with(lambda _: GOOD)
        async with OpenAIReader.of(server.settings()) as reader:
            await asyncio.gather(*(drafts(reader) for _ in range(4)))

    assert {body.get("response_format", {}).get("type") for body in server.bodies} == {"json_schema", "json_object"}


@pytest.mark.parametrize("parameter", ["reasoning_effort", "store", "prompt_cache_key", "stream_options"])
async def test_an_optional_parameter_that_is_refused_is_left_out(parameter: str) -> None:
    """A model without reasoning refuses an effort: that must not stop the reading."""
    async with ModelServer("openai", refuses_parameters=frozenset({parameter})) as server:
        server.answer_with(lambda _: GOOD)
        async with OpenAIReader.of(server.settings()) as reader:
            last = (await drafts(reader))[-1]
            await drafts(reader)

    assert [parameter in body for body in server.bodies] == [True, False, False]
    assert last.usage.output_tokens > 0


async def test_a_model_that_may_not_be_streamed_is_asked_for_the_whole() -> None:
    """OpenAI streams some models to verified organisations only; a reading without growing drafts is one, too."""

    def unverified(asked: Asked) -> Any:
        if asked.body.get("stream"):
            return fails(400, "Your organization must be verified to stream this model.", param="stream")
        return GOOD

    async with ModelServer("openai") as server, OpenAIReader.of(server.answer_with(unverified).settings()) as reader:
        last = (await drafts(reader))[-1]
        server.will(error_in_200("upstream failed"))
        again = (await drafts(reader))[-1]

    assert last.form == again.form == Form.model_validate(GOOD)
    assert last.usage.output_tokens > 0
    assert [body.get("stream", False) for body in server.bodies] == [True, False, False, False]


async def test_the_name_of_the_limit_is_changed_where_it_is_unknown() -> None:
    """Some compatible servers know only the newer name."""
    async with ModelServer(refuses_parameters=frozenset({"max_tokens"})) as server:
        server.answer_with(lambda _: GOOD)
        async with OpenAIReader.of(server.settings()) as reader:
            await drafts(reader)

    assert "max_completion_tokens" in server.bodies[-1]


async def test_a_limit_beyond_the_context_is_left_to_the_server() -> None:
    """A small model refuses the limit, not the article: it is asked without one."""

    def small(asked: Asked) -> Any:
        if "max_tokens" in asked.body:
            return fails(400, "max_tokens is too large: 16000. This model's maximum context length is 8192 tokens.")
        return GOOD

    async with ModelServer() as server, OpenAIReader.of(server.answer_with(small).settings()) as reader:
        last = (await drafts(reader))[-1]

    assert last.done
    assert "max_completion_tokens" not in server.bodies[-1]


async def test_a_server_that_refuses_everything_is_no_endless_loop() -> None:
    """When there is nothing left to leave out, the operator is told."""
    async with ModelServer() as server:
        server.answer_with(lambda _: fails(400, "response_format is not supported", param="response_format"))
        async with OpenAIReader.of(server.settings(), sleep=Naps()) as reader:
            with pytest.raises(ReaderMisconfigured):
                await drafts(reader)

    assert len(server.requests) == 3


async def test_a_probe_tells_what_works() -> None:
    """The rung, the time it took and the name under which the server knows the model."""
    async with ModelServer(refuses_formats=frozenset({"json_schema"})) as server:
        server.answer_with(lambda _: {"ok": True})
        async with OpenAIReader.of(server.settings()) as reader:
            probe = await reader.probe()

    assert (probe.rung, probe.model) == ("json", "test-model-2026-01-01")
    assert 0 < probe.seconds < 5


async def test_a_probe_fails_as_a_reading_does() -> None:
    """A wrong key is the operator's to mend."""
    async with ModelServer() as server:
        server.will(fails(401, "Incorrect API key", code="invalid_api_key"))
        async with OpenAIReader.of(server.settings()) as reader:
            with pytest.raises(ReaderMisconfigured):
                await reader.probe()
