"""A reader asked, and what it answers checked: the half of a reading that is the same for every reader."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from functools import partial
from typing import Protocol

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.answers import CheckedAnswer
from bot.claims.checked import Checked
from bot.claims.checked_claim import Spans
from bot.claims.form import AnswerDraft, AnswerForm, Complaint, Draft, Form
from bot.claims.grounding import answer_of, reading_of
from bot.claims.reading import Report
from bot.errors import ReaderUngrounded
from bot.ports import Checker, Reader
from bot.ports.reader import never

Grown = Callable[[], Awaitable[Report]]
"""Makes a report of what a reader has so far: whoever shows it says when that is worth the work."""

ShowAnswer = Callable[[Answer], None]


class Onlooker(Protocol):
    """Who is shown a report while it grows."""

    def watches(self) -> bool:
        """Whether a growing report would be shown now: else nobody need make one."""
        ...

    def show(self, grown: Grown, *, again: bool) -> None:
        """`again` once the reader is asked again about what did not hold."""
        ...


async def grounded_report(reader: Reader, checker: Checker, article: Article, onlooker: Onlooker | None) -> Report:
    """The checked report of one reader; `onlooker` is offered it as it grows. Raises `ReaderError`."""
    checks = _Checks(reader, checker, article)
    report: Report | None = None
    watched = onlooker.watches if onlooker else never
    async with aclosing(reader.read(article, checks.complaints, watched)) as drafts:
        async for draft in drafts:
            grown = partial(checks.report, draft)
            if draft.done:
                report = await grown()
            elif onlooker is not None:
                onlooker.show(grown, again=draft.reasks > 0)
    assert report is not None, "a reader yields at least its last draft"
    return report


async def grounded_answer(
    reader: Reader,
    checker: Checker,
    article: Article,
    question: str,
    earlier: Sequence[tuple[str, str]],
    show: ShowAnswer | None,
) -> Answer:
    """The checked answer of one reader; `show` gets it as it grows. Raises `ReaderError`, also where no part of it stands: what
    the reader says that the article tells is never reported as not told.
    """
    checks = _Checks(reader, checker, article)
    answer: Answer | None = None
    async with aclosing(reader.answer(article, question, earlier, checks.answer_complaints)) as drafts:
        async for draft in drafts:
            if draft.done:
                answer = await checks.answer(question, draft)
                if draft.form.told and not answer.told:
                    raise ReaderUngrounded("no part of the answer has a sentence of the article")
            elif show is not None:
                show(await checks.answer(question, draft))
    assert answer is not None, "a reader yields at least its last draft"
    return answer


async def sure_answer(
    reader: Reader, checker: Checker, article: Article, question: str, earlier: Sequence[tuple[str, str]]
) -> Answer | None:
    """The checked answer of a reader that is sure of it, else None. Raises `ReaderError`."""
    checks = _Checks(reader, checker, article)
    async with aclosing(reader.answer(article, question, earlier, checks.answer_complaints)) as drafts:
        async for draft in drafts:
            if draft.done and draft.sure:
                return await checks.answer(question, draft)
    return None


class _Checks:
    """What one reader says of one article, checked. The form that it asked about last is nearly always what it answers."""

    def __init__(self, reader: Reader, checker: Checker, article: Article) -> None:
        self._info = reader.info
        self._checker = checker
        self._article = article
        self._form: tuple[Form, Checked] | None = None
        self._answer: tuple[AnswerForm, CheckedAnswer] | None = None
        if not self._info.by_rules:
            checker.expect()

    async def complaints(self, form: Form) -> Sequence[Complaint]:
        return (await self._checked(form, {})).complaints

    async def report(self, draft: Draft) -> Report:
        checked = await self._checked(draft.form, draft.spans)
        reading, found = reading_of(checked, draft, self._info), checked.mentions
        return Report(article=self._article, reading=reading, cut=draft.cut, unread=draft.unread, mentions=found)

    async def answer_complaints(self, form: AnswerForm) -> Sequence[Complaint]:
        return (await self._checked_answer(form)).complaints

    async def answer(self, question: str, draft: AnswerDraft) -> Answer:
        return answer_of(await self._checked_answer(draft.form), question, draft, self._info)

    async def _checked(self, form: Form, spans: Spans) -> Checked:
        if self._form and self._form[0] == form and not spans:
            return self._form[1]
        by_rules, language = self._info.by_rules, self._info.language
        checked = await self._checker.form(self._article, form, spans, language, by_rules=by_rules)
        self._form = form, checked
        return checked

    async def _checked_answer(self, form: AnswerForm) -> CheckedAnswer:
        if self._answer and self._answer[0] == form:
            return self._answer[1]
        checked = await self._checker.answer(self._article, form, by_rules=self._info.by_rules)
        self._answer = form, checked
        return checked
