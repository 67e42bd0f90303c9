"""Who reads, put together as the settings ask: the web, the press, a model or the rules."""

import gc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from bot.adapters.processes.bench import Bench
from bot.adapters.processes.checker import BenchChecker
from bot.adapters.processes.pool import Pool
from bot.adapters.processes.press import WorkerPress
from bot.adapters.web.aiohttp_web import OpenWeb
from bot.beside import once
from bot.claims.reading import Usage
from bot.flow import Desk
from bot.measured import measured_desk
from bot.metrics import Metrics
from bot.ports import Starts
from bot.readers.offline import OfflineReader, hear
from bot.readers.tap import Tap
from bot.settings import Settings
from bot.spending import spend
from bot.warmup import warm_up

if TYPE_CHECKING:
    from bot.readers.openai import OpenAIReader


@asynccontextmanager
async def open_desk(
    settings: Settings,
    metrics: Metrics | None = None,
    tap: Tap | None = None,
    pool: Pool | None = None,
    starts: Starts | None = None,
) -> AsyncIterator[Desk]:
    """The web, the press and the readers that the settings ask for, measured where `metrics` are given.

    `tap` hears what a model is asked and answers; `pool` has the processes of the press and the checks; `starts` keeps when a
    model was asked.
    """
    async with AsyncExitStack() as stack:
        web = OpenWeb(
            allow=settings.fetch_allow,
            seconds=settings.fetch_seconds,
            max_bytes=settings.fetch_bytes,
            robots=settings.robots,
        )
        if pool is None:
            pool = await stack.enter_async_context(Pool())
        press, checker = WorkerPress(pool), BenchChecker(hear, Bench(pool))
        desk = Desk(await stack.enter_async_context(web), press, OfflineReader(), checker)
        if settings.reads_with_model:
            desk = await stack.enter_async_context(_with_model(desk, settings, metrics, tap, starts))
        yield measured_desk(desk, metrics) if metrics else desk


@asynccontextmanager
async def _with_model(
    desk: Desk, settings: Settings, metrics: Metrics | None, tap: Tap | None, starts: Starts | None
) -> AsyncIterator[Desk]:
    """The desk with a model, for which the rules may stand in.

    Whatever is only needed to read comes with the first link, while its page does: an idle bot does without.
    """
    from bot.readers.circuit import Circuit
    from bot.readers.openai import OpenAIReader

    def spent(usage: Usage) -> None:
        spend(usage)
        if metrics:
            metrics.spent(usage)

    async with (
        OpenAIReader(settings, spent=spent, tap=tap, kept=starts) as model,
        once(partial(_warmed, model), "warm up") as warm,
    ):
        reader = Circuit(model).in_language(settings.language or None)
        stand_in = desk.reader if settings.reader == "auto" else None
        yield replace(desk, reader=reader, stand_in=stand_in, warm=warm)


async def _warmed(model: "OpenAIReader") -> None:
    await model.warm_up()
    await warm_up()
    gc.freeze()  # what was loaded stays: a collection that walked it would hold every link up for near half a second
