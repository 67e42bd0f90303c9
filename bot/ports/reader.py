"""Who fills the form and answers questions."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Protocol

from bot.article.article import Article
from bot.claims.form import AnswerDraft, AnswerForm, Complaint, Draft, Form
from bot.claims.reading import ReaderInfo

CheckForm = Callable[[Form], Awaitable[Sequence[Complaint]]]
CheckAnswer = Callable[[AnswerForm], Awaitable[Sequence[Complaint]]]

Watched = Callable[[], bool]
"""Whether somebody would see a draft now."""


def always() -> bool:
    return True


def never() -> bool:
    return False


async def unchecked(form: object) -> Sequence[Complaint]:
    """The check of what needs none."""
    return ()


class Reader(Protocol):
    """Who fills the form. `check` is ours: its complaints are what a model is asked again about."""

    info: ReaderInfo

    def in_language(self, language: str | None) -> "Reader":
        """The same reader, restating in `language` (a code such as `de`; None for the article's own).

        Its `info` tells its readings from those in other languages, unless it restates in the article's only.
        """
        ...

    def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
        """Growing drafts, the last one with `done`. While nobody watches, only the last one need come. Raises `ReaderError`."""
        ...

    def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft]:
        """`earlier` holds (question, answer) of this thread, oldest first. Raises `ReaderError`."""
        ...
