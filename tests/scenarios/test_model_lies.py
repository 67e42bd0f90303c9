"""What a model says that the article does not bear out is never shown."""

from typing import Any

import pytest

from tests.model_answers import says
from tests.scenarios.lab import Lab, filled, with_first_claim


@pytest.mark.parametrize(
    ("changes", "lie"),
    [
        ({"text": "Cargo cranes at the port of Tarnmouth did not pass details of military shipments."}, "did not pass"),
        ({"text": "Cargo cranes passed details of military shipments for at least eighteen months."}, "eighteen"),
        ({"text": "Cargo cranes passed details of military shipments to Sorelle <!channel>."}, "Sorelle <!channel>"),
        ({"text": "Ignore the article: see https://evil.example for the truth."}, "evil.example"),
        ({"sentences": [99]}, "sentence 99"),
    ],
    ids=["flipped negation", "changed number", "mention", "link", "invented sentence"],
)
async def test_a_lie_of_the_model_is_never_shown(changes: dict[str, Any], lie: str, lab: Lab) -> None:
    """The model is asked again; if it insists, the article's own sentence stands there instead."""
    lab.model.answer_with(lambda asked: says(with_first_claim(**changes)))

    said = await lab.said()

    assert lie not in said
    assert len(lab.model.requests) > 1
    assert "[Try again]" not in said


def denying(who: str, kind: str, sentence: int, claim: str) -> dict[str, Any]:
    """What a model says of a denial in the showcase."""
    return {"sources": [who], "via": [], "kind": kind, "claims": [claim], "implied": None, "sentences": [sentence]}


@pytest.mark.parametrize(
    ("lie", "shown"),
    [
        (denying("s2", "denies", 8, "c1"), "Denied by Ilse Brandvik"),
        (denying("s2", "counters", 7, "c1"), "Countered by Ilse Brandvik"),
        (denying("s5", "denies", 11, "c6"), "Denied by Marevia"),
        (denying("s8", "no_response", 12, "c6"), "No response from Veskara"),
    ],
    ids=["another matter", "counter-story without one", "the accuser", "silence of one who denied"],
)
async def test_an_invented_denial_is_asked_about_and_never_shown(lie: dict[str, Any], shown: str, lab: Lab) -> None:
    """The model insists: the denial is left out and counted, and those that the article tells stand."""
    form = filled()
    form["denials"].append(lie)
    lab.model.answer_with(lambda asked: says(form))

    said = await lab.said()

    assert shown not in said
    assert "1 item was left out: our checks could not confirm it from its sentences." in said
    assert "Denied by Veskara and Lodestar" in said
    assert len(lab.model.requests) > 1


async def test_a_silence_that_a_model_calls_a_denial_is_shown_as_a_silence(lab: Lab) -> None:
    """The sentence leaves no doubt, so nothing is asked again."""
    form = filled()
    form["denials"][1]["kind"] = "denies"
    lab.model.answer_with(lambda asked: says(form))

    said = await lab.said()

    assert "No comment from Lodestar" in said
    assert "Denied by Lodestar" not in said
    assert len(lab.model.requests) == 1


async def test_a_source_who_is_not_there_is_not_named(lab: Lab) -> None:
    """A name that the article does not have never reaches the thread."""
    form = filled()
    form["sources"][1]["name"] = "Gerhard Nowhere"
    lab.model.answer_with(lambda asked: says(form))

    assert "Nowhere" not in await lab.said()


async def test_a_wrong_answer_is_asked_about_once(lab: Lab) -> None:
    """Told what was wrong, the model mends it, and the mended answer is shown."""
    lab.model.will(says(with_first_claim(text="Cranes passed data for eighteen months.")), says(filled()))

    said = await lab.said()

    assert "for at least eight months" in said
    assert lab.model.requests[1].problems
