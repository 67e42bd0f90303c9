"""Answers to questions after what people do by speaking."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.article.article import Article
from bot.claims.form import AnswerForm, Complaint
from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.claims.articles import article
from tests.readers.offline.conftest import Fill

TEXT = (
    "The dam at Esk leaked for years. Mary Hill accused Acme and Norland of hiding the cracks. "
    "Acme has denied the accusations. The dam is made of stone. “It is simply not true,” Tom Reed of Norland said. "
    "Acme builds dams. Fish live in the lake."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does Acme deny it?", [3]),
        ("Is there a denial by Acme?", [3]),
        ("Who denies it?", [3, 5]),
        ("Who denies that the cracks were hidden?", [3, 5]),
        ("Who accuses Norland?", [2]),
        ("Who has made accusations?", [2]),
    ],
)
async def test_one_stem_for_all_words_of_an_act(fill: Fill, question: str, expected: list[int]) -> None:
    """ "deny", "denied" and "denial" meet, and who denies is found by the denials that were read."""
    article = fill(TEXT).article

    async def nothing(_: object) -> list[Complaint]:
        return []

    [answer] = [one async for one in OfflineReader().answer(article, question, [], nothing)]

    assert isinstance(answer.form, AnswerForm)
    assert [n for part in answer.form.parts for n in part.sentences] == expected


async def test_who_prefers_sentences_with_a_source(fill: Fill) -> None:
    """Where two sentences match alike, the one in which somebody speaks answers "who"."""
    article = fill("The old dam leaked. Birds sing. Mary Hill said the old dam leaked. Fish swim.").article

    [answer] = [one async for one in OfflineReader().answer(article, "Who said the old dam leaked?", [], unchecked)]

    assert 3 in [n for part in answer.form.parts for n in part.sentences]


QUESTIONS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("answers.toml").read_text("utf-8"))
# Of 53 and 62 questions. May only fall.
MISSED_AT_MOST = 4
INVENTED_AT_MOST = 2


async def test_the_article_does_not_say() -> None:
    """Questions that sound answerable and are not get no answer, and those that are answered in the article get theirs."""
    missed: list[str] = []
    invented: list[str] = []
    for passage in QUESTIONS["passage"]:
        page = article(passage["text"].strip(), passage["language"])
        missed += [question for question, n in passage["told"] if n not in await _answered(page, question)]
        invented += [question for question in passage["untold"] if await _answered(page, question)]

    assert len(missed) <= MISSED_AT_MOST, missed
    assert len(invented) <= INVENTED_AT_MOST, invented


async def _answered(page: Article, question: str) -> list[int]:
    """The sentences of the answer, none where the article does not say."""
    [answer] = [one async for one in OfflineReader().answer(page, question, [], unchecked)]
    assert isinstance(answer.form, AnswerForm)
    return [n for part in answer.form.parts for n in part.sentences]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the name of the captain?", []),
        ("What is the name of the owner?", [2]),
        ("When is the election for mayor?", []),
        ("When did Reed become mayor?", [3]),
        ("How much money was Reed offered?", []),
    ],
)
async def test_a_kind_of_answer_stands_beside_what_has_it(fill: Fill, question: str, expected: list[int]) -> None:
    """A name belongs to the one whose name is asked for, a day to the very event, and a year is no sum."""
    page = fill(
        "The ferry's captain was arrested on Friday, officer Jon Vik said. Its owner, Lena Ott, said she was sorry. "
        "Tom Reed became mayor in 2019. Reed was offered money in 2015."
    ).article

    assert await _answered(page, question) == expected
