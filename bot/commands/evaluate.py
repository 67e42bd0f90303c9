"""`claims-bot eval`: how good a reader is, on gold of your choice, beside the floors."""

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeElapsedColumn

from bot.article.article import Article
from bot.claims.checks import Checks as Heard
from bot.claims.form import Complaint, Draft, Form
from bot.claims.grounding import reading_of
from bot.claims.reading import ReaderInfo, Reading
from bot.errors import SettingsError
from bot.evaluation import mistakes
from bot.evaluation.finished import Finished
from bot.evaluation.gold import read
from bot.evaluation.runner import Checks, Evaluation, Run, evaluate
from bot.evaluation.summary import as_json, summaries
from bot.evaluation.tables import by_article, figures, paper
from bot.evaluation.tables import mistakes as table_of_mistakes
from bot.playground.articles import seeds_folder
from bot.ports import Reader
from bot.readers.offline import OfflineReader, hear
from bot.settings import Settings
from bot.spending import spend


@dataclass(frozen=True, slots=True)
class Shown:
    """What to print: the object instead of tables, each mistake, each article; `kept` is where finished articles are."""

    as_object: bool = False
    errors: bool = False
    articles: bool = False
    kept: Path | None = None


async def evaluate_readers(settings: Settings, gold: Sequence[Path], readers: Sequence[str], shown: Shown) -> int:
    """Print the table, or the object. Raises `SettingsError` when the gold or what is kept cannot be read."""
    paths = [file for path in gold for file in _files(path)]
    try:
        articles = sum(1 for _ in read(paths))
    except (OSError, ValueError) as error:
        raise SettingsError(f"The gold cannot be read: {error}.") from None
    try:
        finished = Finished(shown.kept, settings.openai_base_url or "")
    except OSError as error:
        raise SettingsError(f"What is finished cannot be kept: {error}.") from None
    async with AsyncExitStack() as stack:
        chosen = {name: await _reader(name, settings, stack) for name in readers}
        found = await _watched(paths, chosen, finished, articles * len(chosen))
    if shown.as_object:
        print(json.dumps(as_json(found), ensure_ascii=False, indent=1))
        return 0
    console = paper()
    for table in figures(summaries(found)):
        console.print(table)
    if shown.articles:
        console.print(by_article(found))
    if shown.errors:
        console.print(table_of_mistakes(mistakes.of(found, list(chosen))))
    return 0


async def _watched(paths: Sequence[Path], chosen: dict[str, Reader], finished: Finished, total: int) -> Evaluation:
    """The evaluation, with its progress on stderr, and a word on how to go on for whoever stops it."""
    console = Console(stderr=True)
    done: list[Run] = []
    columns = (*Progress.get_default_columns(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        line = progress.add_task("reading", total=total)

        def on_done(run: Run) -> None:
            done.append(run)
            progress.advance(line)

        try:
            found = await evaluate(paths, chosen, _checks(), finished=finished, on_done=on_done)
        except asyncio.CancelledError:
            print(f"Stopped after {len(done)} of {total}; the same command goes on from there.", file=sys.stderr)
            raise
    if kept := sum(run.kept for run in done):
        print(f"{kept} of {total} were read before; --fresh reads them anew.", file=sys.stderr)
    return found


def _checks() -> Checks:
    """What a thread's readings go through: a model's sources are held against the voices that rules hear."""
    checks = Heard(hear)

    def grounded(article: Article, draft: Draft, info: ReaderInfo) -> Reading:
        checked = checks.form(article, draft.form, draft.spans, info.language, by_rules=info.by_rules)
        return reading_of(checked, draft, info)

    def complain(article: Article, form: Form) -> Sequence[Complaint]:
        return checks.form(article, form, {}, None, by_rules=False).complaints

    return Checks(grounded, complain)


def kept_readings() -> Path:
    """Where finished articles are kept unless another file is named."""
    cache = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(cache) if cache else Path.home() / ".cache") / "claims-bot" / "eval.jsonl"


def _files(path: Path) -> list[Path]:
    """A file, or the gold of a folder; `seeds` is the sample articles, wherever they are installed."""
    folder = seeds_folder() if str(path) == "seeds" and not path.exists() else path
    if not folder.is_dir():
        return [folder]
    found = sorted(folder.glob("*.jsonl"))
    if not found:
        raise SettingsError(f"{path} has no gold in it: no file ends in .jsonl.")
    return found


async def _reader(name: str, settings: Settings, stack: AsyncExitStack) -> Reader:
    """`offline`, `openai`, or `openai:MODEL` for another model on the same server."""
    if name == "offline":
        return OfflineReader()
    if not (settings.openai_api_key or settings.openai_base_url):
        raise SettingsError(f"--reader {name} needs OPENAI_API_KEY or OPENAI_BASE_URL.")
    from bot.readers.openai import OpenAIReader

    _, _, model = name.partition(":")
    asked = settings.model_copy(update={"openai_model": model}) if model else settings
    reader = await stack.enter_async_context(OpenAIReader(asked, spent=spend))
    return reader.in_language(settings.language or None)
