"""Peers in memory that satisfy the ports, for tests of what stands between them.

Fakes are queue-fed and keep what they were asked. The library and the queue need none: tests use SQLite.
"""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Sequence
from copy import copy
from dataclasses import dataclass, field

from bot.article.article import Article
from bot.article.page import Page
from bot.article.validators import Validators
from bot.claims.form import AnswerDraft, Draft
from bot.claims.reading import ReaderInfo
from bot.errors import ChatError, ClaimsBotError, PageMissing
from bot.intake.message import Place
from bot.ports import BeforePost, NotModified
from bot.ports.reader import CheckAnswer, CheckForm, Watched, always
from bot.reply.reply import AnswerReply, Reply


class FakeWeb:
    """Pages by address; an exception in place of a page is raised. Anything else is missing.

    A page whose validators are known already is `NotModified`.
    """

    def __init__(self, pages: dict[str, Page | ClaimsBotError] | None = None) -> None:
        self.pages = pages or {}
        self.fetched: list[str] = []

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        self.fetched.append(url)
        page = self.pages.get(url, PageMissing())
        if isinstance(page, ClaimsBotError):
            raise page
        if known and known == page.validators:
            raise NotModified
        return page


class FakePress:
    """Makes every page the same article, or raises."""

    def __init__(self, article: Article | ClaimsBotError) -> None:
        self.made = article

    def expect(self) -> None: ...

    async def article(self, page: Page) -> Article:
        if isinstance(self.made, ClaimsBotError):
            raise self.made
        return self.made.model_copy(update={"url": page.url})


class FakeReader:
    """Plays drafts and answers from queues; an exception in a queue is raised."""

    def __init__(self, name: str = "openai") -> None:
        self.info = ReaderInfo.model_validate({"name": name, "model": "fake"})
        self.drafts: deque[list[Draft] | ClaimsBotError] = deque()
        self.answers: deque[list[AnswerDraft] | ClaimsBotError] = deque()
        self.questions: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.read_count = 0

    def in_language(self, language: str | None) -> "FakeReader":
        """Plays from the same queues."""
        other = copy(self)
        other.info = self.info.model_copy(update={"language": language, "prompt": language})
        return other

    async def read(self, article: Article, check: CheckForm, watched: Watched = always) -> AsyncGenerator[Draft]:
        self.read_count += 1
        played = self.drafts.popleft()
        if isinstance(played, ClaimsBotError):
            raise played
        for draft in played:
            yield draft

    async def answer(
        self,
        article: Article,
        question: str,
        earlier: Sequence[tuple[str, str]],
        check: CheckAnswer,
    ) -> AsyncGenerator[AnswerDraft]:
        self.questions.append((question, tuple(earlier)))
        played = self.answers.popleft()
        if isinstance(played, ClaimsBotError):
            raise played
        for draft in played:
            yield draft


@dataclass
class FakeMessage:
    ts: str
    place: Place
    mark: str | None
    reply: Reply
    edits: int = 0


def _come() -> asyncio.Event:
    come = asyncio.Event()
    come.set()
    return come


@dataclass
class FakeChat:
    """A channel in memory. `troubles` are raised, one a call; with `lost` set, the post stands all the same."""

    roomy: bool = True
    streams: bool = False
    statuses_work: bool = True
    messages: list[FakeMessage] = field(default_factory=list)
    statuses: list[tuple[Place, str]] = field(default_factory=list)
    responses: list[tuple[str, Reply, bool]] = field(default_factory=list)
    whispers: list[tuple[Place, str, Reply]] = field(default_factory=list)
    troubles: deque[ChatError] = field(default_factory=deque)
    lost: bool = False
    roots: dict[str, tuple[str, ...]] = field(default_factory=dict)
    lookups: int = 0
    turn: asyncio.Event = field(default_factory=_come)  # a post waits for it
    _clock: int = 1000

    def has_room(self, place: Place, *, new: bool) -> bool:
        return self.roomy

    def delay(self, place: Place, ahead: int = 0) -> float:
        return 0.0

    async def post(
        self, place: Place, reply: Reply, *, mark: str, optional: bool = False, begin: BeforePost | None = None
    ) -> str | None:
        if optional and not self.roomy:
            return None
        await self.turn.wait()
        if begin is not None:
            await begin()
        if self.troubles:
            if self.lost:
                self.land(place, reply, mark)
            raise self.troubles.popleft()
        return self.land(place, reply, mark)

    def land(self, place: Place, reply: Reply, mark: str | None) -> str:
        self._clock += 1
        message = FakeMessage(f"{self._clock}.000", place, mark, reply)
        self.messages.append(message)
        return message.ts

    async def update(self, place: Place, ts: str, reply: Reply, *, mark: str, optional: bool = False) -> bool:
        if optional and not self.roomy:
            return False
        if self.troubles:
            raise self.troubles.popleft()
        message = next(message for message in self.messages if message.ts == ts)
        message.reply, message.mark = reply, mark
        message.edits += 1
        return True

    async def find(self, place: Place, mark: str, *, after: str | None = None) -> str | None:
        self.lookups += 1
        for message in self.messages:
            if message.place == place and message.mark == mark:
                return message.ts
        unmarked = [m.ts for m in self.messages if m.place == place and m.mark is None]
        return unmarked[-1] if unmarked and after is not None and float(unmarked[-1]) > float(after) else None

    async def status(self, place: Place, text: str) -> bool:
        self.statuses.append((place, text))
        return self.statuses_work

    async def whisper(self, place: Place, user: str, reply: Reply) -> None:
        self.whispers.append((place, user, reply))

    async def respond(self, response_url: str, reply: Reply, *, public: bool) -> None:
        self.responses.append((response_url, reply, public))

    async def root_links(self, place: Place) -> tuple[str, ...]:
        return self.roots.get(place.thread or "", ())

    def permalink(self, place: Place, ts: str) -> str | None:
        return f"https://slack.example/{place.channel}/{ts}"

    async def stream(
        self, place: Place, ts: str | None, reply: AnswerReply, *, user: str | None, begin: BeforePost | None = None
    ) -> str | None:
        if not self.streams:
            return None
        if ts is None:
            if begin is not None:
                await begin()
            ts = self.land(place, reply, None)
            if self.troubles:
                raise self.troubles.popleft()
            return ts
        next(message for message in self.messages if message.ts == ts).reply = reply
        return ts

    async def finish(self, place: Place, ts: str, reply: AnswerReply, *, mark: str) -> None:
        await self.update(place, ts, reply, mark=mark)
