"""Workers that die, are killed or have no processor, and what becomes of their pages."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import psutil
import pytest

from bot.adapters.processes.press import WorkerPress
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, PageError, PdfBroken
from tests.adapters.offspring import children, offspring, runs, workers
from tests.adapters.pressing import DISGUISED, HOSTILE, html, opened
from tests.hostile import ARTICLE
from tests.nursery import NURSERY
from tests.pdfs import words_without_end


async def test_a_worker_that_dies_is_replaced(press: WorkerPress) -> None:
    """Killing the process between two pages costs nothing but its start."""
    await press.article(html(ARTICLE))
    for pid in children():
        os.kill(pid, signal.SIGKILL)
    article = await press.article(html(ARTICLE))

    assert article.title == "Harbour bridge stays closed"


@asynccontextmanager
async def killing() -> AsyncIterator[None]:
    """Every worker is killed as soon as it is there, as a machine without memory does."""

    async def kill() -> None:
        while True:
            for pid in workers():
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            await asyncio.sleep(0.001)

    killer = asyncio.create_task(kill())
    try:
        yield
    finally:
        killer.cancel()


async def test_a_page_is_not_blamed_for_workers_that_somebody_kills(press: WorkerPress) -> None:
    """It is an article all the same, and no silence is kept about it: the attempt has failed, and is made again."""
    with pytest.raises(ClaimsBotError) as told:
        async with killing():
            await press.article(html(ARTICLE))

    assert not isinstance(told.value, PageError)
    assert (await press.article(html(ARTICLE))).title == "Harbour bridge stays closed"


def spent_by(pid: int) -> float:
    """Seconds of a processor that the process has had."""
    return sum(psutil.Process(pid).cpu_times()[:2])


@asynccontextmanager
async def killing_the_busy(enough: float, at_most: int) -> AsyncIterator[list[int]]:
    """The first workers that work for longer are killed, as those that take too much memory are: those that were."""
    killed: list[int] = []

    async def kill() -> None:
        while len(killed) < at_most:
            for pid in workers():
                with suppress(psutil.NoSuchProcess, ProcessLookupError):
                    if spent_by(pid) > enough and pid not in killed:
                        os.kill(pid, signal.SIGKILL)
                        killed.append(pid)
            await asyncio.sleep(0.02)

    killer = asyncio.create_task(kill())
    try:
        yield killed
    finally:
        killer.cancel()


async def test_a_page_of_which_workers_die_while_others_are_read_cannot_be_read() -> None:
    """It has one more try, and the other extractor one; then whoever pasted it is told, and no attempt is made again."""
    async with opened(20.0, workers=1, nursery=NURSERY) as press:
        await press.article(html(ARTICLE))
        ordinary = max(spent_by(worker) for worker in workers())
    async with opened(20.0, workers=1, nursery=NURSERY) as press:
        async with killing_the_busy(ordinary, at_most=3) as killed:
            with pytest.raises(PageError) as told:
                await press.article(html(HOSTILE["entities"]))  # costs either extractor ten times as much
        after = await press.article(html(ARTICLE))

    assert not isinstance(told.value, NotAnArticle)
    assert len(killed) == 3
    assert after.title == "Harbour bridge stays closed"


async def test_a_pdf_of_which_two_workers_die_is_too_large() -> None:
    """It is asked for once more, since a neighbour may have taken the memory, and no attempt is made again after that."""
    body = words_without_end(1_000_000, DISGUISED)
    async with opened(20.0, workers=1, nursery=NURSERY) as press:
        await press.article(html(ARTICLE))
        with pytest.raises(PdfBroken):
            await press.article(Page(body, "application/pdf"))
        after = await press.article(html(ARTICLE))

    assert after.title == "Harbour bridge stays closed"


async def test_a_page_that_kills_its_worker_costs_no_start() -> None:
    """The next worker is a copy of what is loaded already: it takes a small part of the first one's time."""
    async with opened(1.5, workers=1) as press:
        start = time.monotonic()
        await press.article(html(ARTICLE))
        first = time.monotonic() - start
        later = []
        for _ in range(3):  # other programs slow each of them
            for pid in workers():
                os.kill(pid, signal.SIGKILL)
            start = time.monotonic()
            await press.article(html(ARTICLE))
            later.append(time.monotonic() - start)

    assert min(later) < first / 3


async def test_a_page_is_not_blamed_while_its_worker_has_no_processor(press: WorkerPress) -> None:
    """The worker stands still for longer than a page may take: it is not killed, and reads the page when it goes on."""
    await press.article(html(ARTICLE))
    (worker,) = workers()
    os.kill(worker, signal.SIGSTOP)
    reading = asyncio.create_task(press.article(html(ARTICLE)))
    await asyncio.sleep(2.5)
    os.kill(worker, signal.SIGCONT)
    article = await reading

    assert article.title == "Harbour bridge stays closed"
    assert workers() == [worker]


async def test_a_page_that_lies_ready_is_not_blamed_for_the_one_before(press: WorkerPress) -> None:
    """One worker has two pages at a time; when it dies of the first, or somebody stops waiting for either, the other is read."""
    await press.article(html(ARTICLE))
    hostile = asyncio.create_task(press.article(html(HOSTILE["one long line"])))
    second = asyncio.create_task(press.article(html(ARTICLE)))
    dropped = asyncio.create_task(press.article(html(ARTICLE)))
    third = asyncio.create_task(press.article(html(ARTICLE)))
    await asyncio.sleep(0.1)
    dropped.cancel()
    titles = [(await each).title for each in (second, third)]
    await asyncio.wait([hostile, dropped])

    assert titles == ["Harbour bridge stays closed"] * 2
    assert dropped.cancelled()


async def test_who_stops_waiting_leaves_no_process_working() -> None:
    """A cancelled reading kills its worker, and closing the press ends them all."""
    others = children()  # the scenarios' own, where one ran in this process before
    async with opened(30.0) as press:
        await press.article(html(ARTICLE))
        reading = asyncio.create_task(press.article(html(HOSTILE["one long line"])))
        await asyncio.sleep(0.1)
        busy = workers()
        reading.cancel()
        await asyncio.wait([reading])
        await asyncio.sleep(0.05)
        left = workers()
        await press.article(html(ARTICLE))

    assert busy
    assert not set(busy) & set(left)
    assert not set(children()) - set(others)


def test_a_bot_that_is_killed_leaves_no_process_behind() -> None:
    """Not even one that a page has in a loop: what it is a copy of ends it."""
    code = """
import asyncio
from tests.adapters.pressing import HOSTILE, html, opened
from tests.hostile import ARTICLE
async def main():
    async with opened(60.0) as press:
        await press.article(html(ARTICLE))
        print("ready", flush=True)
        await press.article(html(HOSTILE["quotation marks"] * 4))
asyncio.run(main())
"""
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(0.2)
        theirs = offspring(process.pid)
        theirs += [pid for each in theirs for pid in offspring(each)]
        process.kill()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and any(runs(pid) for pid in theirs):
        time.sleep(0.05)

    assert len(theirs) == 2
    assert not any(runs(pid) for pid in theirs)
