"""Every way in which a request to a model can end, told apart over a real socket."""

import json

import pytest

from bot.claims.form import Form
from bot.errors import (
    ReaderCutOff,
    ReaderError,
    ReaderFiltered,
    ReaderMisconfigured,
    ReaderRefused,
    ReaderUnavailable,
)
from bot.readers.openai import OpenAIReader
from tests.model_answers import (
    Failure,
    Hangup,
    Script,
    breaks_off,
    context_exceeded,
    error_in_200,
    fails,
    has_no_quota,
    is_busy,
    is_filtered,
    no_choices,
    refuses,
    runs_out,
    says,
    web_page,
)
from tests.model_server import ModelServer
from tests.readers.bridge import (
    GOOD,
    LONG,
    Naps,
    claim,
    denial,
    drafts,
    must_hedge,
    with_claims,
)


@pytest.mark.parametrize(
    ("ending", "error"),
    [
        pytest.param(refuses(), ReaderRefused, id="refusal"),
        pytest.param(is_filtered(), ReaderFiltered, id="content filter"),
        pytest.param(is_filtered(GOOD, after=200), ReaderFiltered, id="content filter in the middle"),
        pytest.param(fails(400, "flagged", code="content_filter"), ReaderFiltered, id="content filter on the request"),
        pytest.param(fails(400, "Invalid prompt: flagged", code="invalid_prompt"), ReaderFiltered, id="invalid prompt"),
        pytest.param(runs_out(GOOD, after=40), ReaderCutOff, id="length with nothing complete"),
        pytest.param(runs_out(GOOD, after=180), ReaderCutOff, id="length with sources only"),
        pytest.param(context_exceeded(), ReaderCutOff, id="article too long"),
        pytest.param(has_no_quota(), ReaderMisconfigured, id="quota spent"),
        pytest.param(error_in_200("no more", "insufficient_quota"), ReaderMisconfigured, id="quota spent in a 200"),
        pytest.param(error_in_200("invalid_api_key", "invalid_api_key"), ReaderMisconfigured, id="wrong key in a 200"),
        pytest.param(fails(400, "no"), ReaderMisconfigured, id="400"),
        pytest.param(fails(401, "Incorrect API key provided: sk-test-not-a-key"), ReaderMisconfigured, id="401"),
        pytest.param(fails(402, "pay"), ReaderMisconfigured, id="402"),
        pytest.param(fails(403, "not here"), ReaderMisconfigured, id="403"),
        pytest.param(fails(404, "no such model"), ReaderMisconfigured, id="404"),
        pytest.param(fails(422, "no"), ReaderMisconfigured, id="422"),
        pytest.param(Failure(400, "not even JSON"), ReaderMisconfigured, id="400 without JSON"),
        pytest.param(web_page(), ReaderMisconfigured, id="a web page"),
    ],
)
async def test_an_ending_that_is_final_is_told_at_once(
    server: ModelServer, reader: OpenAIReader, naps: Naps, ending: Script, error: type[ReaderError]
) -> None:
    """One request, no wait, the error of its kind, and nothing of the key or the article in its words."""
    server.will(ending)

    with pytest.raises(error) as caught:
        await drafts(reader)

    assert type(caught.value) is error
    assert (len(server.requests), naps.taken) == (1, [])
    assert not any(word in repr(caught.value) for word in ("sk-", "bridge", "Obi"))


@pytest.mark.parametrize(
    "ending",
    [
        pytest.param(Hangup(), id="connection reset"),
        pytest.param(fails(408, "slow"), id="408"),
        pytest.param(fails(409, "locked"), id="409"),
        pytest.param(is_busy(), id="429"),
        pytest.param(fails(429, "You exceeded your current quota. Please retry in 3 s."), id="429 of Gemini"),
        pytest.param(fails(500, "broken"), id="500"),
        pytest.param(fails(503, "overloaded"), id="503"),
        pytest.param(error_in_200("upstream failed"), id="error in a 200"),
        pytest.param(error_in_200("upstream failed", 502), id="502 in a 200"),
        pytest.param(Failure(200, "[]"), id="a list"),
        pytest.param(Failure(200, "{nonsense"), id="garbled JSON"),
        pytest.param(Failure(200, "data: {nonsense\n\n", content_type="text/event-stream"), id="garbled stream"),
        pytest.param(
            Failure(200, 'data: {"error": {"message": "overloaded"}}\n\n', content_type="text/event-stream"),
            id="error in the stream",
        ),
        pytest.param(no_choices(), id="no choices"),
        pytest.param(Failure(200, "data: []\n\n", content_type="text/event-stream"), id="a list in the stream"),
        pytest.param(Failure(200, "data: null\n\n", content_type="text/event-stream"), id="null in the stream"),
        pytest.param(Failure(200, "", content_type="text/event-stream"), id="nothing at all"),
        pytest.param(Failure(200, '{"choices": []}'), id="no choices in an object"),
        pytest.param(Failure(200, '{"choices": null}'), id="choices null"),
        pytest.param(breaks_off(GOOD, after=30), id="stream cut"),
        pytest.param(breaks_off(GOOD, after=30, reset=True), id="stream reset"),
    ],
)
async def test_an_ending_that_may_pass_is_tried_again(
    server: ModelServer, reader: OpenAIReader, naps: Naps, ending: Script
) -> None:
    """The same request goes out again after growing pauses; that is no re-ask."""
    server.will(ending, ending, says(GOOD))

    last = (await drafts(reader))[-1]

    assert (last.form, last.reasks) == (Form.model_validate(GOOD), 0)
    assert len(naps.taken) == 2
    assert 0.5 <= naps.taken[0] < naps.taken[1] + 0.5
    assert server.bodies[0] == server.bodies[1] == server.bodies[2]
    assert last.usage.requests == 3


