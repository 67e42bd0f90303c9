"""Long articles in parts, against the strict server on a socket: merged, linked, and honest about what failed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.article.article import Article
from bot.claims.form import Complaint, Draft, Form
from bot.claims.grounding import complaints, ground
from bot.claims.reading import Report
from bot.errors import ReaderMisconfigured, ReaderRefused
from bot.ports.reader import unchecked
from bot.readers.openai import OpenAIReader
from bot.reply.catalogue import words
from bot.reply.compose import reading_reply
from tests.model_answers import Said, Script, breaks_off, fails, refuses, runs_out, says
from tests.model_server import Asked, ModelServer
from tests.readers.bridge import Naps, until_it_fails
from tests.readers.long_article import DENIED, PAGE, form, part_of, reads, transcript


async def read(server: ModelServer, page: Article = PAGE, **changes: Any) -> list[Draft]:
    settings = server.settings(**({"single_call_sentences": 50} | changes))

    async def check(found: Form) -> Sequence[Complaint]:
        return complaints(page, found)

    async with OpenAIReader.of(settings, sleep=Naps()) as reader:
        return [draft async for draft in reader.read(page, check)]


def pumps(draft: Draft) -> list[str]:
    return [claim.text for claim in draft.form.claims]


def except_for(part: int, script: Script) -> Callable[[Asked], Said | Script]:
    """A model that does as it should but with one part."""
    return lambda asked: script if part_of(asked) == part else reads(asked)


async def test_a_long_article_is_read_in_parts_and_made_one(server: ModelServer) -> None:
    """Every claim once, each speaker once, though neighbouring parts share sentences."""
    server.answer_with(reads)

    last = (await read(server))[-1]

    assert pumps(last) == [f"Pump {i} is broken." for i in range(1, 61)]
    assert sorted(source.name or "" for source in last.form.sources) == [
        "Ada Obi", "Bo Lindqvist", "Carla Mendes", "Dov Katz", "Rossmere council",
    ]  # fmt: skip
    assert (last.cut, last.unread, last.dropped) == (False, (), 0)
    parts = [asked.sentences for asked in server.requests if asked.form == "claims"]
    assert len(parts) > 3
    assert set().union(*parts) == {sentence.n for sentence in PAGE.sentences}
    assert all(len(part) <= 50 for part in parts)


async def test_an_article_within_the_setting_takes_one_request(server: ModelServer) -> None:
    """Splitting costs; what fits is read whole."""
    server.answer_with(reads)

    await read(server, single_call_sentences=len(PAGE.sentences))

    assert [part_of(asked) for asked in server.requests] == [0]


async def test_a_denial_is_tied_to_a_claim_far_from_it(server: ModelServer) -> None:
    """One more small request sees claims and denials, and no article."""
    server.answer_with(reads)

    last = (await read(server))[-1]

    assert last.form.denials[0].claims == [f"c{DENIED}"]
    asked = [each for each in server.requests if each.form == "links"]
    assert len(asked) == 1
    assert "The rain fell" not in asked[0].text


async def test_links_that_lead_nowhere_are_asked_about_and_left_out(server: ModelServer) -> None:
    """An id that is not there is complained about; it never reaches the reading."""
    wrong = {"links": [{"denial": "d1", "claims": ["c999"]}, {"denial": "d7", "claims": ["c1"]}]}
    server.answer_with(lambda asked: wrong if asked.form == "links" else reads(asked))

    last = (await read(server))[-1]

    assert last.form.denials[0].claims == []
    assert "link 1: There is no c999." in [each for each in server.requests if each.form == "links"][1].problems


async def test_without_links_the_reading_stands(server: ModelServer) -> None:
    """A link request that fails takes nothing away."""
    server.answer_with(lambda asked: refuses() if asked.form == "links" else reads(asked))

    last = (await read(server))[-1]

    assert len(pumps(last)) == 60
    assert last.form.denials[0].claims == []
    assert not last.cut


async def test_the_part_that_is_ready_shows_while_others_are_read(server: ModelServer) -> None:
    """Drafts grow from whichever part has come, the first long before the last part ends."""
    server.answer_with(lambda asked: says(reads(asked), pause=0.05) if part_of(asked) != 2 else reads(asked))

    seen = await read(server)

    first = next(draft for draft in seen if draft.form.claims)
    assert not first.done
    assert {n for claim in first.form.claims for n in claim.sentences} <= set(server_part(server, 2))
    sizes = [len(draft.form.claims) for draft in seen]
    assert sizes == sorted(sizes)


def server_part(server: ModelServer, part: int) -> dict[int, str]:
    return next(asked.sentences for asked in server.requests if part_of(asked) == part)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(refuses(), id="refused"),
        pytest.param(fails(500), id="failing"),
        pytest.param(says("I would rather not."), id="nonsense"),
        pytest.param(says({"claims": "none"}), id="another form"),
    ],
)
async def test_a_part_that_fails_is_named_and_the_others_stand(server: ModelServer, script: Script) -> None:
    """What the others read is kept; the reply names the sentences that are missing and offers to try again."""
    server.answer_with(except_for(2, script))

    last = (await read(server))[-1]

    assert last.cut
    [(first, end)] = last.unread
    assert set(range(first, end + 1)) < set(server_part(server, 2))
    there = {int(text.split()[1]) for text in pumps(last)}
    missing = {
        int(s.split()[1]) for n, s in server_part(server, 2).items() if first <= n <= end and s.startswith("Pump")
    }
    assert there | missing == set(range(1, 61))
    assert not there & missing
    reply = reply_to(last)
    assert any(f"sentences {first}–{end}" in note for note in reply.notes)
    assert "without a source" not in reply.counts
    assert reply.retry


def reply_to(draft: Draft) -> Any:
    reading = ground(PAGE, draft, OpenAIReader.of(ModelServer().settings()).info)
    report = Report(article=PAGE, reading=reading, cut=draft.cut, unread=draft.unread)
    assert report.as_json()["unread"] == [list(run) for run in draft.unread]
    return reading_reply(report, words(None))


async def test_a_part_that_is_cut_keeps_what_was_complete(server: ModelServer) -> None:
    """Half an answer is half a part, and the part is named."""

    def model(asked: Asked) -> Said | Script:
        said = reads(asked)
        return runs_out(said, len(says(said).text) // 2) if part_of(asked) == 2 else said

    server.answer_with(model)

    last = (await read(server))[-1]

    assert 45 < len(pumps(last)) < 60
    assert (last.cut, len(last.unread)) == (True, 1)


async def test_a_part_whose_stream_breaks_keeps_what_was_shown(server: ModelServer) -> None:
    """The connection goes in the middle of one part."""

    def model(asked: Asked) -> Said | Script:
        said = reads(asked)
        return breaks_off(said, len(says(said).text) // 2, reset=True) if part_of(asked) == 2 else said

    server.answer_with(model)

    last = (await read(server))[-1]

    assert 45 < len(pumps(last)) < 60
    assert (last.cut, len(last.unread)) == (True, 1)


async def test_the_deadline_is_one_for_all_parts(server: ModelServer) -> None:
    """A part that never ends is left behind when the time is up, with what it had shown."""

    def model(asked: Asked) -> Said | Script:
        return says(reads(asked), pause=0.4) if part_of(asked) == 3 else reads(asked)

    server.answer_with(model)
    began = asyncio.get_running_loop().time()

    last = (await read(server, read_seconds=3.0))[-1]

    assert asyncio.get_running_loop().time() - began < 6.0
    assert len(pumps(last)) > 40
    assert len(last.unread) == 1
    assert last.cut


@pytest.mark.parametrize("tokens", [12_000, 20_000, 30_000])
async def test_the_token_budget_is_one_for_all_parts(server: ModelServer, tokens: int) -> None:
    """However many parts run at once, together they stay within it, but for what our estimate is off; what it does not
    reach is named."""
    server.answer_with(reads)

    last = (await read(server, transcript(400), read_tokens=tokens, answer_tokens=2_000, single_call_sentences=200))[-1]

    assert last.usage.input_tokens + last.usage.output_tokens <= 1.05 * tokens
    assert last.form.claims[0].sentences == [2]
    assert last.cut
    assert last.unread[-1][1] == 1202


async def test_without_any_part_the_first_failure_is_told(server: ModelServer) -> None:
    """Then somebody else may stand in."""
    server.answer_with(lambda asked: refuses())

    with pytest.raises(ReaderRefused):
        await read(server)


async def test_a_key_that_is_refused_is_told_as_such(server: ModelServer) -> None:
    """The operator hears of the setting."""
    server.answer_with(lambda asked: fails(401))

    with pytest.raises(ReaderMisconfigured):
        await read(server)


async def test_sentences_of_another_part_are_no_evidence(server: ModelServer) -> None:
    """A model cannot cite what it was not shown: it is asked again, then the citation is dropped and counted."""

    def model(asked: Asked) -> Said:
        said = form(asked.sentences)
        if part_of(asked) == 1:
            said["claims"][0]["sentences"] = [180]
        return links_or(asked, said)

    server.answer_with(model)

    last = (await read(server))[-1]

    assert "Pump 1 is broken." not in pumps(last)
    assert last.dropped == 1
    again = [asked for asked in server.requests if part_of(asked) == 1][1]
    assert any(problem.startswith("c1: Sentence 180 is not here") for problem in again.problems)


def links_or(asked: Asked, said: Said) -> Said:
    return reads(asked) if asked.form == "links" else said


async def test_who_stops_listening_stops_the_parts(server: ModelServer) -> None:
    """No request goes on for nobody."""
    server.answer_with(lambda asked: says(reads(asked), pause=0.1))
    async with OpenAIReader.of(server.settings(single_call_sentences=50), sleep=Naps()) as reader:
        reading = reader.read(PAGE, unchecked)
        await anext(reading)

        await reading.aclose()

        async with asyncio.timeout(5):
            while server.open:
                await asyncio.sleep(0.02)
    assert server.broken > 1


async def test_parts_cost_what_the_server_counts(server: ModelServer) -> None:
    """Usage is the sum over all parts, re-asks and the links."""

    def model(asked: Asked) -> Script:
        return replace(says(reads(asked)), usage=(1000, 10))

    server.answer_with(model)

    last = (await read(server))[-1]

    assert last.usage.requests == len(server.requests)
    assert last.usage.input_tokens == 1000 * len(server.requests)


async def test_twenty_thousand_words_are_read_with_the_settings_as_they_are(server: ModelServer) -> None:
    """A long transcript needs no setting: all of it is read, in parts, within the budget."""
    page = transcript(400, words=50)
    server.answer_with(reads)
    settings = server.settings()

    async with OpenAIReader.of(settings) as reader:
        seen, error = await until_it_fails(reader.read(page, unchecked))

    assert len(page.text.split()) > 20_000
    assert error is None
    assert (len(seen[-1].form.claims), seen[-1].unread) == (400, ())
