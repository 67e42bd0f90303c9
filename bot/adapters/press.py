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
_ANSWER_AT_MOST = 16_000_000
_CODES = {kind.code: kind for kind in PageError.__subclasses__()}


class _Broken(Exception):
    """The worker died, was killed at the deadline, or could make nothing of the page."""


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
        self._slots = asyncio.Semaphore(workers)
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()
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
        async with self._slots:
            worker = await self._worker()
            try:
                answer = await worker.ask(encoded(page, extractor), self._seconds)
            except BaseException:
                # Killed at the deadline, dead, or nobody waits any more: what it still does is of no use.
                await asyncio.shield(self._discard(worker))
                raise
            await self._back(worker)
        return await _opened(answer)

    async def _warm(self) -> None:
        """Have one worker ready, so that the first page is not the slow one."""
        with contextlib.suppress(ClaimsBotError):
            async with self._slots:
                await self._back(await self._worker())

    async def _worker(self) -> "_Worker":
        while self._idle:
            worker = self._idle.pop()
            if worker.lives:
                return worker
            await self._discard(worker)
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
        return worker

    async def _back(self, worker: "_Worker") -> None:
        """Libraries grow with what they have seen; after many pages a fresh process takes over."""
        if worker.lives and worker.pages < _PAGES_PER_WORKER:
            self._idle.append(worker)
            self._rest_later()
        else:
            await self._discard(worker)

    def _rest_later(self) -> None:
        if self._resting:
            self._resting.cancel()
        self._resting = asyncio.get_running_loop().call_later(self._rest, self._end_idle)

    def _end_idle(self) -> None:
        """Nothing came for a while: what they hold is given back."""
        while self._idle:
            task = asyncio.create_task(self._discard(self._idle.pop()))
            self._ending.add(task)
            task.add_done_callback(self._ending.discard)

    async def _discard(self, worker: "_Worker") -> None:
        self._all.discard(worker)
        await worker.kill()


class _Worker:
    """One process that runs `bot.adapters.extraction`."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._sink = process.stdin
        self._source = process.stdout
        self.pages = 0

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

    async def ready(self) -> None:
        await self._within(_START_SECONDS, self._answer())

    async def ask(self, frames: bytes, seconds: float) -> dict[str, Any]:
        self.pages += 1
        return await self._within(seconds, self._told(frames))

    async def _told(self, frames: bytes) -> dict[str, Any]:
        self._sink.write(frames)
        await self._sink.drain()
        return await self._answer()

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
            raise _Broken(type(error).__name__) from None

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
