"""The ports that let one wait: whoever does leaves its turn to others. Each satisfies the port it stands in front of."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TypeVar

from bot.article.article import Article
from bot.article.page import Page
from bot.article.validators import Validators
from bot.claims.form import AnswerDraft, Complaint, Draft, Form
from bot.ports import Press, Reader, Web
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.turnstile import SOON, aside, back

D = TypeVar("D", Draft, AnswerDraft)

FETCHED, READ, UNREAD, TOLD = SOON, 0.5, 1.0, 5.0
"""Stages of a link, as seconds by which it goes behind others that are due at the same time.

What was fetched goes first: its reader still takes seconds. Then what was read, which only has to be told; what was begun is
ended before something new is. What was told keeps nobody waiting.
"""


class CourteousWeb:
    def __init__(self, web: Web) -> None:
        self._web = web

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        async with aside(FETCHED):
            return await self._web.fetch(url, known=known)


class CourteousPress:
    def __init__(self, press: Press) -> None:
        self._press = press

    def expect(self) -> None:
        self._press.expect()

    async def article(self, page: Page) -> Article:
        async with aside(FETCHED):
            return await self._press.article(page)


class CourteousReader:
    def __init__(self, reader: Reader) -> None:
        self.info = reader.info
        self._reader = reader

    def in_language(self, language: str | None) -> "CourteousReader":
        return CourteousReader(self._reader.in_language(language))

    def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft, None]:
        async def in_turn(form: Form) -> Sequence[Complaint]:
            async with back(READ):
                return await check(form)

        return _aside(self._reader.read(article, in_turn, watched))

    def answer(
        self, article: Article, question: str, earlier: Sequence[tuple[str, str]], check: CheckAnswer
    ) -> AsyncGenerator[AnswerDraft, None]:
        return _aside(self._reader.answer(article, question, earlier, check))


async def _aside(drafts: AsyncGenerator[D, None]) -> AsyncGenerator[D, None]:
    async with aside(READ), aclosing(drafts):
        async for draft in drafts:
            yield draft
