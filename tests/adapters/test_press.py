"""Articles out of pages in killable processes."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.processes.nursery import Nursery
from bot.adapters.processes.pool import Pool
from bot.adapters.processes.press import WorkerPress
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, NotReadable, PageError, PdfBroken, PdfScanned, SignInPage
from tests.hostile import ARTICLE
from tests.nursery import NURSERY
from tests.pdfs import scan, words_without_end

# What burns processor time or memory in one extractor or the other.
HOSTILE = {
    "paragraphs without end": b"<p>" * 1_200_000,
    "paragraphs of prose": b"<p>The minister said this. " * 100_000,
    "nested containers": b"<div>" * 100_000 + b"<p>x",
    "nested emphasis": b"<p>" + b"<b>" * 50_000 + b"The minister said this and that." * 100,
    "one long line": b"<p>" + b"The minister said this and that. " * 140_000,
    "quotation marks": "<p>{}</p>".format("“a " * 400_000).encode(),
    "attributes": b"<p " + b"a='b' " * 400_000 + b">x</p>",
    "entities": b"<p>" + b"&amp;" * 800_000,
    "linked data": b"<script type='application/ld+json'>" + b"[" * 1_000_000 + b"</script>",
    "tables": b"<table><tr><td>The minister said this. " * 20_000,
    "links": b"<a href=x>The minister said this and that." * 30_000,
    "styles": b"<p style='" + b"left:-" * 500_000 + b"'>x",
    "nothing": b"",
    "zeros": b"\x00" * 4_000_000,
    "noise": bytes(range(256)) * 15_000,
}
QUICK = {"nested containers", "one long line", "zeros"}


@asynccontextmanager
async def opened(seconds: float = 5.0, **of_pool: Any) -> AsyncIterator[WorkerPress]:
    async with Pool(**of_pool) as pool:
        yield WorkerPress(pool, seconds)


@pytest.fixture
async def press() -> AsyncIterator[WorkerPress]:
    async with opened(1.5, workers=1, nursery=NURSERY) as press:
        yield press


def html(body: bytes) -> Page:
    return Page(body, "text/html", url="https://courier.example/news/a", final_url="https://courier.example/news/a")


async def test_a_worker_starts_while_a_page_is_on_its_way_and_ends_when_none_comes() -> None:
    """Nothing is held before the first page; after a rest without pages it is given back, and the next page is read."""
    async with opened(1.5, workers=1, rest=0.3) as press:
        assert press._pool._all == set()
        press.expect()
        press.expect()
        await press.article(html(ARTICLE))
        (worker,) = press._pool._all

        async with asyncio.timeout(20):
            while worker.lives:
                await asyncio.sleep(0.05)

        assert press._pool._all == set()
        assert (await press.article(html(ARTICLE))).title == "Harbour bridge stays closed"


@pytest.mark.parametrize("python", ["/nowhere/python", shutil.which("false")])
async def test_extraction_that_cannot_start_is_not_taken_for_a_page_without_article(python: str) -> None:
    """Whoever pasted the link is asked to try again, not told that there is no article."""
    async with opened(nursery=Nursery(python)) as press:
        press.expect()

        with pytest.raises(ClaimsBotError) as caught:
            await press.article(html(ARTICLE))

    assert not isinstance(caught.value, PageError)


async def test_many_pages_at_once_start_no_more_workers_than_there_may_be() -> None:
    """A burst of links costs as many processes as cores were given to it, not one for each page."""
    async with opened(workers=2) as press:
        await asyncio.gather(*(press.article(html(ARTICLE)) for _ in range(8)))

        assert len(press._pool._all) == 2


async def test_a_page_becomes_an_article_in_another_process(press: WorkerPress) -> None:
    """Text and numbered sentences come back whole, without an extractor in this process."""
    article = await press.article(html(ARTICLE))

    assert article.title == "Harbour bridge stays closed"
    assert [sentence.n for sentence in article.sentences] == [1, 2, 3, 4]
    assert article.sentence(3).startswith("The company that maintains")
    assert article.url == "https://courier.example/news/a"


@pytest.mark.skipif(not hasattr(os, "SCHED_BATCH"), reason="only Linux knows")
async def test_a_worker_that_is_woken_pushes_nobody_aside(press: WorkerPress) -> None:
    """The loop that gives it a page keeps its processor."""
    await press.article(html(ARTICLE))
    (worker,) = press._pool._all

    assert worker._pid is not None
    assert os.sched_getscheduler(worker._pid) == os.SCHED_BATCH


@pytest.mark.parametrize(
    ("body", "kind", "error"),
    [
        (
            b"<title>Sign in</title><form><input type=password></form><p>Please log in to continue.</p>",
            "text/html",
            SignInPage,
        ),
        (b"", "text/html", NotAnArticle),
        (b"\x00\x01", "image/png", NotReadable),
        (scan(), "application/pdf", PdfScanned),
        (b"%PDF-1.4", "application/pdf", PdfBroken),
    ],
)
async def test_errors_travel_back_as_themselves(
    press: WorkerPress, body: bytes, kind: str, error: type[PageError]
) -> None:
    """What the page is instead of an article is the same error as if it had been made here."""
    with pytest.raises(error):
        await press.article(Page(body, kind))


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in HOSTILE]
)
async def test_a_hostile_page_ends_within_the_deadline(press: WorkerPress, name: str) -> None:
    """Each of them is an article or none within two deadlines of a processor, and the next page is read as ever."""
    await press.article(html(ARTICLE))
    start = time.monotonic()
    with suppress(PageError):
        await press.article(html(HOSTILE[name]))
    elapsed = time.monotonic() - start
    after = await press.article(html(ARTICLE))

    assert elapsed < 30.0  # a deadline is 1.5 s of a processor, which others want too
    assert after.title == "Harbour bridge stays closed"


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


DISGUISED = b"/Subtype /Image"  # a content that is told apart from pictures only by being drawn


async def test_a_pdf_of_which_two_workers_die_is_too_large() -> None:
    """It is asked for once more, since a neighbour may have taken the memory, and no attempt is made again after that."""
    body = words_without_end(1_000_000, DISGUISED)
    async with opened(20.0, workers=1, nursery=NURSERY) as press:
        await press.article(html(ARTICLE))
        with pytest.raises(PdfBroken):
            await press.article(Page(body, "application/pdf"))
        after = await press.article(html(ARTICLE))

    assert after.title == "Harbour bridge stays closed"


async def test_pdfs_leave_a_worker_to_other_pages() -> None:
    """However many files of one person burn their time to the end, an ordinary page is read meanwhile."""
    body = words_without_end(600_000, DISGUISED)
    async with opened(2.0, workers=2, nursery=NURSERY) as press:
        await press.article(html(ARTICLE))
        burning = [asyncio.create_task(press.article(Page(body, "application/pdf"))) for _ in range(4)]
        await asyncio.sleep(0.3)
        after = await press.article(html(ARTICLE))
        done = [each.done() for each in burning]
        for each in burning:
            each.cancel()
        await asyncio.wait(burning)

    assert after.title == "Harbour bridge stays closed"
    assert not any(done)


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
from tests.adapters.test_press import ARTICLE, HOSTILE, html, opened
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


async def test_no_setting_or_secret_reaches_the_process_that_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker's environment holds nothing of ours."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    async with opened() as press:
        await press.article(html(ARTICLE))
        environments = [environment_of(pid) for pid in children()]

    assert environments
    assert not any(b"xoxb-secret" in environment for environment in environments)


@pytest.mark.slow
async def test_the_event_loop_stays_live_while_fifty_hostile_pages_are_read() -> None:
    """No turn of the loop takes longer than 50 ms, whatever the pages are."""
    slowest = 0.0

    async def watch() -> None:
        nonlocal slowest
        while True:
            before = time.thread_time()  # that of the loop's own thread: other programs' turns do not count
            await asyncio.sleep(0)
            slowest = max(slowest, time.thread_time() - before)
            await asyncio.sleep(0.002)

    async with opened(0.3) as press:
        await press.article(html(ARTICLE))
        watching = asyncio.create_task(watch())
        pages = [html(HOSTILE[name]) for name in sorted(QUICK) * 17]
        results = await asyncio.gather(*(press.article(page) for page in pages), return_exceptions=True)
        watching.cancel()

    assert all(isinstance(result, PageError) or not isinstance(result, BaseException) for result in results)
    assert slowest < 0.05


def children() -> list[int]:
    """The processes that this one has started, and those that they have, as far as they still run."""
    return workers() + offspring(os.getpid())


def workers() -> list[int]:
    """Those that pages are read in: copies of the one that this process has started."""
    return [pid for parent in offspring(os.getpid()) for pid in offspring(parent)]


def offspring(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                name, state, its_parent = stat_of(entry)
                if its_parent == parent and state != "Z" and "python" in name:
                    found.append(int(entry.name))
    return found


def runs(pid: int) -> bool:
    with suppress(OSError):
        return stat_of(Path(f"/proc/{pid}"))[1] != "Z"
    return False


def environment_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


def stat_of(process: Path) -> tuple[str, str, int]:
    name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
    fields = rest.split()
    return name, fields[0], int(fields[1])
