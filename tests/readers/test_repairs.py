"""What the model reader does about an answer that does not hold: it asks again, and keeps the best."""

import re
from dataclasses import replace

import pytest

from bot.claims.form import Form
from bot.errors import ReaderNonsense
from bot.readers.openai import OpenAIReader
from tests.model_answers import fenced, says
from tests.model_server import ModelServer
from tests.readers.bridge import (
    BAD,
    GOOD,
    HALF,
    claim,
    denial,
    drafts,
    must_hedge,
    source,
    with_claims,
)


async def test_a_complaint_is_asked_about_again(server: ModelServer, reader: OpenAIReader) -> None:
    """The bad answer and what is wrong with it follow the article, fenced, in the user's role."""
    server.will(says(BAD), says(GOOD))

    seen = await drafts(reader, must_hedge)

    assert seen[-1].form == Form.model_validate(GOOD)
    assert seen[-1].reasks == 1
    roles = [message["role"] for message in server.bodies[1]["messages"]]
    assert roles == ["system", "user", "assistant", "user"]
    complaint = server.bodies[1]["messages"][-1]["content"]
    assert re.search(r"<<<problems-(\w+)\n- c1: the hedge `may` is missing\nproblems-\1>>>", complaint)


async def test_a_second_complaint_replaces_the_first(server: ModelServer, reader: OpenAIReader) -> None:
    """Bad answers are not stacked: the third request holds the second answer only."""
    server.will(says(BAD), says(HALF), says(GOOD))

    await drafts(reader, must_hedge)

    third = server.bodies[2]["messages"]
    assert len(third) == 4
    assert '"c2"' in third[2]["content"]
    assert "c1: " not in third[3]["content"]


async def test_after_two_more_tries_the_best_valid_form_is_kept(server: ModelServer, reader: OpenAIReader) -> None:
    """Grounding puts the article's own words in place of what still fails."""
    server.will(says(BAD), says(HALF), says(BAD))

    last = (await drafts(reader, must_hedge))[-1]

    assert last.form == Form.model_validate(HALF)
    assert (last.done, last.reasks, len(server.requests)) == (True, 2, 3)


async def test_a_repair_that_gives_up_is_no_repair(server: ModelServer, reader: OpenAIReader) -> None:
    """An empty form has no complaints, but the claims of the first answer are worth more."""
    server.will(says(HALF), says({"sources": [], "claims": [], "denials": []}))

    last = (await drafts(reader, must_hedge))[-1]

    assert last.form == Form.model_validate(HALF)


@pytest.mark.parametrize(
    "said",
    [
        "no JSON at all",
        '{"sources": []}',
        '{"sources": [], "claims": [], "claims": [], "denials": []}',
        '{"sources": [], "claims": "none", "denials": []}',
        '{"sources": [], "claims": [], "denials": [], "verdict": "true"}',
        '{"sources": [], "claims": [], "denials": []',
        "",
    ],
)
async def test_an_answer_that_is_not_the_form_is_asked_for_again(
    server: ModelServer, reader: OpenAIReader, said: str
) -> None:
    """Invalid JSON, missing, doubled and foreign keys, wrong types and emptiness are told to the model."""
    server.will(says(said), says(GOOD))

    last = (await drafts(reader))[-1]

    assert (last.form, last.reasks) == (Form.model_validate(GOOD), 1)
    assert server.bodies[1]["messages"][-1]["role"] == "user"


async def test_pydantic_errors_are_told_without_what_was_said(server: ModelServer, reader: OpenAIReader) -> None:
    """The model gets place and message of each error; inputs and web addresses stay out."""
    server.will(says(with_claims(claim(certainty="very sure"))), says(GOOD))

    await drafts(reader)

    told = server.bodies[1]["messages"][-1]["content"]
    assert '"loc": ["claims", 0, "certainty"]' in told
    assert "very sure" not in told
    assert "http" not in told


async def test_numbers_written_as_words_are_not_taken(server: ModelServer, reader: OpenAIReader) -> None:
    """`true` is not sentence 1 and `"2"` is not 2: types hold as the schema has them."""
    server.will(says(with_claims(claim(sentences=[True]))), says(with_claims(claim(sentences=["2"]))), says(GOOD))

    assert (await drafts(reader))[-1].reasks == 2


async def test_one_markdown_fence_is_taken_off(server: ModelServer, reader: OpenAIReader) -> None:
    """Servers without strict mode like to wrap their JSON."""
    server.will(replace(fenced(GOOD), pause=0.02))

    seen = await drafts(reader)

    assert (seen[-1].form, seen[-1].reasks) == (Form.model_validate(GOOD), 0)
    assert len(seen) > 1


async def test_words_around_the_form_cost_nothing(server: ModelServer, reader: OpenAIReader) -> None:
    """A server that ignores the format it was asked for: the form is whole, so nobody is asked again and nothing is left out."""
    server.will(says(f"Here is the form:\n{fenced(GOOD).text}\nHope it helps!"))

    last = (await drafts(reader))[-1]

    assert last.form == Form.model_validate(GOOD)
    assert (last.dropped, last.reasks) == (0, 0)


async def test_what_is_whole_in_an_answer_that_is_not_is_not_counted(server: ModelServer, reader: OpenAIReader) -> None:
    """A key too many at the top makes no item of it wrong."""
    server.answer_with(lambda _: GOOD | {"verdict": "true"})

    last = (await drafts(reader))[-1]

    assert (last.form, last.dropped) == (Form.model_validate(GOOD), 0)


async def test_thoughts_before_the_answer_are_passed_over(server: ModelServer, reader: OpenAIReader) -> None:
    """A server without a parser for them sends them along, braces included."""
    server.will(says('<think>Perhaps {"sources": [{"id": "s9"}, {}]}?</think>\n' + says(GOOD).text))

    seen = await drafts(reader)

    assert seen[-1].form == Form.model_validate(GOOD)
    assert {len(draft.form.sources) for draft in seen} == {1, 2}
    assert all(each.id != "s9" for draft in seen for each in draft.form.sources)


async def test_the_valid_items_of_an_invalid_answer_are_kept(server: ModelServer, reader: OpenAIReader) -> None:
    """When no answer is valid as a whole, what is valid is shown and the rest counted."""
    wrong = with_claims(claim(), claim("c2", kind="rumour"), denials=[denial(), denial(claims=["c2"])])
    server.will(says(wrong), says(wrong), says(wrong))

    last = (await drafts(reader))[-1]

    assert [each.id for each in last.form.claims] == ["c1"]
    assert [each.claims for each in last.form.denials] == [["c1"]]
    assert (last.dropped, last.reasks) == (2, 2)


async def test_a_claim_never_loses_its_source(server: ModelServer, reader: OpenAIReader) -> None:
    """Where a source is invalid its claims go too: without it they would seem to be the outlet's own."""
    wrong = GOOD | {"sources": [source() | {"kind": "witness"}, source("s2", "The city")], "denials": []}
    server.will(says(wrong), says(wrong), says(wrong))

    with pytest.raises(ReaderNonsense):
        await drafts(reader)


async def test_nonsense_to_the_end_is_said_to_be_that(server: ModelServer, reader: OpenAIReader) -> None:
    """Three unusable answers are enough."""
    server.will(says("What a lovely article!"), says("Indeed."), says("{}"))

    with pytest.raises(ReaderNonsense):
        await drafts(reader)

    assert len(server.requests) == 3
