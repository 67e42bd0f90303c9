"""Forms held against their articles in the processes of `pool`; on a thread where none is ready, or where they fail."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from bot.adapters.frames import request
from bot.adapters.pool import Pool
from bot.adapters.pool_worker import Broken
from bot.article.article import Article
from bot.claims.answers import CheckedAnswer
from bot.claims.checked import Checked
from bot.claims.checked_claim import Spans
from bot.claims.checks import Checks
from bot.claims.form import AnswerForm, Form
from bot.claims.voices import Hear
from bot.errors import ClaimsBotError

_SECONDS = 30.0
_ATTEMPTS = 2  # a worker may be ended over a page that it had before; what ends two of them is checked here

Q = TypeVar("Q")
A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class FormInquiry:
    article: Article
    form: Form
    spans: Spans
    language: str | None
    by_rules: bool


@dataclass(frozen=True, slots=True)
class AnswerInquiry:
    article: Article
    form: AnswerForm
    by_rules: bool


def _of_form(checks: Checks, asked: FormInquiry) -> Checked:
    return checks.form(asked.article, asked.form, asked.spans, asked.language, by_rules=asked.by_rules)


def _of_answer(checks: Checks, asked: AnswerInquiry) -> CheckedAnswer:
    return checks.answer(asked.article, asked.form, by_rules=asked.by_rules)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Q, A]):
    """One kind of check: its name, the shapes of what is asked and answered, and the check itself."""

    name: str
    asked: TypeAdapter[Q]
    answered: TypeAdapter[A]
    check: Callable[[Checks, Q], A]

    def work(self, checks: Checks, head: Mapping[str, Any], body: bytes) -> bytes:
        """What a worker does; satisfies `copies.Work`."""
        return self.answered.dump_json(self.check(checks, self.asked.validate_json(body)))


@cache
def form_kind() -> Kind[FormInquiry, Checked]:
    return Kind("check", TypeAdapter(FormInquiry), TypeAdapter(Checked), _of_form)


@cache
def answer_kind() -> Kind[AnswerInquiry, CheckedAnswer]:
    return Kind("check answer", TypeAdapter(AnswerInquiry), TypeAdapter(CheckedAnswer), _of_answer)


class ThreadChecker:
    """Satisfies `ports.Checker` on threads of this process."""

    def __init__(self, hear: Hear) -> None:
        self._checks = Checks(hear)

    def expect(self) -> None: ...

    async def form(
        self, article: Article, form: Form, spans: Spans, language: str | None, *, by_rules: bool
    ) -> Checked:
        return await self.checked(form_kind(), FormInquiry(article, form, spans, language, by_rules))

    async def answer(self, article: Article, form: AnswerForm, *, by_rules: bool) -> CheckedAnswer:
        return await self.checked(answer_kind(), AnswerInquiry(article, form, by_rules))

    async def checked(self, kind: Kind[Q, A], asked: Q) -> A:
        return await asyncio.to_thread(kind.check, self._checks, asked)


class WorkerChecker(ThreadChecker):
    """The same in the processes of `pool`: the loop is free meanwhile."""

    def __init__(self, pool: Pool, hear: Hear) -> None:
        super().__init__(hear)
        self._pool = pool

    def expect(self) -> None:
        self._pool.expect()

    async def checked(self, kind: Kind[Q, A], asked: Q) -> A:
        with suppress(Broken, ValueError, ClaimsBotError):  # ValueError: half a character cannot travel
            if self._pool.is_ready:
                return await self._elsewhere(kind, request(kind.name, kind.asked.dump_json(asked)))
        return await super().checked(kind, asked)

    async def _elsewhere(self, kind: Kind[Q, A], asked: bytes) -> A:
        for _ in range(_ATTEMPTS - 1):
            with suppress(Broken):
                return kind.answered.validate_json(await self._pool.ask(asked, _SECONDS))
        return kind.answered.validate_json(await self._pool.ask(asked, _SECONDS))


def works(hear: Hear) -> Mapping[str, Callable[[Mapping[str, Any], bytes], bytes]]:
    """What a worker can do, by the names of the requests."""
    checks = Checks(hear)
    return {kind.name: partial(kind.work, checks) for kind in (form_kind(), answer_kind())}
