"""Questions put to the rules: what they answer, and what they miss or invent of a table."""

import tomllib
from pathlib import Path
from typing import Any

from bot.article.article import Article
from bot.claims.form import AnswerForm
from bot.ports.reader import unchecked
from bot.readers.offline import OfflineReader
from tests.claims.articles import article


async def answered(page: Article, question: str) -> list[int]:
    """The sentences of the answer, none where the article does not say."""
    [answer] = [one async for one in OfflineReader().answer(page, question, [], unchecked)]
    assert isinstance(answer.form, AnswerForm)
    return [n for part in answer.form.parts for n in part.sentences]


async def tried(table: str) -> tuple[list[str], list[str]]:
    """Of a table beside this file: what is told and gets no answer with its sentence, and what is untold and gets any."""
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_name(table).read_text("utf-8"))
    missed: list[str] = []
    invented: list[str] = []
    for passage in data["passage"]:
        page = article(passage["text"].strip(), passage["language"])
        missed += [question for question, n in passage["told"] if n not in await answered(page, question)]
        invented += [question for question in passage["untold"] if await answered(page, question)]
    return missed, invented
