"""Articles out of pages in killable processes."""

import asyncio
import os
import shutil
import time
from contextlib import suppress

import pytest

from bot.adapters.processes.nursery import Nursery
from bot.adapters.processes.press import WorkerPress
from bot.article.page import Page
from bot.errors import ClaimsBotError, NotAnArticle, NotReadable, PageError, PdfBroken, PdfScanned, SignInPage
from tests.adapters.offspring import children, environment_of
from tests.adapters.pressing import DISGUISED, HOSTILE, QUICK, html, opened
from tests.hostile import ARTICLE
from tests.nursery import NURSERY
from tests.pdfs import scan, words_without_end


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
