"""The ports with a clock beside them: each satisfies the port it stands in front of, and changes nothing."""

from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import aclosing
from dataclasses import replace
from time import monotonic
from typing import TypeVar

from bot.article.article import Article
from bot.article.page import Page
from bot.article.validators import Validators
from bot.claims.form import AnswerDraft, Draft
from bot.flow import Desk
from bot.intake.message import Place
from bot.intake.task import Task
from bot.metrics import Metrics
from bot.ports import Accept, BeforePost, Chat, Press, Reader, Web
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.reply.reply import AnswerReply, ChangesReply, ReadingReply, Reply

T = TypeVar("T")
D = TypeVar("D", Draft, AnswerDraft)


def measured_accept(accept: Accept, metrics: Metrics) -> Accept:
    """Counts what is accepted, known already and too late. Raises what `accept` raises."""

    async def measured(task: Task) -> bool:
        started = monotonic()
        try:
            new = await accept(task)
        except BaseException:  # cancelled too: whoever called had no more time for it
            metrics.late.inc()
            raise
        metrics.accepting.observe(monotonic() - started)
        (metrics.accepted if new else metrics.known).labels(task.kind).inc()
        return new

    return measured


def measured_desk(desk: Desk, metrics: Metrics) -> Desk:
    """All but the web, which stands behind others before it is asked: `MeasuredWeb` goes around the outermost."""
    return replace(
        desk,
        press=MeasuredPress(desk.press, metrics),
        reader=MeasuredReader(desk.reader, metrics),
        stand_in=MeasuredReader(desk.stand_in, metrics) if desk.stand_in else None,
    )


class MeasuredWeb:
    def __init__(self, web: Web, metrics: Metrics) -> None:
        self._web = web
        self._metrics = metrics

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        with self._metrics.staged("fetch"):
            return await self._web.fetch(url, known=known)


class MeasuredPress:
    def __init__(self, press: Press, metrics: Metrics) -> None:
        self._press = press
        self._metrics = metrics

    def expect(self) -> None:
        self._press.expect()

    async def article(self, page: Page) -> Article:
        with self._metrics.staged("extract"):
            return await self._press.article(page)


class MeasuredReader:
    def __init__(self, reader: Reader, metrics: Metrics) -> None:
        self.info = reader.info
        self._reader = reader
        self._metrics = metrics

    def in_language(self, language: str | None) -> "MeasuredReader":
        return MeasuredReader(self._reader.in_language(language), self._metrics)

    def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft, None]:
        return self._timed(self._reader.read(article, check, watched))

    def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft, None]:
        return self._timed(self._reader.answer(article, question, earlier, check))

    async def _timed(self, drafts: AsyncGenerator[D, None]) -> AsyncGenerator[D, None]:
        with self._metrics.staged("read"):
            async with aclosing(drafts):
                async for draft in drafts:
                    if draft.done:
                        self._metrics.reasks.inc(draft.reasks)
                    yield draft


class MeasuredChat:
    """One job's chat. `said` holds the marks of what it said for good, which are in the messages' metadata too."""

    def __init__(self, chat: Chat, metrics: Metrics) -> None:
        self._chat = chat
        self._metrics = metrics
        self.said: list[str] = []
        self.waiting: set[Place] = set()  # where a status may stand

    def has_room(self, place: Place, *, new: bool) -> bool:
        return self._chat.has_room(place, new=new)

    def delay(self, place: Place, ahead: int = 0) -> float:
        return self._chat.delay(place, ahead)

    async def post(
        self, place: Place, reply: Reply, *, mark: str, optional: bool = False, begin: BeforePost | None = None
    ) -> str | None:
        post = self._chat.post(place, reply, mark=mark, optional=optional, begin=begin)
        ts = await (post if optional else self._told(post, reply, mark))
        if ts is not None:
            self.waiting.discard(place)
        return ts

    async def update(self, place: Place, ts: str, reply: Reply, *, mark: str, optional: bool = False) -> bool:
        if optional:
            return await self._chat.update(place, ts, reply, mark=mark, optional=True)
        return await self._told(self._chat.update(place, ts, reply, mark=mark), reply, mark)

    async def find(self, place: Place, mark: str, *, after: str | None = None) -> str | None:
        return await self._chat.find(place, mark, after=after)

    async def status(self, place: Place, text: str) -> bool:
        self.waiting.add(place)
        return await self._chat.status(place, text)

    async def rest(self) -> None:
        """The job is over: take away what Slack has not, as it does when we reply."""
        for place in self.waiting:
            await self._chat.status(place, "")

    async def whisper(self, place: Place, user: str, reply: Reply) -> None:
        await self._told(self._chat.whisper(place, user, reply), reply)

    async def respond(self, response_url: str, reply: Reply, *, public: bool) -> None:
        await self._told(self._chat.respond(response_url, reply, public=public), reply)

    async def root_links(self, place: Place) -> tuple[str, ...]:
        return await self._chat.root_links(place)

    def permalink(self, place: Place, ts: str) -> str | None:
        return self._chat.permalink(place, ts)

    async def stream(
        self, place: Place, ts: str | None, reply: AnswerReply, *, user: str | None, begin: BeforePost | None = None
    ) -> str | None:
        opened = await self._chat.stream(place, ts, reply, user=user, begin=begin)
        if opened is not None:
            self.waiting.discard(place)
        return opened

    async def finish(self, place: Place, ts: str, reply: AnswerReply, *, mark: str) -> None:
        await self._told(self._chat.finish(place, ts, reply, mark=mark), reply, mark)

    async def _told(self, call: Awaitable[T], reply: Reply, mark: str | None = None) -> T:
        with self._metrics.staged("tell"):
            result = await call
        self._metrics.replies.labels(kind_of(reply)).inc()
        if mark is not None:
            self.said.append(mark)
        return result


def kind_of(reply: Reply) -> str:
    """`reading`, `stand_in` (by rules, in place of the model), `answer`, `changes`, `failure` or `note`."""
    if isinstance(reply, ReadingReply):
        return "stand_in" if reply.retry else "reading"
    if isinstance(reply, AnswerReply):
        return "answer"
    if isinstance(reply, ChangesReply):
        return "changes"
    return "failure" if reply.retry else "note"
