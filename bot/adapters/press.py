"""Articles out of pages, made in processes that can be killed: no page stalls or bloats the bot."""

import asyncio
import contextlib
import json
import os
import struct
import sys
from asyncio.subprocess import Process
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import bot
from bot.adapters.extraction import encoded
from bot.article.article import Article, Sentence
from bot.article.kind import kind_of
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, PageError, PdfBroken

if TYPE_CHECKING:
    from bot.article.body import Extractor

_EXTRACTORS: "tuple[Extractor, ...]" = ("trafilatura", "resiliparse")
_START_SECONDS = 60.0
_PAGES_PER_WORKER = 1000
_AHEAD = 2
"""Pages that one worker has at a time: the next one lies ready, however busy the loop is when it is done with the first."""
_ANSWER_AT_MOST = 16_000_000
_CODES = {kind.code: kind for kind in PageError.__subclasses__()}


class _Broken(Exception):
    """The worker died, was killed at the deadline, or could make nothing of the page."""


class _Lost(Exception):
    """The worker was ended over another page before it came to this one."""


class WorkerPress:
    """Satisfies `ports.Press`. `seconds` is the deadline of one extractor on one page.

    A page that kills the first extractor, or that it finds no article on, is given to the second. A worker is started
    when a page is on its way, and ends after `rest` seconds without any. Use as `async with`.
    """

    def __init__(
        self, seconds: float = 5.0, *, workers: int = 2, rest: float = 300.0, python: str = sys.executable
    ) -> None:
        self._seconds = seconds
        self._rest = rest
        self._python = python
        self._resting: asyncio.TimerHandle | None = None
        self._ending: set[asyncio.Task[None]] = set()
        self._workers = workers
        self._slots = asyncio.Semaphore(workers * _AHEAD)
        self._all: set[_Worker] = set()
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
            await self._discard(worker)
        await asyncio.gather(*self._ending)

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
            except _Broken:
                if kind_of(page) == "pdf":  # there is but one way to read it
                    raise PdfBroken("the library does not survive it") from None
        raise refused or NotAnArticle("no extractor gets through this page")

    async def _made(self, page: Page, extractor: "Extractor") -> Article:
        while True:
            with contextlib.suppress(_Lost):
                return await _opened(await self._answer(page, extractor))

    async def _answer(self, page: Page, extractor: "Extractor") -> dict[str, Any]:
        async with self._slots:
            worker = await self._worker()
            try:
                answer = await worker.ask(encoded(page, extractor), self._seconds)
            except BaseException:
                # Killed at the deadline, dead, or nobody waits any more: what it still does is of no use.
                await asyncio.shield(self._discard(worker))
                raise
            await self._back(worker)
        return answer

    async def _warm(self) -> None:
        """Have one worker ready, so that the first page is not the slow one."""
        with contextlib.suppress(ClaimsBotError):
            async with self._slots:
                await self._back(await self._worker())

    async def _worker(self) -> "_Worker":
        """One that has nothing to do; a new one while there are too few; else one that will soon be done."""
        for worker in [each for each in self._all if not each.lives]:
            await self._discard(worker)
        while True:
            least = min((each for each in self._all if each.takes_pages), key=lambda each: each.busy, default=None)
            if least is not None and (not least.busy or len(self._all) >= self._workers):
                return least
            if len(self._all) < self._workers:
                return await self._started()
            self._news.clear()  # all are being started, or have had their last page
            await self._news.wait()

    async def _started(self) -> "_Worker":
        try:
            worker = await _Worker.start(self._python)
        except OSError as error:
            raise ClaimsBotError(f"no process for extraction: {type(error).__name__}") from None
        self._all.add(worker)
        try:
            await worker.ready()
        except _Broken:
            await self._discard(worker)
            raise ClaimsBotError("the process for extraction does not start") from None
        except BaseException:
            await asyncio.shield(self._discard(worker))
            raise
        self._news.set()
        return worker

    async def _back(self, worker: "_Worker") -> None:
        """Libraries grow with what they have seen; after many pages a fresh process takes over."""
        if worker.busy:
            return
        if worker.takes_pages:
            self._rest_later()
        else:
            await self._discard(worker)

    def _rest_later(self) -> None:
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(self._rest, self._end_idle)

    def _end_idle(self) -> None:
        """Nothing came for a while: what they hold is given back."""
        for worker in [each for each in self._all if each.is_ready and not each.busy]:
            self._all.discard(worker)
            task = asyncio.create_task(worker.kill())
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def _discard(self, worker: "_Worker") -> None:
        self._all.discard(worker)
        self._news.set()
        await worker.kill()


