"""Articles out of pages, made in processes that can be killed: no page stalls or bloats the bot."""

import asyncio
import contextlib
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from bot.adapters.extraction import encoded
from bot.adapters.nursery import Nursery
from bot.adapters.page_worker import Broken, Lost, PageWorker
from bot.article.article import Article, Sentence
from bot.article.kind import kind_of
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, PageError, PdfBroken

if TYPE_CHECKING:
    from bot.article.body import Extractor

_EXTRACTORS: "tuple[Extractor, ...]" = ("trafilatura", "resiliparse")
_AHEAD = 2
"""Pages that one worker has at a time: the next one lies ready, however busy the loop is when it is done with the first."""
_CODES = {kind.code: kind for kind in PageError.__subclasses__()}


class WorkerPress:
    """Satisfies `ports.Press`. `seconds` is the deadline of one extractor on one page.

    A page that kills the first extractor, or that it finds no article on, is given to the second. A worker is started
    when a page is on its way, and ends after `rest` seconds without any. Use as `async with`.
    """

    def __init__(
        self, seconds: float = 5.0, *, workers: int = 2, rest: float = 300.0, nursery: Nursery | None = None
    ) -> None:
        self._seconds = seconds
        self._rest = rest
        self._nursery = nursery or Nursery()
        self._resting: asyncio.TimerHandle | None = None
        self._workers = workers
        self._slots = asyncio.Semaphore(workers * _AHEAD)
        self._all: set[PageWorker] = set()
        self._starting = 0
        self._news = asyncio.Event()
        self._warming: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._warming:
            self._warming.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._warming
        if self._resting:
            self._resting.cancel()
        for worker in list(self._all):
            self._discard(worker)
        self._nursery.rest()

    def expect(self) -> None:
        """While the page comes, a worker starts."""
        if not self._all and (self._warming is None or self._warming.done()):
            self._warming = asyncio.create_task(self._warm())

    async def article(self, page: Page) -> Article:
        """Raises `PageError`; `NotAnArticle` for a page that no extractor survives; `ClaimsBotError` without workers."""
        if self._warming:
            await asyncio.wait([self._warming])
        refused: PageError | None = None
        for extractor in _EXTRACTORS:
            try:
                return await self._made(page, extractor)
            except NotAnArticle as error:
                refused = error
            except Broken:
                if kind_of(page) == "pdf":  # there is but one way to read it
                    raise PdfBroken("the library does not survive it") from None
        raise refused or NotAnArticle("no extractor gets through this page")

    async def _made(self, page: Page, extractor: "Extractor") -> Article:
        while True:
            with contextlib.suppress(Lost):
                return await _opened(await self._answer(page, extractor))

    async def _answer(self, page: Page, extractor: "Extractor") -> dict[str, Any]:
        async with self._slots:
            worker = await self._worker()
            try:
                answer = await worker.ask(encoded(page, extractor), self._seconds)
            except BaseException:
                # Killed at the deadline, dead, or nobody waits any more: what it still does is of no use.
                self._discard(worker)
                raise
            self._back(worker)
        return answer

    async def _warm(self) -> None:
        """Have one worker ready, so that the first page is not the slow one."""
        with contextlib.suppress(ClaimsBotError):
            async with self._slots:
                self._back(await self._worker())

    async def _worker(self) -> PageWorker:
        """One that has nothing to do; a new one while there are too few; else one that will soon be done."""
        for worker in [each for each in self._all if not each.lives]:
            self._discard(worker)
        while True:
            least = min((each for each in self._all if each.takes_pages), key=lambda each: each.busy, default=None)
            enough = len(self._all) + self._starting >= self._workers
            if least is not None and (not least.busy or enough):
                return least
            if not enough:
                return await self._started()
            self._news.clear()  # all are being started, or have had their last page
            await self._news.wait()

    async def _started(self) -> PageWorker:
        try:
            with contextlib.suppress(Broken):
                return await self._begun()
            return await self._begun()  # what the first was a copy of has died; this one starts anew
        except (OSError, Broken) as error:
            raise ClaimsBotError(f"the process for extraction does not start: {type(error).__name__}") from None

    async def _begun(self) -> PageWorker:
        self._starting += 1
        try:
            worker = await PageWorker.start(self._nursery)
        finally:
            self._starting -= 1
            self._news.set()
        self._all.add(worker)
        try:
            await worker.ready()
        except BaseException:
            self._discard(worker)
            raise
        self._news.set()
        return worker

    def _back(self, worker: PageWorker) -> None:
        """Libraries grow with what they have seen; after many pages a fresh process takes over."""
        if worker.busy:
            return
        if worker.takes_pages:
            self._rest_later()
        else:
            self._discard(worker)

    def _rest_later(self) -> None:
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(self._rest, self._end_idle)

    def _end_idle(self) -> None:
        """Nothing came for a while: what they hold is given back."""
        for worker in [each for each in self._all if each.is_ready and not each.busy]:
            self._discard(worker)
        self._nursery.rest()

    def _discard(self, worker: PageWorker) -> None:
        if worker in self._all:
            self._all.remove(worker)
            self._news.set()
            worker.kill()


async def _opened(answer: dict[str, Any]) -> Article:
    """The article, or the error raised, that a worker answered with. A long article is put together in steps."""
    if "error" in answer:
        raise _CODES.get(answer["error"], NotAnArticle)(str(answer.get("detail", "")), **answer.get("about", {}))
    if "article" not in answer:
        raise Broken(str(answer.get("broken")))
    sentences: list[Sentence] = []
    for n, (start, end) in enumerate(answer["spans"], start=1):
        sentences.append(Sentence(n=n, start=start, end=end))
        if n % 1000 == 0:
            await asyncio.sleep(0)
    return Article.model_validate(answer["article"] | {"sentences": tuple(sentences)})
