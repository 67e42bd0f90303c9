"""Questions about a reading as a whole are answered from all of it: who denies, who keeps silent, who the sources are."""

import tomllib
from pathlib import Path

import pytest

from bot.claims.form import AnswerForm
from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.claims.articles import article

PASSAGES = tomllib.loads(Path(__file__).with_name("overview.toml").read_text("utf-8"))["passage"]
CASES = [
    (each["language"], each["text"], question, sentences)
    for each in PASSAGES
    for question, sentences in each["questions"]
]


@pytest.mark.parametrize(("language", "text", "question", "sentences"), CASES, ids=[case[2] for case in CASES])
async def test_the_reading_answers(language: str, text: str, question: str, sentences: list[int]) -> None:
    """All denials, all silences, each source once; nothing where the article has none."""
    read = article(text, language)

    [answer] = [one async for one in OfflineReader().answer(read, question, [], unchecked)]

    assert isinstance(answer.form, AnswerForm)
    assert [n for part in answer.form.parts for n in part.sentences] == sentences
    assert answer.form.told == bool(sentences)
