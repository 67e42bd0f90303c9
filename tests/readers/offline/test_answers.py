"""Answers to questions after what people do by speaking."""

import pytest

from bot.claims.form import AnswerForm, Complaint
from bot.readers.offline import OfflineReader
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

    def nothing(_: object) -> list[Complaint]:
        return []

    [answer] = [one async for one in OfflineReader().answer(article, question, [], nothing)]

    assert isinstance(answer.form, AnswerForm)
    assert [n for part in answer.form.parts for n in part.sentences] == expected


async def test_who_prefers_sentences_with_a_source(fill: Fill) -> None:
    """Where two sentences match alike, the one in which somebody speaks answers "who"."""
    article = fill("The old dam leaked. Birds sing. Mary Hill said the old dam leaked. Fish swim.").article

    [answer] = [one async for one in OfflineReader().answer(article, "Who saw the old dam leaking?", [], lambda _: [])]

    assert 3 in [n for part in answer.form.parts for n in part.sentences]
