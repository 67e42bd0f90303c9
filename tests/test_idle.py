"""What a bot holds that nobody has asked for anything yet."""

import asyncio
import gc
import json
import subprocess
import sys
from pathlib import Path

from bot.adapters.processes.checker import BenchChecker
from bot.article.article import Article
from bot.article.page import Page
from bot.beside import once
from bot.desks import open_desk
from bot.flow import Desk, article_at
from bot.readers.offline import hear
from bot.settings import Settings
from tests.fakes import FakePress, FakeReader, FakeWeb
from tests.waiting import until

LOADED = "import bot.__main__, bot.commands.serve, bot.adapters.postgres.store, json, sys; print(json.dumps(sorted(sys.modules)))"


def test_what_only_reading_needs_is_not_loaded_at_the_start() -> None:
    """The model's client, what parses pages, migrations and pictures for a terminal are a third of all memory."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1]
    )

    loaded = set(json.loads(done.stdout))
    assert "bot.root" in loaded
    assert loaded & {"openai", "lxml", "trafilatura", "rich", "alembic"} == set()


async def test_what_is_to_be_done_once_begins_with_the_first_call() -> None:
    """Nothing runs before, nothing runs again, and what still runs at the end is ended."""
    begun: list[str] = []

    async def work() -> None:
        begun.append("work")
        await asyncio.sleep(60)

    async with once(work, "work") as begin:
        await asyncio.sleep(0)
        assert begun == []
        begin()
        begin()
        await asyncio.sleep(0)

    assert begun == ["work"]
    assert [task for task in asyncio.all_tasks() if task.get_name() == "work"] == []


async def test_a_reader_gets_ready_while_the_page_comes() -> None:
    """The first reading need not wait for what can be made meanwhile."""
    calls: list[str] = []
    link = "https://news.example/rain"
    web, press = FakeWeb({link: Page(b"", "text/html", link)}), FakePress(Article(text="It rains.", sentences=()))
    desk = Desk(web, press, FakeReader(), BenchChecker(hear), warm=lambda: calls.append("warm"))

    await article_at(desk, link)

    assert calls == ["warm"]


async def test_what_was_loaded_for_the_first_reading_is_never_looked_through_for_garbage() -> None:
    """A collection that walks all of it holds up every link for near half a second."""
    settings = Settings(openai_base_url="http://127.0.0.1:9/v1")
    async with open_desk(settings) as desk:
        before = gc.get_freeze_count()
        assert desk.warm is not None
        desk.warm()
        await until(lambda: gc.get_freeze_count() > before)
