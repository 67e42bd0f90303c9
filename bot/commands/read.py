"""`claims-bot read`: the claims of links and files, in the terminal or for programs."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from bot.claims.reading import Report
from bot.commands.complaints import complain
from bot.commands.printing import Format, Printer
from bot.commands.sources import article_named
from bot.desks import open_desk
from bot.flow import report_on
from bot.settings import Settings

Read = Callable[[str], Awaitable[Report]]

AT_ONCE = 4
"""Articles read at the same time; more would only wait for each other's model or core."""


async def read_all(settings: Settings, sources: Sequence[str], form: Format) -> int:
    """Read every source and print the readings in the order given; 1 when any failed."""
    async with open_desk(settings) as desk:

        async def read(source: str) -> Report:
            return await report_on(desk, await article_named(desk, source))

        return await print_all(sources, read, Printer(form, settings.language or None))


async def print_all(sources: Sequence[str], read: Read, printer: Printer) -> int:
    """One that fails, however it does, is named and takes no other with it."""
    failed = False
    places = asyncio.Semaphore(AT_ONCE)
    with _progress() as progress:

        async def one(source: str) -> Report | Exception:
            async with places:
                line = progress.add_task(f"reading {source}", total=None)
                try:
                    return await read(source)
                except Exception as error:
                    return error
                finally:
                    progress.remove_task(line)

        reports = [asyncio.create_task(one(source)) for source in sources]
        for source, report in zip(sources, reports, strict=True):
            outcome = await report
            if isinstance(outcome, Exception):
                failed = True
                complain(outcome, source if len(sources) > 1 else None)
            else:
                printer.print(outcome)
    printer.end()
    return 1 if failed else 0


def _progress() -> Progress:
    console = Console(stderr=True)
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False)
    return Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
