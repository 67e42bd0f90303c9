"""The runner: every gold article through every reader, and the floors beside them."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.article.article import Article
from bot.claims.form import Complaint, Draft, Form
from bot.claims.reading import ReaderInfo, Reading, Report, Usage
from bot.errors import ReaderError
from bot.evaluation import articles, floors, gold, measures, unchecked
from bot.evaluation.counts import Share
from bot.evaluation.gold import Gold
from bot.evaluation.measures import Score
from bot.ports import Reader

Ground = Callable[[Article, Draft, ReaderInfo], Reading]
Check = Callable[[Article, Form], Sequence[Complaint]]

FLOORS: Mapping[str, Callable[[Article], Report]] = {
    "every sentence": floors.every_sentence,
    "quotation mark or verb": floors.quotation_or_verb,
}


@dataclass(frozen=True, slots=True)
class Run:
    """One article read by one reader. `failure` is the error's code when it could not; then `score` is None.

    `before` counts what was grounded before the checks; `replaced` the restatements of `restated` that a check refused.
    """

    reader: str
    gold: Gold
    score: Score | None
    report: Report | None
    before: Share = Share()
    seconds: float = 0.0
    usage: Usage = Usage()
    reasks: int = 0
    restated: int = 0
    replaced: int = 0
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All runs by the reader's name, floors last."""

    runs: Mapping[str, tuple[Run, ...]]


async def evaluate(
    paths: Sequence[Path],
    readers: Mapping[str, Reader],
    *,
    ground: Ground,
    check: Check,
    language: str | None = "en",
    concurrency: int = 4,
    on_done: Callable[[Run], None] | None = None,
) -> Evaluation:
    """Read the gold files with each reader; `on_done` hears of each article.

    `ground` and `check` are the checks every reading goes through. Raises `ValueError` for a row that is no gold.
    """
    rows = [(row, articles.of(row, language)) for row in gold.read(paths)]
    gate = asyncio.Semaphore(concurrency)

    async def one(name: str, reader: Reader, row: Gold, article: Article) -> Run:
        async with gate:
            run = await _run(name, reader, row, article, ground, check)
        if on_done is not None:
            on_done(run)
        return run

    runs: dict[str, tuple[Run, ...]] = {}
    for name, reader in readers.items():
        runs[name] = tuple(await asyncio.gather(*(one(name, reader, row, article) for row, article in rows)))
    for name, floor in FLOORS.items():
        runs[name] = tuple(_floor(name, row, floor(article)) for row, article in rows)
    return Evaluation(runs)


async def _run(name: str, reader: Reader, row: Gold, article: Article, ground: Ground, check: Check) -> Run:
    started = time.perf_counter()
    last: Draft | None = None
    try:
        async for draft in reader.read(article, lambda form: check(article, form)):
            last = draft
    except ReaderError as error:
        return Run(name, row, None, None, seconds=time.perf_counter() - started, failure=error.code)
    seconds = time.perf_counter() - started
    if last is None:
        return Run(name, row, None, None, seconds=seconds, failure="nothing")
    return _scored(name, reader.info, row, article, last, seconds, ground)


def _scored(
    name: str, info: ReaderInfo, row: Gold, article: Article, draft: Draft, seconds: float, ground: Ground
) -> Run:
    raw = unchecked.reading(article, draft, info)
    report = Report(article=article, reading=ground(article, draft, info))
    restated = sum(bool(claim.text) for claim in draft.form.claims)
    kept = sum(claim.wording == "restated" for claim in report.reading.claims)
    return Run(
        name,
        row,
        measures.score(row, report),
        report,
        before=measures.grounded(Report(article=article, reading=raw)),
        seconds=seconds,
        usage=draft.usage,
        reasks=draft.reasks,
        restated=restated,
        replaced=max(0, restated - kept),
    )


def _floor(name: str, row: Gold, report: Report) -> Run:
    return Run(name, row, measures.score(row, report), report)
