"""`claims-bot eval`: how good a reader is, on gold of your choice, beside the floors."""

import json
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from bot.claims.grounding import complaints, ground
from bot.errors import SettingsError
from bot.evaluation import mistakes
from bot.evaluation.gold import read
from bot.evaluation.runner import Checks, evaluate
from bot.evaluation.summary import as_json, summaries
from bot.evaluation.tables import figures
from bot.evaluation.tables import mistakes as table_of_mistakes
from bot.ports import Reader
from bot.readers.offline import OfflineReader
from bot.settings import Settings


async def evaluate_readers(
    settings: Settings, gold: Sequence[Path], readers: Sequence[str], *, as_object: bool, errors: bool
) -> int:
    """Print the table, or the object with `as_object`; 1 when the gold cannot be read."""
    try:
        articles = sum(1 for _ in read(gold))
    except (OSError, ValueError) as error:
        raise SettingsError(f"The gold cannot be read: {error}.") from None
    watched = Console(stderr=True)
    async with AsyncExitStack() as stack:
        chosen = {name: await _reader(name, settings, stack) for name in readers}
        with Progress(console=watched, transient=True, disable=not watched.is_terminal) as progress:
            line = progress.add_task("reading", total=articles * len(chosen))
            found = await evaluate(
                gold, chosen, checks=Checks(ground, complaints), on_done=lambda _: progress.advance(line)
            )
    if as_object:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
        return 0
    console = Console()
    for table in figures(summaries(found)):
        console.print(table)
    if errors:
        console.print(table_of_mistakes(mistakes.of(found, list(chosen))))
    return 0


async def _reader(name: str, settings: Settings, stack: AsyncExitStack) -> Reader:
    if name == "offline":
        return OfflineReader()
    if not (settings.openai_api_key or settings.openai_base_url):
        raise SettingsError("--reader openai needs OPENAI_API_KEY or OPENAI_BASE_URL.")
    from bot.readers.openai import OpenAIReader

    return await stack.enter_async_context(OpenAIReader.of(settings))