async def test_a_server_that_stays_away_is_unavailable(server: ModelServer, reader: OpenAIReader, naps: Naps) -> None:
    """Five attempts are enough; the offline reader may stand in then."""
    server.answer_with(lambda _: fails(503))

    with pytest.raises(ReaderUnavailable):
        await drafts(reader)

    assert len(server.requests) == 5
    assert naps.taken == sorted(naps.taken, key=round)


@pytest.mark.parametrize(
    ("ending", "words"),
    [(no_choices(), "without choices"), (breaks_off(GOOD, after=30), "broke off"), (fails(502), "answered 502")],
)
async def test_what_stayed_wrong_is_told_to_the_operator(
    server: ModelServer, reader: OpenAIReader, ending: Script, words: str
) -> None:
    """The error says what the last attempt met."""
    server.answer_with(lambda _: ending)

    with pytest.raises(ReaderUnavailable, match=words):
        await drafts(reader)


async def test_nobody_at_home_is_unavailable(reader: OpenAIReader, server: ModelServer, naps: Naps) -> None:
    """A refused connection is a matter of transport."""
    await server.__aexit__()

    with pytest.raises(ReaderUnavailable):
        await drafts(reader)

    assert len(naps.taken) == 4


@pytest.mark.parametrize(
    "ending", [refuses(), runs_out(GOOD, after=30), fails(400), has_no_quota(), fails(503), Hangup()]
)
async def test_a_failed_repair_leaves_the_first_answer(
    server: ModelServer, reader: OpenAIReader, ending: Script
) -> None:
    """What was valid before the re-ask failed is still worth showing."""
    flawed = with_claims(claim(), claim("c2", "The old bridge will close in May."))
    server.will(says(flawed)).answer_with(lambda _: ending)

    last = (await drafts(reader, must_hedge))[-1]

    assert last.done
    assert last.form == Form.model_validate(flawed)


@pytest.mark.parametrize("finish", ["tool_calls", "eos", "abort"])
async def test_only_stop_ends_well(server: ModelServer, reader: OpenAIReader, finish: str) -> None:
    """Another reason means that the answer may not be whole, so it is asked for again."""
    server.will(says(GOOD, finish=finish), says(GOOD))

    assert (await drafts(reader))[-1].reasks == 1


async def test_a_server_that_does_not_stream_is_understood(server: ModelServer, reader: OpenAIReader) -> None:
    """Some answer a request for a stream with one object."""
    message = {"role": "assistant", "content": says(GOOD).text}
    body = {
        "model": "m",
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10},
    }
    server.will(Failure(200, body))

    last = (await drafts(reader))[-1]

    assert last.form == Form.model_validate(GOOD)
    assert (last.usage.input_tokens, last.usage.output_tokens) == (7, 3)


async def test_numbers_of_a_broken_answer_are_not_believed(server: ModelServer, reader: OpenAIReader) -> None:
    """JSON that ends within a list of numbers may have meant 12 where it says 1: that item is left out."""
    broken = says(LONG | {"denials": [denial(), denial()]}).text
    server.will(*[says(broken[: broken.rindex("[3]") + 2])] * 3)

    last = (await drafts(reader))[-1]

    assert (len(last.form.claims), len(last.form.denials), last.cut) == (2, 1, True)


@pytest.mark.parametrize(
    "chunk",
    [
        {"choices": 7},
        {"choices": [7]},
        {"choices": [{"delta": "text"}]},
        {"choices": [{"delta": {"content": 5}}]},
        {"choices": [{"delta": {"content": ["a"], "refusal": 1}, "finish_reason": True}]},
        {"choices": [{"index": "x", "delta": {}}], "model": 3},
        {"choices": [], "usage": {"prompt_tokens": "many", "completion_tokens": -1}},
        {"choices": [], "usage": [1]},
        {"error": ["odd"]},
        {"error": {"message": None, "code": [], "param": {}}},
    ],
)
async def test_a_chunk_of_any_shape_is_an_ending_of_the_server(
    server: ModelServer, reader: OpenAIReader, chunk: dict[str, object]
) -> None:
    """The SDK does not validate what it reads; odd shapes are no error of ours and no endless loop."""
    stream = f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n"
    server.answer_with(lambda _: Failure(200, stream, content_type="text/event-stream"))

    with pytest.raises(ReaderUnavailable):
        await drafts(reader)

    assert len(server.requests) == 5


async def test_a_pair_of_surrogates_cut_in_two_is_put_together(server: ModelServer, reader: OpenAIReader) -> None:
    """Half a character in one chunk and half in the next is still one character, and never breaks the next request."""
    emoji = with_claims(claim(text="The old bridge may close 😀."))
    halves = [says(emoji).text.partition("😀")[0] + "\ud83d", "\ude00" + says(emoji).text.partition("😀")[2]]
    deltas = [{"choices": [{"index": 0, "delta": {"content": half}}]} for half in halves]
    deltas.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})

    stream = "".join(f"data: {json.dumps(delta)}\n\n" for delta in deltas) + "data: [DONE]\n\n"
    server.will(Failure(200, stream, content_type="text/event-stream"), says(GOOD))

    last = (await drafts(reader))[-1]

    assert last.form.claims[0].text == "The old bridge may close 😀."


async def test_an_error_of_our_own_check_is_not_blamed_on_the_model(server: ModelServer, reader: OpenAIReader) -> None:
    """A bug is seen as one."""

    def buggy(form: Form) -> list[object]:
        raise KeyError("bug")

    server.will(says(GOOD))

    with pytest.raises(KeyError):
        await drafts(reader, buggy)
