"""With a language model: claims as they come, answers streamed, and what a model may do wrong."""

import json
from itertools import pairwise
from pathlib import Path
from time import time
from typing import Any

import pytest

from bot.playground.articles import SHOWCASE
from bot.playground.transcript import transcript
from tests.model_answers import fails, is_filtered, refuses, runs_out, says, stalls
from tests.model_server import Asked, ModelServer
from tests.scenarios.lab import FIRST, Lab, filled, lab_of, model, with_first_claim
from tests.scenarios.scene import Transport, at_work, town


async def test_a_model_reads_a_pasted_link(lab: Lab) -> None:
    """Restated claims with sources, relays and denials, and no word about an offline reader."""
    lab.model.answer_with(model())

    said = await lab.said()

    assert FIRST in said
    assert "via The Dunmark Post" in said or "via Dunmark Post" in said
    assert "Denied by Veskara and Lodestar" in said
    assert "without a language model" not in said


async def test_claims_show_while_the_model_still_writes(lab: Lab) -> None:
    """The first claims are posted before the answer is whole, and the checked list takes their place."""
    lab.model.answer_with(model(says(filled(), pause=0.02)))

    ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))

    posted, *edits = [c for c in lab.scene.slack.calls if c.method in ("chat.postMessage", "chat.update")]
    (reply,) = lab.scene.replies(ts)
    assert "claims so far" in json.dumps(posted.args["blocks"]) or "claim so far" in json.dumps(posted.args["blocks"])
    assert edits
    assert "Reading …" not in transcript(reply)


@pytest.mark.slow
async def test_the_first_claim_is_there_before_half_of_the_answer_is_written(
    transport: Transport, tmp_path: Path
) -> None:
    """One edit in three seconds at most, each with more claims, the first of them in the first half."""
    asked_at: list[float] = []

    def slowly(_: Asked) -> Any:
        asked_at.append(time())
        return says(filled(), pause=0.06)

    async with lab_of(transport, tmp_path, read_seconds=60.0) as lab:
        lab.model.answer_with(slowly)
        await lab.scene.paste(lab.scene.site.link(SHOWCASE))
        shown = [c for c in lab.scene.slack.calls if c.method in ("chat.postMessage", "chat.update")]

    growing = [len(call.args["blocks"]) for call in shown[:-1]]
    assert shown[0].at - asked_at[0] < (shown[-1].at - asked_at[0]) / 2
    assert len(growing) >= 2
    assert growing == sorted(set(growing))
    # They leave three seconds apart; how long each is on its way is the machine's doing.
    assert all(later.at - call.at > 2.5 for call, later in pairwise(shown[:-1]))


@pytest.mark.slow
async def test_progress_names_the_stage(transport: Transport, tmp_path: Path) -> None:
    """The page is fetched, its sentences are read, and what did not hold is checked: each shown while it lasts."""
    lie = with_first_claim(text="Cargo cranes did not pass details of military shipments.")
    async with lab_of(transport, tmp_path, read_seconds=60.0) as lab:
        lab.model.answer_with(lambda asked: says(filled(), pause=0.03) if asked.problems else says(lie, pause=0.04))
        await lab.scene.paste(lab.scene.site.link(SHOWCASE))
        beside = [each.status for each in lab.scene.slack.statuses if each.status]
        calls = [c for c in lab.scene.slack.calls if c.method in ("chat.postMessage", "chat.update")]

    growing = [json.dumps(call.args["blocks"], ensure_ascii=False) for call in calls[:-1]]
    assert beside == ["Fetching 127.0.0.1 …", "Reading 22 sentences …"]
    assert "Reading … " in growing[0]
    assert "Checking … 8 claims so far" in growing[-1]


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (refuses(), "declined to read"),
        (is_filtered(), "content filter"),
        (says("I would rather talk about the weather."), "no answer that held up"),
        (says({"sources": [], "claims": [], "denials": []}), "found no claim in this article"),
        (fails(500), "out of reach"),
        (fails(401), "does not accept my settings"),
    ],
    ids=["refusal", "filter", "nonsense", "nothing", "outage", "wrong key"],
)
async def test_what_a_model_does_not_give_the_rules_do(script: Any, sentence: str, lab: Lab) -> None:
    """A model that refuses, rambles or is away is stood in for, and the reply says so, with *Try again*."""
    lab.model.answer_with(lambda asked: script)

    said = await lab.said()

    assert sentence in said
    assert "Ilse Brandvik" in said
    assert "by rules" in said
    assert "[Try again]" in said


@pytest.mark.slow
async def test_trying_again_brings_the_models_reading(lab: Lab) -> None:
    """The model is back: the same message now holds its reading."""
    lab.model.answer_with(lambda asked: fails(500))
    ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))
    (stand_in,) = lab.scene.replies(ts)
    lab.model.answer_with(lambda asked: says(filled()))

    await lab.scene.slack.press(lab.scene.ana, lab.scene.newsroom, stand_in["ts"], "try_again")
    await lab.scene.quiet()

    (said,) = lab.scene.said(ts)
    assert "[Try again]" not in said
    assert "Denied by Veskara and Lodestar" in said


