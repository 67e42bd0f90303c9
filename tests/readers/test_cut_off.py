"""Of an answer that breaks off, what was complete is kept."""

import json

import pytest

from bot.errors import (
    ReaderUnavailable,
)
from bot.readers.openai import OpenAIReader
from tests.model_answers import (
    Failure,
    Script,
    breaks_off,
    runs_out,
    says,
    stalls,
)
from tests.model_server import ModelServer
from tests.readers.bridge import (
    GOOD,
    LONG,
    TOLD,
    WRITTEN,
    Naps,
    answers,
    article,
    content,
    drafts,
    until_it_fails,
)


@pytest.mark.parametrize(
    "ending", [breaks_off(LONG, len(WRITTEN) - 60), breaks_off(LONG, len(WRITTEN) - 60, reset=True)]
)
async def test_a_stream_that_breaks_after_something_was_shown_is_not_begun_again(
    server: ModelServer, reader: OpenAIReader, ending: Script
) -> None:
    """What came stays, is not passed off as the whole, and the sentences behind it are named."""
    server.will(ending)

    *_, last = await drafts(reader)

    assert [each.id for each in last.form.claims] == ["c1", "c2"]
    assert (last.cut, last.unread) == (True, ((3, 3),))
    assert len(server.requests) == 1


async def test_only_sources_of_a_broken_stream_are_nothing_to_keep(server: ModelServer, reader: OpenAIReader) -> None:
    """Then the model is out of reach, as if nothing had come."""
    server.will(breaks_off(LONG, WRITTEN.index('"claims"') + 20))

    seen, error = await until_it_fails(reader.read(article(), content))

    assert isinstance(error, ReaderUnavailable)
    assert not any(draft.done for draft in seen)


@pytest.mark.parametrize("watched", [True, False])
async def test_a_slow_model_keeps_what_it_had_told_by_the_deadline(server: ModelServer, *, watched: bool) -> None:
    """Whether or not somebody watched it grow."""
    server.answer_with(lambda _: stalls(LONG, WRITTEN.index("June")))

    async with OpenAIReader.of(server.settings(read_seconds=1.0), sleep=Naps(), pause=0.0) as reader:
        seen = [draft async for draft in reader.read(article(), content, lambda: watched)]

    assert [each.id for each in seen[-1].form.claims] == ["c1"]
    assert (seen[-1].cut, seen[-1].unread) == (True, ((3, 3),))


async def test_a_slow_answer_keeps_the_parts_it_had(server: ModelServer) -> None:
    """A question is treated like an article, and what is missing was not left out by a check."""
    told = TOLD | {"parts": [{"text": "It may.", "sentences": [2]}, {"text": "In May.", "sentences": [2]}]}
    server.answer_with(lambda _: stalls(told, says(told).text.index("In May")))

    async with OpenAIReader.of(server.settings(read_seconds=1.0), sleep=Naps()) as reader:
        last = (await answers(reader, "When?"))[-1]

    assert [part.text for part in last.form.parts] == ["It may."]
    assert (last.cut, last.dropped) == (True, 0)


@pytest.mark.parametrize("error", [{"message": "overloaded"}, {"message": "bad response_format", "code": 400}])
async def test_an_error_after_something_was_shown_ends_the_reading(
    server: ModelServer, reader: OpenAIReader, error: dict[str, object]
) -> None:
    """Whatever the server says in the middle of a stream, it is no longer a matter of trying again; what came stays."""
    half = {"choices": [{"index": 0, "delta": {"content": WRITTEN[:-60]}}]}
    stream = f"data: {json.dumps(half)}\n\ndata: {json.dumps({'error': error})}\n\n"
    server.will(Failure(200, stream, content_type="text/event-stream"))

    *_, last = await drafts(reader)

    assert last.cut
    assert last.form.claims
    assert len(server.requests) == 1


async def test_of_an_answer_that_was_cut_off_the_complete_items_are_kept(
    server: ModelServer, reader: OpenAIReader
) -> None:
    """The length limit came after one claim: that one is shown, and that it was cut; no check left anything out."""
    server.will(runs_out(LONG, after=WRITTEN.index("June")))

    last = (await drafts(reader))[-1]

    assert last.done
    assert [each.id for each in last.form.claims] == ["c1"]
    assert (last.cut, last.unread, last.dropped, len(server.requests)) == (True, ((3, 3),), 0, 1)


async def test_of_a_cut_off_answer_to_a_question_the_complete_parts_are_kept(
    server: ModelServer, reader: OpenAIReader
) -> None:
    """The same holds for follow-ups."""
    told = TOLD | {"parts": [{"text": "It may.", "sentences": [2]}, {"text": "In May.", "sentences": [2]}]}
    server.will(runs_out(told, after=says(told).text.index("In May")))

    last = (await answers(reader, "When?"))[-1]

    assert [part.text for part in last.form.parts] == ["It may."]
    assert (last.cut, last.dropped) == (True, 0)


async def test_an_answer_without_end_is_cut_off(server: ModelServer) -> None:
    """A server that keeps to no limit is stopped by us; what was complete is kept."""
    endless = says(GOOD).text[:-2] + "," + " " * 200_000
    server.will(says(endless, chunk=4000))

    async with OpenAIReader.of(server.settings(answer_tokens=1000)) as reader:
        last = (await drafts(reader))[-1]

    assert len(last.form.claims) == 1
    assert last.cut


async def test_the_count_of_a_cut_off_answer_is_the_servers(server: ModelServer, reader: OpenAIReader) -> None:
    """Usage comes after the finish reason and is waited for."""
    server.will(runs_out(LONG, after=WRITTEN.index("June"), usage=(11, 7)))

    usage = (await drafts(reader))[-1].usage

    assert (usage.input_tokens, usage.output_tokens) == (11, 7)


async def test_an_answer_that_breaks_off_is_cut_whatever_the_server_calls_its_end(
    server: ModelServer, reader: OpenAIReader
) -> None:
    """Some servers say "stop" where they ran into a limit of their own: asked again in vain, what was complete is kept as cut."""
    broken = says(WRITTEN[: WRITTEN.index("June")])
    server.will(broken, broken, broken)

    last = (await drafts(reader))[-1]

    assert [each.id for each in last.form.claims] == ["c1"]
    assert (last.cut, last.unread, last.dropped, last.reasks) == (True, ((3, 3),), 0, 2)
