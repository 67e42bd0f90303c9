"""Read a link, answer a question: the straight lines.

    link ──> web ──> press ──> article ──> reader ──> checker ──> report ──> reply ──> chat
                                 question ──┘

The stages are pure; what is awaited here is a port. `bot.telling` says it once.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from bot.article.address import article_key
from bot.article.article import Article
from bot.article.manuscript import article_from_text
from bot.claims.answer import Answer
from bot.claims.reading import Reading, Report, Usage
from bot.errors import ReaderEmpty, ReaderError, ReaderUngrounded, ReaderUntold
from bot.grounded import Onlooker, ShowAnswer, grounded_answer, grounded_report, sure_answer
from bot.intake.look import Shelfmark
from bot.ports import Checker, Library, NotModified, Press, Reader, Web

Begin = Callable[[], Awaitable[None]]
"""Awaited before anything that costs; what it raises ends the matter."""

Found = Callable[[Article], Awaitable[None]]
"""Awaited when there is an article that has to be read."""

_CUT = "-cut"  # behind the prompt of a reader whose reading was cut


@dataclass(frozen=True, slots=True)
class Desk:
    """Who reads: the web, the press, the reader and who checks it, and who stands in when the reader is out of reach.

    `warm` is called when a page is on its way: what a reader needs for its first one is made while that comes.
    """

    web: Web
    press: Press
    reader: Reader
    checker: Checker
    stand_in: Reader | None = None
    warm: Callable[[], None] | None = None

    def in_language(self, language: str | None) -> "Desk":
        """The same desk, with claims in `language`; None leaves them in the article's."""
        return replace(self, reader=self.reader.in_language(language))


@dataclass(frozen=True, slots=True)
class Kept:
    """A report and the rows under which the library keeps its parts; `fresh` when it was read only now."""

    report: Report
    article: str
    reading: str
    fresh: bool = False

    @property
    def shelfmark(self) -> Shelfmark:
        return Shelfmark(self.article, self.reading)


async def article_at(desk: Desk, link: str) -> Article:
    """The article behind a link. Raises `WebError`, `PageError`."""
    desk.press.expect()
    if desk.warm:
        desk.warm()
    return await desk.press.article(await desk.web.fetch(link))


async def report_on(desk: Desk, article: Article, onlooker: Onlooker | None = None) -> Report:
    """Read an article; `onlooker` is offered the report as it grows. Raises `ReaderError` when nobody can stand in.

    Where the reader finds nothing and who may stand in finds claims, those are reported; so where little held up of what it
    said, and far less than is found by rules.
    """
    try:
        report = await grounded_report(desk.reader, desk.checker, article, onlooker)
    except ReaderError as error:
        if desk.stand_in is None:
            raise
        return _instead(await _stand_in(desk.stand_in, desk.checker, article, error), error)
    if desk.stand_in is None or not (weak := _weakness(report)):
        return report
    with suppress(ReaderError):
        other = await grounded_report(desk.stand_in, desk.checker, article, None)
        if len(other.reading.attributed) > 2 * len(report.reading.claims):
            return _instead(other, weak, report.reading.usage)
    return report


def _weakness(report: Report) -> ReaderError | None:
    """Why the rules might do better. A reading that was cut is whole as far as it goes."""
    reading = report.reading
    stands = len(reading.claims) + len(reading.denials)
    if not stands:
        return ReaderEmpty("found nothing where others do")
    if reading.dropped > stands and not report.cut:
        return ReaderUngrounded("little of it held up")
    return None


def _instead(report: Report, error: ReaderError, spent: Usage | None = None) -> Report:
    """What stands in for a reading, and why; `spent` is what that one cost."""
    reading = report.reading.model_copy(update={"usage": spent}) if spent else report.reading
    return report.model_copy(update={"reading": reading, "stands_in": True, "because": error.code})


