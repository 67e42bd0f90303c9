"""Forms held against their articles at the bench."""

from dataclasses import dataclass
from functools import cache, partial

from pydantic import TypeAdapter

from bot.adapters.processes.bench import Bench, Work
from bot.article.article import Article
from bot.claims.answers import CheckedAnswer
from bot.claims.checked import Checked
from bot.claims.checked_claim import Spans
from bot.claims.checks import Checks
from bot.claims.form import AnswerForm, Form
from bot.claims.people.voices import Hear
from bot.errors import ReaderOverlong


@dataclass(frozen=True, slots=True)
class FormInquiry:
    """What is to be checked of a form; it goes to a process of the bench."""

    article: Article
    form: Form
    spans: Spans
    language: str | None
    by_rules: bool


@dataclass(frozen=True, slots=True)
class AnswerInquiry:
    """The same of an answer."""

    article: Article
    form: AnswerForm
    by_rules: bool


class BenchChecker:
    """Satisfies `ports.Checker`; raises `ReaderOverlong` where a process is not done in time."""

    def __init__(self, hear: Hear, bench: Bench | None = None) -> None:
        self._bench = bench or Bench()
        self._form, self._answer = works(hear)

    def expect(self) -> None:
        self._bench.expect()

    async def form(
        self, article: Article, form: Form, spans: Spans, language: str | None, *, by_rules: bool
    ) -> Checked:
        return await self._bench.do(self._form, FormInquiry(article, form, spans, language, by_rules))

    async def answer(self, article: Article, form: AnswerForm, *, by_rules: bool) -> CheckedAnswer:
        return await self._bench.do(self._answer, AnswerInquiry(article, form, by_rules))


def works(hear: Hear) -> tuple[Work[FormInquiry, Checked], Work[AnswerInquiry, CheckedAnswer]]:
    """What the bench is given to do, and what a process of it can do."""
    checks = Checks(hear)
    forms, checked, answers, checked_answers = _shapes()
    return (
        Work("check", forms, checked, partial(_checked, checks), late=ReaderOverlong),
        Work("check answer", answers, checked_answers, partial(_checked_answer, checks), late=ReaderOverlong),
    )


@cache
def _shapes() -> tuple[
    TypeAdapter[FormInquiry], TypeAdapter[Checked], TypeAdapter[AnswerInquiry], TypeAdapter[CheckedAnswer]
]:
    """Made at first use: that takes milliseconds."""
    return TypeAdapter(FormInquiry), TypeAdapter(Checked), TypeAdapter(AnswerInquiry), TypeAdapter(CheckedAnswer)


def _checked(checks: Checks, asked: FormInquiry) -> Checked:
    return checks.form(asked.article, asked.form, asked.spans, asked.language, by_rules=asked.by_rules)


def _checked_answer(checks: Checks, asked: AnswerInquiry) -> CheckedAnswer:
    return checks.answer(asked.article, asked.form, by_rules=asked.by_rules)
