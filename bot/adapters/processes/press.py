"""Articles out of pages, made in processes that can be killed: no page stalls or bloats the bot."""

import asyncio
import json
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from bot.adapters.processes.extraction import encoded
from bot.adapters.processes.pool import Pool
from bot.adapters.processes.pool_worker import Broken, Died
from bot.article.article import Article, Sentence
from bot.article.kind import kind_of
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, PageError, PdfBroken
from bot.turnstile import SOON, Turnstile, rank

if TYPE_CHECKING:
    from bot.article.body import Extractor

_EXTRACTORS: "tuple[Extractor, ...]" = ("trafilatura", "resiliparse")
_NEXT_TO_NOTHING = Page(b"<p>Nothing.</p>", "text/html")
_CODES = {kind.code: kind for kind in PageError.__subclasses__()}


class WorkerPress:
    """Satisfies `ports.Press`. `seconds` is the deadline of one extractor on one page.

    A page that the first extractor does not get through, or finds no article on, is given to the second; there is but one way to
    read a PDF. A page whose worker died is tried once more, since a neighbour may have taken the memory; where the next ones die of it
    too, though another page is read, it is to blame. PDFs, which alone may pack a thousandfold, are never in all workers at once:
    others' pages find one.
    """

    def __init__(self, pool: Pool, seconds: float = 5.0) -> None:
        self._pool = pool
        self._seconds = seconds
        self._pdfs = Turnstile(max(1, pool.workers - 1))

    def expect(self) -> None:
        self._pool.expect()

    async def article(self, page: Page) -> Article:
        """Raises `PageError`: `NotAnArticle` for a page, `PdfBroken` for a PDF, that nothing gets through, and itself for a page of which
        workers die; `ClaimsBotError` where there are no workers, or where they die whatever they have."""
        if kind_of(page) == "pdf":
            return await self._of_pdf(page)
        refused: PageError | None = None
        tries = 2
        for extractor in _EXTRACTORS:
            try:
                return await self._made(page, extractor, tries)
            except NotAnArticle as error:
                refused = refused or error  # a page that nobody got through is no page without an article
            except Died:
                tries, refused = 1, PageError("the processes for extraction die of this page")
            except Broken:
                pass
        if tries == 1 and not await self._reads():
            raise ClaimsBotError("the processes for extraction die")
        raise refused or NotAnArticle("no extractor gets through this page")

    async def _reads(self) -> bool:
        """Whether a worker lives that has next to nothing to do."""
        with suppress(Broken):
            await self._pool.ask(partial(encoded, _NEXT_TO_NOTHING, _EXTRACTORS[0]), self._seconds, stage=SOON)
            return True
        return False

    async def _of_pdf(self, page: Page) -> Article:
        async with self._pdfs.place(rank(SOON)):
            try:
                return await self._made(page, _EXTRACTORS[0], tries=2)
            except Broken:  # in time or within its memory
                raise PdfBroken("the library does not get through it") from None

    async def _made(self, page: Page, extractor: "Extractor", tries: int) -> Article:
        """Raises `Broken` where it is not done in time, `Died` where as many processes as it has `tries` died over it."""
        ask = partial(self._pool.ask, partial(encoded, page, extractor), self._seconds, stage=SOON)
        for _ in range(tries - 1):
            with suppress(Died):
                return await _opened(json.loads(await ask()))
        return await _opened(json.loads(await ask()))


async def _opened(answer: dict[str, Any]) -> Article:
    """The article, or the error raised, that a worker answered with. A long article is put together in steps."""
    if "error" in answer:
        raise _CODES.get(answer["error"], NotAnArticle)(str(answer.get("detail", "")), **answer.get("about", {}))
    sentences: list[Sentence] = []
    for n, (start, end) in enumerate(answer["spans"], start=1):
        sentences.append(Sentence(n=n, start=start, end=end))
        if n % 1000 == 0:
            await asyncio.sleep(0)
    return Article.model_validate(answer["article"] | {"sentences": tuple(sentences)})
