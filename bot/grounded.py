"""A reader asked, and what it answers checked: the half of a reading that is the same for every reader."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from functools import cache, partial
from typing import Protocol

from bot.article.article import Article
from bot.claims.answer import Answer
from bot.claims.form import AnswerForm, Complaint, Draft, Form
from bot.claims.grounding import answer_complaints, complaints, ground, ground_answer
from bot.claims.reading import ReaderInfo, Reading, Report
from bot.claims.voices import Hear, Voice, concerns_voices
from bot.ports import Reader
from bot.ports.reader import never

LONG = 60
"""Sentences of an article that takes too long to be heard or checked between two turns of the loop."""

Voices = Callable[[Form], Sequence[Voice]]
"""The voices of an article that a form is held against."""

Grown = Callable[[], Awaitable[Report]]
"""Makes a report of what a reader has so far: whoever shows it says when that is worth the work."""

ShowAnswer = Callable[[Answer], None]


class Onlooker(Protocol):
    """Who is shown a report while it grows."""

    def watches(self) -> bool:
        """Whether a growing report would be shown now: else nobody need make one."""
        ...

    def show(self, grown: Grown) -> None: ...


async def grounded_report(
    reader: Reader, article: Article, onlooker: Onlooker | None, hear: Hear | None = None
) -> Report:
    """The checked report of one reader; `onlooker` is offered it as it grows. Raises `ReaderError`."""
    voices = await _heard(hear, article) if hear else _unheard

    def check(form: Form) -> Sequence[Complaint]:
        return complaints(article, form, reader.info.language, voices(form))

    report: Report | None = None
    watched = onlooker.watches if onlooker else never
    async with aclosing(reader.read(article, check, watched)) as drafts:
        async for draft in drafts:
            grown = partial(_grounded, article, draft, reader.info, voices)
            if draft.done:
                report = await grown()
            elif onlooker is not None:
                onlooker.show(grown)
    assert report is not None, "a reader yields at least its last draft"
    return report


def _unheard(form: Form) -> Sequence[Voice]:
    return ()


async def _heard(hear: Hear, article: Article) -> Voices:
    """Who speaks in the article, heard when it is first asked for; in a long one at once, beside the loop."""
    voices = cache(partial(hear, article))
    if len(article.sentences) > LONG:
        await asyncio.to_thread(voices)
    return lambda form: voices() if concerns_voices(form) else ()


async def _grounded(article: Article, draft: Draft, info: ReaderInfo, voices: Voices) -> Report:
    def grounded() -> Reading:
        return ground(article, draft, info, voices(draft.form))

    is_long = len(article.sentences) > LONG  # seconds, for a very long one
    reading = await asyncio.to_thread(grounded) if is_long else grounded()
    return Report(article=article, reading=reading, cut=draft.cut, unread=draft.unread)


async def grounded_answer(
    reader: Reader,
    article: Article,
    question: str,
    earlier: Sequence[tuple[str, str]],
    show: ShowAnswer | None,
    voices: Sequence[Voice] = (),
) -> Answer:
    """The checked answer of one reader; `show` gets it as it grows. Raises `ReaderError`."""

    def check(form: AnswerForm) -> Sequence[Complaint]:
        return answer_complaints(article, form, voices)

    answer: Answer | None = None
    async with aclosing(reader.answer(article, question, earlier, check)) as drafts:
        async for draft in drafts:
            answer = ground_answer(article, question, draft, reader.info, voices)
            if show is not None and not draft.done:
                show(answer)
    assert answer is not None, "a reader yields at least its last draft"
    return answer