async def test_a_long_article_is_read_in_parts_and_says_what_is_missing(transport: Transport, tmp_path: Path) -> None:
    """One of its parts is refused: the claims of the others stand, and the reply names the sentences that were not read."""
    async with ModelServer() as model_server, town() as here:
        model_server.answer_with(lambda asked: refuses() if "Part: 2 of" in asked.text else part_of_silos(asked))
        by_model = model_server.settings()
        changes = {name: getattr(by_model, name) for name in ("openai_base_url", "openai_api_key", "openai_model")}
        async with at_work(here, transport, tmp_path, single_call_sentences=30, **changes) as scene:
            ts = await scene.paste(scene.site.link("empty-silos"))
            (said,) = scene.said(ts)

    assert "did not read sentences" in said
    assert "[Try again]" in said
    assert "by rules" not in said
    assert sum("Part: " in asked.text for asked in model_server.requests) >= 3


def part_of_silos(asked: Asked) -> Any:
    """What a good model makes of the sentences it gets."""
    if asked.form == "links":
        return {"links": []}
    form = filled("empty-silos")
    here = {item["id"] for item in form["claims"] if set(item["sentences"]) <= asked.sentences.keys()}
    claims = [item for item in form["claims"] if item["id"] in here]
    denials = [
        item | {"claims": [c for c in item["claims"] if c in here]}
        for item in form["denials"]
        if set(item["sentences"]) <= asked.sentences.keys()
    ]
    return {"sources": form["sources"], "claims": claims, "denials": denials}


async def test_an_answer_cut_off_keeps_what_was_complete(lab: Lab) -> None:
    """A model that hits its length limit loses only what it had not finished."""
    whole = json.dumps(filled(), ensure_ascii=False)
    lab.model.answer_with(model(runs_out(filled(), len(whole) * 2 // 3)))

    said = await lab.said()

    assert FIRST in said
    assert "did not read sentences" in said
    assert "[Try again]" in said


async def test_a_slow_model_keeps_what_the_thread_has_shown(transport: Transport, tmp_path: Path) -> None:
    """At the deadline its checked claims stay, what was not read is named, and the rules do not take their place."""
    whole = json.dumps(filled(), ensure_ascii=False)
    async with lab_of(transport, tmp_path, read_seconds=4.0) as lab:
        lab.model.answer_with(model(stalls(filled(), len(whole) // 2)))

        said = await lab.said()

    assert FIRST in said
    assert "did not read sentences" in said
    assert "out of reach" not in said
    assert "[Try again]" in said


async def test_a_slow_answer_keeps_the_sentences_it_had(transport: Transport, tmp_path: Path) -> None:
    """It says that it was cut off, and not that something did not hold."""
    parts = [
        {"text": "Veskara and Lodestar have denied the accusations.", "sentences": [12]},
        {"text": "A Lodestar spokeswoman declined to comment on the stolen signature.", "sentences": [13]},
    ]
    told = says({"told": True, "parts": parts})
    async with lab_of(transport, tmp_path, read_seconds=4.0) as lab:
        lab.model.answer_with(model(answer=stalls(told.text, told.text.index("stolen"))))
        ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))
        await lab.scene.paste("Who denies it?", thread=ts)

        said = lab.scene.said(ts)[-1]

    assert "have denied the accusations" in said
    assert "cut off before the end of its answer" in said
    assert "left out" not in said
    assert "[Try again]" in said


async def test_a_question_is_answered_in_a_stream_with_sentences_cited(lab: Lab) -> None:
    """The answer grows in the thread, cites its sentences, and ends whole."""
    told = {
        "told": True,
        "parts": [
            {"text": "Veskara and Lodestar have denied the accusations.", "sentences": [12]},
            {"text": "A Lodestar spokeswoman declined to comment on the stolen signature.", "sentences": [13]},
        ],
    }
    lab.model.answer_with(model(answer=says(told, pause=0.02)))
    ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))

    await lab.scene.paste("Who denies it?", thread=ts)

    answer = lab.scene.said(ts)[1]
    methods = [call.method for call in lab.scene.slack.calls]
    assert "declined to comment" in answer
    assert "12" in answer
    assert "chat.startStream" in methods
    assert "chat.stopStream" in methods


async def test_what_the_article_does_not_say_is_said(lab: Lab) -> None:
    """A model that finds nothing in the article says so, and nothing else."""
    lab.model.answer_with(model())
    ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))

    await lab.scene.paste("Who paid for the cranes?", thread=ts)

    assert "The article does not say." in lab.scene.said(ts)[1]


async def test_earlier_questions_of_the_thread_are_known(lab: Lab) -> None:
    """The second question reaches the model together with the first one and its answer."""
    told = {"told": True, "parts": [{"text": "14 of the 22 cranes were taken off the network.", "sentences": [8]}]}
    lab.model.answer_with(model(answer=told))
    ts = await lab.scene.paste(lab.scene.site.link(SHOWCASE))
    await lab.scene.paste("How many cranes were taken off the network?", thread=ts)

    await lab.scene.paste("And by whom?", thread=ts)

    asked = lab.model.requests[-1].text
    assert "How many cranes were taken off the network?" in asked
    assert "14 of the 22 cranes" in asked
