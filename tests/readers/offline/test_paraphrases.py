"""Questions that say it in other words than the article."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.claims.articles import article
from tests.readers.offline.asking import answered
from tests.readers.offline.conftest import Fill

ASKED: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("paraphrases.toml").read_text("utf-8"))["article"]
# Of 31 questions that are answered, and of nine that are not. May only fall.
UNANSWERED_AT_MOST = 12
WRONG_AT_MOST = 1
INVENTED_AT_MOST = 0


async def test_other_words_get_the_same_answer() -> None:
    """Most paraphrased questions get the sentence that tells it; what the article leaves open gets none."""
    missed: list[str] = []
    wrong: list[str] = []
    invented: list[str] = []
    for asked in ASKED:
        page = article(asked["text"].strip(), asked["language"])
        assert len(page.sentences) == len(asked["text"].strip().splitlines()), "a line is a sentence"
        for question, wanted in asked["told"]:
            told = await answered(page, question)
            if not set(told) & set(wanted):
                missed.append(question)
                wrong += [question] if told else []
        invented += [question for question in asked["untold"] if await answered(page, question)]

    assert len(missed) <= UNANSWERED_AT_MOST, missed
    assert len(wrong) <= WRONG_AT_MOST, wrong
    assert len(invented) <= INVENTED_AT_MOST, invented


TOLD = (
    "Glover Mills will ban phones from 1 May. Its head, Tess Marlow, a chemist, praised the step. The decision will cost the firm 3 million kroner. "
    "The works council called it an insult. The firm blamed a drop in safety. A boy of nine was hurt in the yard. "
    "Men digging a trench in Esk have found a vase."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When does the ban on phones take effect?", [1]),
        ("Who runs Glover Mills?", [2]),
        ("What is Tess Marlow's job?", [2]),
        ("How much will the firm have to pay for the decision?", [3]),
        ("How did the works council react?", [4]),
        ("How old is the child?", [6]),
        ("Where was the vase found?", [7]),
    ],
)
async def test_what_only_carries_a_question_is_no_condition(fill: Fill, question: str, expected: list[int]) -> None:
    """Empty verbs, shell nouns, a role for its verb, a calling beside its name, an age "of nine", a place before its verb."""
    assert await answered(fill(TOLD).article, question) == expected


async def test_who_blames_gives_the_reason(fill: Fill) -> None:
    """ "The bank blamed …" tells why, of what the sentence before tells."""
    page = fill(
        "The bank said it would shut 74 branches in May. It blamed a drop in visits. The bank owns a park."
    ).article

    assert await answered(page, "Why is the bank closing branches?") == [2]


@pytest.mark.parametrize(
    "question",
    [
        "How much did the museum pay for the coin?",
        "Was the priest hurt?",
        "Why did the drivers go back to work?",
        "How did the drivers react?",
        "What is the priest's job?",
    ],
)
async def test_other_words_invent_nothing(fill: Fill, question: str) -> None:
    """What a thing is worth is not what somebody pays, a burning nave hurts nobody, and no number of days is a reason."""
    page = fill(
        "A boy found a coin worth 9,000 pounds. The museum opens in May. The priest carried a cross out of the burning nave. "
        "The drivers went back to work after eleven days."
    ).article

    assert await answered(page, question) == []
