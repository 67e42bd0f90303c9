"""Who holds what a reader says against its article."""

from typing import Protocol

from bot.article.article import Article
from bot.claims.answers import CheckedAnswer
from bot.claims.checked import Checked
from bot.claims.checked_claim import Spans
from bot.claims.form import AnswerForm, Form


class Checker(Protocol):
    """Holds what a reader says against its article, away from the event loop. Whatever it says, nothing is raised.

    Sources are held against who speaks in the article as rules hear it, unless a form was filled `by_rules` itself.
    """

    def expect(self) -> None:
        """Something will have to be checked soon."""
        ...

    async def form(
        self, article: Article, form: Form, spans: Spans, language: str | None, *, by_rules: bool
    ) -> Checked:
        """The items of a form that stand, and what is wrong with the others; `spans` are the asserted words and the cues of its claims,
        where the reader knows them. `language` is the one that was asked for, None for the article's."""
        ...

    async def answer(self, article: Article, form: AnswerForm, *, by_rules: bool) -> CheckedAnswer:
        """The parts of an answer that stand, and what is wrong with the others."""
        ...
