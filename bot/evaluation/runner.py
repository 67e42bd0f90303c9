"""The runner: every gold article through every reader, and the floors beside them."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.article.article import Article
from bot.claims.form import Complaint, Draft, Form
from bot.claims.reading import ReaderInfo, Reading, Report, Usage
from bot.errors import ReaderError
from bot.evaluation import articles, floors, gold, measures, unchecked
from bot.evaluation.counts import Share
from bot.evaluation.finished import Finished
from bot.evaluation.gold import Gold
from bot.evaluation.measures import Score
from bot.ports import Reader
from bot.spending import counted


@dataclass(frozen=True, slots=True)
class Checks:
    """What every reading goes through: `ground` makes a reading of a draft, `complain` is what a reader may ask."""

    ground: Callable[[Article, Draft, ReaderInfo], Reading]
    complain: Callable[[Article, Form], Sequence[Complaint]]


_AT_ONCE = 4  # articles that one reader has in hand
FLOORS: Mapping[str, Callable[[Article], Report]] = {
    "every sentence": floors.every_sentence,
    "quotation mark or verb": floors.quotation_or_verb,
}


@dataclass(frozen=True, slots=True)
class Run:
    """One article read by one reader. `failure` is the error's code when it could not; then `score` is None, and `usage` what the
    attempts cost.

    `before` counts what was grounded before the checks; `replaced` the restatements of `restated` that a check refused; `kept` tells
    that it was read by an earlier run.
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
    kept: bool = False
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All runs by the reader's name, floors last."""

    runs: Mapping[str, tuple[Run, ...]]


@dataclass(frozen=True, slots=True)
class _Task:
    """One article for one reader."""

    name: str
    reader: Reader
    gold: Gold
    article: Article


async def evaluate(
    paths: Sequence[Path],
    readers: Mapping[str, Reader],
    checks: Checks,
    *,
    finished: Finished | None = None,
    on_done: Callable[[Run], None] = lambda run: None,
) -> Evaluation:
    """Read the gold files with each reader, then with the floors; `on_done` hears of each article.

    What `finished` has is not read again, and what is read goes there.

    Raises `ValueError` for a row that is no gold.
    """
    rows = [(row, articles.of(row)) for row in gold.read(paths)]
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(task: _Task) -> Run:
        async with gate:
            run = await _run(task, checks, finished or Finished(None))
        on_done(run)
        return run

    runs: dict[str, tuple[Run, ...]] = {}
    for name, reader in readers.items():
        runs[name] = tuple(await asyncio.gather(*(one(_Task(name, reader, row, article)) for row, article in rows)))
    for name, floor in FLOORS.items():
        runs[name] = tuple(_floor(name, row, floor(article)) for row, article in rows)
    return Evaluation(runs)


async def _run(task: _Task, checks: Checks, finished: Finished) -> Run:
    async def complain(form: Form) -> Sequence[Complaint]:
        return checks.complain(task.article, form)

    known = finished.get(task.reader.info, task.article)
    if known is not None:
        return replace(_scored(task, *known, checks), kept=True)
    started = time.perf_counter()
    last: Draft | None = None
    failure = "nothing"
    with counted() as spending:
        try:
            async for draft in task.reader.read(task.article, complain):
                last = draft
        except ReaderError as error:
            last, failure = None, error.code
    seconds = time.perf_counter() - started
    if last is None:
        return Run(task.name, task.gold, None, None, seconds=seconds, usage=spending.usage, failure=failure)
    finished.put(task.reader.info, task.article, last, seconds)
    return _scored(task, last, seconds, checks)


def _scored(task: _Task, draft: Draft, seconds: float, checks: Checks) -> Run:
    info, article = task.reader.info, task.article
    raw = unchecked.reading(article, draft, info)
    report = Report(article=article, reading=checks.ground(article, draft, info))
    restated = sum(bool(claim.text) for claim in draft.form.claims)
    kept = sum(claim.wording == "restated" for claim in report.reading.claims)
    return Run(
        task.name,
        task.gold,
        measures.score(task.gold, report),
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
