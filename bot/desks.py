"""Who reads, put together as the settings ask: the web, the press, a model or the rules."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.adapters.aiohttp_web import OpenWeb
from bot.adapters.nursery import Nursery
from bot.adapters.press import WorkerPress
from bot.beside import running
from bot.flow import Desk
from bot.measured import measured_desk
from bot.metrics import Metrics
from bot.readers.offline import OfflineReader, hear
from bot.readers.tap import Tap
from bot.settings import Settings


@asynccontextmanager
async def open_desk(
    settings: Settings, metrics: Metrics | None = None, tap: Tap | None = None, nursery: Nursery | None = None
) -> AsyncIterator[Desk]:
    """The web, the press and the readers that the settings ask for, measured where `metrics` are given.

    `tap` hears what a model is asked and answers; `nursery` is where the press has its processes from.
    """
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(
            OpenWeb(
                allow=settings.fetch_allow,
                seconds=settings.fetch_seconds,
                max_bytes=settings.fetch_bytes,
                robots=settings.robots,
            )
        )
        press = await stack.enter_async_context(WorkerPress(nursery=nursery))
        rules = OfflineReader()
        if not settings.reads_with_model:
            plain = Desk(web, press, rules)
            yield measured_desk(plain, metrics) if metrics else plain
            return
        from bot.readers.circuit import Circuit
        from bot.readers.openai import OpenAIReader

        spent = metrics.spent if metrics else None
        model = await stack.enter_async_context(OpenAIReader(settings, spent=spent, tap=tap))
        await stack.enter_async_context(running(model.warm_up(), "warm up the model's client"))
        desk = Desk(
            web,
            press,
            Circuit(model).in_language(settings.language or None),
            rules if settings.reader == "auto" else None,
            hear,
        )
        yield measured_desk(desk, metrics) if metrics else desk