class _Worker:
    """One process that runs `bot.adapters.extraction`."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._sink = process.stdin
        self._source = process.stdout
        self._turn = asyncio.Lock()
        self._pages = 0
        self._broken = False
        self._given_up = False
        self.is_ready = False
        self.busy = 0  # pages that it has and has not answered

    @classmethod
    async def start(cls, python: str) -> Self:
        """None of our settings and secrets reach the process that parses strangers' pages. Raises OSError."""
        environment = {
            name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TZ", "SYSTEMROOT") if name in os.environ
        }
        environment["PYTHONPATH"] = str(Path(bot.__file__).parents[1])
        process = await asyncio.create_subprocess_exec(
            python, "-m", "bot.adapters.extraction",
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
            env=environment, cwd=os.sep, start_new_session=True,
        )  # fmt: skip
        return cls(process)

    @property
    def lives(self) -> bool:
        return self._process.returncode is None

    @property
    def takes_pages(self) -> bool:
        return self.is_ready and self.lives and not self._broken and self._pages < _PAGES_PER_WORKER

    async def ready(self) -> None:
        await self._within(_START_SECONDS, self._answer())
        self.is_ready = True

    async def ask(self, frames: bytes, seconds: float) -> dict[str, Any]:
        """The answer, `seconds` at most after that to the page before. Raises `_Broken`, and `_Lost` when it never came to this one."""
        self._pages += 1
        self.busy += 1
        self._sink.write(frames)
        has_turn = False
        try:
            async with self._turn:
                if self._broken:
                    raise _Lost
                has_turn = True
                return await self._within(seconds, self._answer())
        except BaseException:
            self._broken = True  # its next answer would be to this page
            self._given_up = not has_turn  # the page it works on is not to blame
            raise
        finally:
            self.busy -= 1

    async def _answer(self) -> dict[str, Any]:
        (length,) = struct.unpack(">I", await self._source.readexactly(4))
        if length > _ANSWER_AT_MOST:
            raise _Broken("an answer without measure")
        answer: dict[str, Any] = json.loads(await self._source.readexactly(length))
        return answer

    async def _within(self, seconds: float, answer: Any) -> dict[str, Any]:
        try:
            async with asyncio.timeout(seconds):
                told: dict[str, Any] = await answer
                return told
        except (TimeoutError, EOFError, OSError, ValueError) as error:
            raise (_Lost if self._given_up else _Broken)(type(error).__name__) from None

    async def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self._sink.close()
        await self._process.wait()


async def _opened(answer: dict[str, Any]) -> Article:
    """The article, or the error raised, that a worker answered with. A long article is put together in steps."""
    if "error" in answer:
        raise _CODES.get(answer["error"], NotAnArticle)(str(answer.get("detail", "")), **answer.get("about", {}))
    if "article" not in answer:
        raise _Broken(str(answer.get("broken")))
    sentences: list[Sentence] = []
    for n, (start, end) in enumerate(answer["spans"], start=1):
        sentences.append(Sentence(n=n, start=start, end=end))
        if n % 1000 == 0:
            await asyncio.sleep(0)
    return Article.model_validate(answer["article"] | {"sentences": tuple(sentences)})
