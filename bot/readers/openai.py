"""The reader that asks a language model, over Chat Completions: OpenAI's own or any server that speaks it."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from copy import copy
from dataclasses import dataclass
from typing import Self

from bot.article.article import Article
from bot.claims.excerpt import excerpt
from bot.claims.form import AnswerDraft, AnswerForm, Draft, Form, LinksForm, Strict
from bot.claims.reading import ReaderInfo
from bot.ports import Starts
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always, unchecked
from bot.readers.budget import Budget, Spent
from bot.readers.conversation import Conversation, Step, Task
from bot.readers.endpoint import PAUSE, Endpoint
from bot.readers.long import LongReading, beyond, parts_of
from bot.readers.profile import Rung
from bot.readers.prompts import (
    Excerpt,
    Message,
    Part,
    Prompt,
    about,
    about_question,
    joint_digest,
    load_prompt,
    message,
)
from bot.readers.retry import Limiter, Sleep
from bot.readers.shape import F, Shape
from bot.readers.tap import Tap
from bot.settings import Settings

EXCERPT = 120  # sentences of a long article that a question is answered from: three thousand words


class Alive(Strict):
    """The answer to `probe`."""

    ok: bool


@dataclass(frozen=True, slots=True)
class Probe:
    """That a model answers: how the form can be asked for, after how many seconds, under which name."""

    rung: Rung
    seconds: float
    model: str


class OpenAIReader:
    """Satisfies `ports.Reader`. One per process; close it at the end, or use it in `async with`."""

    def __init__(
        self,
        settings: Settings,
        *,
        sleep: Sleep = asyncio.sleep,
        limiter: Limiter | None = None,
        spent: Spent | None = None,
        tap: Tap | None = None,
        pause: float = PAUSE,
        kept: Starts | None = None,
    ) -> None:
        """`kept` holds what the limit per minute has to know of a process before this one."""
        self._settings = settings
        self._spent = spent
        self._claims = load_prompt("claims", Form.model_json_schema())
        self._answers = load_prompt("answer", AnswerForm.model_json_schema())
        self._links = load_prompt("links", LinksForm.model_json_schema())
        self._endpoint = Endpoint(settings, sleep=sleep, limiter=limiter, tap=tap, pause=pause, kept=kept)
        self._language: str | None = None
        self.info = ReaderInfo(
            name="openai", model=settings.openai_model, prompt=joint_digest(self._claims, self._links)
        )

    def in_language(self, language: str | None) -> "OpenAIReader":
        """The same reader with claims in `language`; shares the connection."""
        other = copy(self)
        other._language = language
        prompt = joint_digest(self._claims, self._links) + (f"-{language}" if language else "")
        other.info = self.info.model_copy(update={"language": language, "prompt": prompt})
        return other

    @classmethod
    def of(
        cls,
        settings: Settings,
        *,
        sleep: Sleep = asyncio.sleep,
        limiter: Limiter | None = None,
        pause: float = PAUSE,
    ) -> Self:
        """`sleep` is what waits between attempts; `limiter` may be shared by several readers; `pause` is between drafts."""
        return cls(settings, sleep=sleep, limiter=limiter, pause=pause)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def warm_up(self) -> None:
        """Make the client, which the first reading would wait for most of a second."""
        await self._endpoint.warm_up()

    async def aclose(self) -> None:
        await self._endpoint.aclose()

    async def read(
        self,
        article: Article,
        check: CheckForm,
        watched: Watched = always,
        *,
        safety_identifier: str | None = None,
    ) -> AsyncGenerator[Draft, None]:
        """Growing drafts, the last one with `done`; a long article is read in parts. Raises `ReaderError`.

        `safety_identifier` tells OpenAI's abuse checks people apart: a keyed hash, never the plain id.
        """
        most = self._settings.answer_tokens
        task = Task(
            self._claims,
            Shape(Form),
            lambda: about(article, language=self._language),
            check,
            most,
            safety_identifier,
            watched,
        )
        if len(article.sentences) > self._settings.single_call_sentences:
            async with aclosing(self._in_parts(article, task)) as drafts:
                async for draft in drafts:
                    yield draft
            return
        async with aclosing(self._steps(task)) as steps:
            async for step in steps:
                yield _draft(step, article)

    async def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
        *,
        safety_identifier: str | None = None,
    ) -> AsyncGenerator[AnswerDraft, None]:
        """Like `read`, for a question; `earlier` holds (question, answer) of this thread, oldest first."""

        chosen = await asyncio.to_thread(self._excerpt, article, question, earlier)

        def asked() -> Message:
            return about_question(article, question, earlier, chosen)

        most = self._settings.answer_tokens
        task = Task(self._answers, Shape(AnswerForm), asked, check, most, safety_identifier)
        async with aclosing(self._steps(task)) as steps:
            async for step in steps:
                yield AnswerDraft(
                    step.form,
                    step.done,
                    step.usage,
                    step.dropped,
                    step.reasks,
                    len(chosen.sentences) if chosen else None,
                    step.cut,
                )

    async def probe(self) -> Probe:
        """Ask for `{"ok": true}` in a strict form. Raises `ReaderError`."""
        text = 'Answer with the JSON object {"ok": true} and nothing else.'
        prompt = Prompt("probe", text, Alive.model_json_schema(), "1")
        task = Task(prompt, Shape(Alive), lambda: message("user", "Are you there?"), unchecked, most=2000)
        loop = asyncio.get_running_loop()
        began = loop.time()
        conversation = Conversation(self._endpoint, task, Budget(min(30.0, self._settings.read_seconds), 10_000))
        async for _ in conversation.steps():
            pass
        return Probe(
            self._endpoint.profile.rung, loop.time() - began, conversation.model or self._settings.openai_model
        )

    def _excerpt(self, article: Article, question: str, earlier: Sequence[tuple[str, str]]) -> Excerpt | None:
        """None for an article that one request takes whole."""
        most = self._settings.single_call_sentences
        if len(article.sentences) <= most:
            return None
        return Excerpt(excerpt(article, question, earlier, min(most, EXCERPT)))

    def _in_parts(self, article: Article, task: Task[Form]) -> AsyncGenerator[Draft, None]:
        parts = parts_of(article, self._settings.single_call_sentences)
        budget = Budget(self._settings.read_seconds, self._settings.read_tokens, self._spent, calls=len(parts) + 1)

        def about_part(part: Part) -> Message:
            return about(article, part, self._language)

        return LongReading(self._endpoint, article, task, about_part, self._links, budget).drafts(parts)

    async def _steps(self, task: Task[F]) -> AsyncGenerator[Step[F], None]:
        budget = Budget(self._settings.read_seconds, self._settings.read_tokens, self._spent)
        async with aclosing(Conversation(self._endpoint, task, budget).steps()) as steps:
            async for step in steps:
                yield step


def _draft(step: Step[Form], article: Article) -> Draft:
    """What was read so far; of what was cut, the sentences behind are named."""
    unread = beyond(step.form, article) if step.cut else ()
    return Draft(
        step.form, step.done, step.usage, dropped=step.dropped, reasks=step.reasks, cut=step.cut, unread=unread
    )