async def answer_from(
    desk: Desk, article: Article, question: str, earlier: Sequence[tuple[str, str]], show: ShowAnswer | None = None
) -> Answer:
    """Answer a question from an article and nothing else. Raises `ReaderError` when nobody can stand in.

    Where the reader finds that the article does not tell, and who may stand in is sure of a sentence, that is shown.
    """
    try:
        answer = await grounded_answer(desk.reader, desk.checker, article, question, earlier, show)
    except ReaderError as error:
        if desk.stand_in is None:
            raise
        answer = await grounded_answer(desk.stand_in, desk.checker, article, question, earlier, None)
        return answer.model_copy(update={"stands_in": True, "because": error.code})
    if answer.told or desk.stand_in is None:
        return answer
    with suppress(ReaderError):
        other = await sure_answer(desk.stand_in, desk.checker, article, question, earlier)
        if other is not None and other.told:
            why = {"stands_in": True, "because": ReaderUntold.code, "usage": answer.usage}
            return other.model_copy(update=why)
    return answer


async def kept_report(
    desk: Desk,
    library: Library,
    team: str,
    link: str,
    onlooker: Onlooker | None,
    begin: Begin,
    found: Found | None = None,
) -> Kept:
    """Like `article_at` and `report_on`, doing only what the library does not hold already."""
    key = article_key(link)
    kept = await library.article(team, key)
    if kept is not None:
        return await _kept_reading(desk, library, team, *kept, onlooker=onlooker, begin=begin, found=found)
    await begin()
    article = await article_at(desk, link)
    keys = [key, *(article_key(address) for address in (article.canonical_url,) if address)]
    article_id = await library.keep_article(team, keys, article)
    return await _kept_reading(desk, library, team, article_id, article, onlooker=onlooker, found=found)


async def read_anew(desk: Desk, library: Library, team: str, before: Article, found: Found) -> Kept | None:
    """The article as it is now, read; None while its text is the one that is known. Raises like `kept_report`."""
    link = before.address or ""
    try:
        page = await desk.web.fetch(link, known=before.validators)
    except NotModified:
        return None
    article = await desk.press.article(page)
    if article.digest == before.digest:
        return None
    keys = [article_key(address) for address in (link, article.canonical_url) if address]
    article_id = await library.keep_article(team, keys, article)
    return await _kept_reading(desk, library, team, article_id, article, onlooker=None, found=found)


async def kept_text_report(
    desk: Desk,
    library: Library,
    team: str,
    text: str,
    onlooker: Onlooker | None,
    begin: Begin,
    found: Found | None = None,
) -> Kept:
    """The same for text that was pasted whole."""
    article = await asyncio.to_thread(article_from_text, text)  # a long text takes a while to cut
    article_id = await library.keep_article(team, [f"text:{article.digest}"], article)
    return await _kept_reading(desk, library, team, article_id, article, onlooker=onlooker, begin=begin, found=found)


async def _kept_reading(
    desk: Desk,
    library: Library,
    team: str,
    article_id: str,
    article: Article,
    *,
    onlooker: Onlooker | None,
    begin: Begin | None = None,
    found: Found | None = None,
) -> Kept:
    reading = await library.reading(team, article.digest, desk.reader.info)
    if reading is None:
        if begin:
            await begin()
        if found:
            await found(article)
    report = Report(article=article, reading=reading) if reading else await report_on(desk, article, onlooker)
    reading_id = await library.keep_reading(team, article_id, article.digest, _as_kept(report))
    return Kept(report, article_id, reading_id, fresh=reading is None)


def _as_kept(report: Report) -> Reading:
    """A reading that was cut is kept for its thread, under a name that nobody looks for when reading anew."""
    info = report.reading.reader
    if not report.cut:
        return report.reading
    return report.reading.model_copy(update={"reader": info.model_copy(update={"prompt": f"{info.prompt}{_CUT}"})})


def as_told(desk: Desk, article: Article, reading: Reading, because: str) -> Report:
    """What was kept, as the thread was told of it: as cut, or in place of the reader's, which failed `because` of that."""
    reader = reading.reader
    stands_in = reader.by_rules and not desk.reader.info.by_rules
    cut = (reader.prompt or "").endswith(_CUT)
    return Report(article=article, reading=reading, stands_in=stands_in, because=because if stands_in else "", cut=cut)


async def _stand_in(reader: Reader, checker: Checker, article: Article, error: ReaderError) -> Report:
    try:
        return await grounded_report(reader, checker, article, None)
    except ReaderError:
        raise error from None
