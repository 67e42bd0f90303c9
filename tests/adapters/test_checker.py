"""Forms checked in processes: the same as here, whatever becomes of the process, and the loop is free meanwhile."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator

import pytest

from bot.adapters.processes.bench import Bench
from bot.adapters.processes.checker import BenchChecker
from bot.adapters.processes.nursery import Nursery
from bot.adapters.processes.pool import Pool
from bot.article.article import Article
from bot.claims.form import AnswerForm, AnswerPartForm, ClaimForm, DenialForm, Draft, Form, SourceForm
from bot.claims.grounding import reading_of
from bot.claims.mentions import mentions_of
from bot.claims.reading import ReaderInfo, Report, Span
from bot.errors import ReaderOverlong
from bot.readers.offline import hear
from tests.adapters.offspring import workers
from tests.nursery import NURSERY
from tests.processor import allowed
from tests.readers.bridge import article

ABOUT = article(
    "Bridge may close, engineer says",
    "The old bridge may close in May, engineer Ada Obi said.",
    "Mayor Bo Lind called that scaremongering.",
    "The toll company denied having caused the damage.",
)
OBI = SourceForm(id="s1", name="Ada Obi", kind="person", role=None, media="none", count=None)
LIND = OBI.model_copy(update={"id": "s2", "name": "Bo Lind"})


def claim(text: str, source: str = "s1", id_: str = "c1", sentences: tuple[int, ...] = (2,)) -> ClaimForm:
    return ClaimForm(
        id=id_, text=text, sentences=list(sentences), sources=[source], via=[], cue="said", certainty="possible",
        hedge="may", kind="prediction",
    )  # fmt: skip


def form(*claims: ClaimForm) -> Form:
    denial = DenialForm(sources=["s2"], via=[], kind="denies", claims=["c1"], implied=None, sentences=[3])
    return Form(sources=[OBI, LIND], claims=list(claims), denials=[denial])


def answer(text: str) -> AnswerForm:
    return AnswerForm(told=True, parts=[AnswerPartForm(text=text, sentences=[2, 99])])


def long_one(sentences: int) -> tuple[Article, Form]:
    """An article and a form that take seconds to check."""
    lines = [f"Engineer Ada Obi said pump {n} of the old bridge may close in May {2000 + n}." for n in range(sentences)]
    about = article("Bridge may close, engineer says", *lines)
    claims = [
        claim(f"Pump {n} of the old bridge may close in {2000 + n}.", "s1", f"c{n}", (n + 2,)) for n in range(sentences)
    ]
    return about, Form(sources=[OBI], claims=claims, denials=[])


@pytest.fixture
async def pool() -> AsyncIterator[Pool]:
    """One that is ready."""
    async with Pool(NURSERY) as pool:
        await until_ready(pool)
        yield pool


async def until_ready(pool: Pool) -> None:
    pool.expect()
    async with asyncio.timeout(30):
        while not pool.is_ready:
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("by_rules", [False, True])
@pytest.mark.parametrize("text", ["The old bridge may close in May.", "The old bridge will close in June.", ""])
async def test_a_form_is_checked_elsewhere_as_it_is_here(pool: Pool, text: str, *, by_rules: bool) -> None:
    """Claims, sources, denials, what was left out and what is complained about come back whole."""
    asked = form(claim(text), claim("Bo Lind fears that it may close.", "s2", "c2"), claim("Nobody knows.", "s9", "c3"))
    spans = {"c1": (Span(start=32, end=63), None)}

    there = await BenchChecker(_no_ears, Bench(pool)).form(ABOUT, asked, spans, None, by_rules=by_rules)

    assert there == await BenchChecker(hear).form(ABOUT, asked, spans, None, by_rules=by_rules)
    assert there.complaints


async def test_a_form_that_was_checked_tells_under_what_it_is_found() -> None:
    """As the index would make it of the reading: what the checks have analysed nobody analyses again."""
    asked = form(claim("The old bridge may close in May."), claim("Bo Lind fears that it may close.", "s2", "c2"))

    checked = await BenchChecker(hear).form(ABOUT, asked, {}, None, by_rules=False)

    reading = reading_of(checked, Draft(form=asked, done=True), ReaderInfo(name="offline"))
    assert len(reading.claims) == 2
    assert checked.mentions == mentions_of(Report(article=ABOUT, reading=reading))


@pytest.mark.parametrize(
    "text", ["Ada Obi said the old bridge may close in May.", "Bo Lind said the bridge may close."]
)
async def test_an_answer_is_checked_elsewhere_as_it_is_here(pool: Pool, text: str) -> None:
    """Its parts, and what is complained about."""
    there = await BenchChecker(_no_ears, Bench(pool)).answer(ABOUT, answer(text), by_rules=False)

    assert there == await BenchChecker(hear).answer(ABOUT, answer(text), by_rules=False)


async def test_a_check_whose_process_dies_is_done_again(pool: Pool) -> None:
    """Once in another process, and no reply is lost."""
    about, asked = long_one(300)
    checker = BenchChecker(_no_ears, Bench(pool))

    checking = asyncio.create_task(checker.form(about, asked, {}, None, by_rules=False))
    await asyncio.sleep(0.1)
    for pid in workers():
        os.kill(pid, signal.SIGKILL)

    assert len((await checking).claims) == 300


async def test_a_check_that_no_process_survives_is_done_here(pool: Pool) -> None:
    """On a thread, at last."""
    about, asked = long_one(300)
    checking = asyncio.create_task(BenchChecker(hear, Bench(pool)).form(about, asked, {}, None, by_rules=False))
    killed: set[int] = set()

    async with asyncio.timeout(60):
        while not checking.done():
            await asyncio.sleep(0.02)
            for pid in set(workers()) - killed if len(killed) < 2 else ():
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)

    assert len(checking.result().claims) == 300


async def test_a_check_that_takes_too_long_fails_once_and_holds_nobody_up(pool: Pool) -> None:
    """It is not begun again, here least of all, and what is asked meanwhile is checked."""
    about, asked = long_one(300)
    bench = Bench(pool, seconds=0.1)

    long = asyncio.create_task(BenchChecker(_no_ears, bench).form(about, asked, {}, None, by_rules=False))
    short = BenchChecker(_no_ears, Bench(pool)).form(ABOUT, form(claim("")), {}, None, by_rules=True)

    assert len((await short).claims) == 1
    with pytest.raises(ReaderOverlong):
        await long


async def test_without_processes_forms_are_checked_all_the_same() -> None:
    """Whether they cannot be started or are only being started."""
    async with Pool(Nursery(shutil.which("false") or "")) as pool:
        checker = BenchChecker(hear, Bench(pool))
        at_once = await checker.form(ABOUT, form(claim("")), {}, None, by_rules=False)
        checker.expect()
        later = await checker.form(ABOUT, form(claim("")), {}, None, by_rules=False)

    assert len(at_once.claims) == 1
    assert at_once == later


async def test_half_a_character_is_checked_too(pool: Pool) -> None:
    """An article may hold one, and JSON cannot."""
    about = article("Bridge may close", "The old bridge \ud800 may close in May, engineer Ada Obi said.")

    checked = await BenchChecker(hear, Bench(pool)).form(about, form(claim("")), {}, None, by_rules=False)

    assert checked.claims[0].text == about.sentence(2)


async def test_the_loop_is_free_while_a_long_form_is_checked(pool: Pool) -> None:
    """What takes a process more than a second takes the loop a few milliseconds."""
    about, asked = long_one(300)
    began = time.thread_time()

    await BenchChecker(_no_ears, Bench(pool)).form(about, asked, {}, None, by_rules=False)

    assert time.thread_time() - began < allowed(0.1)


def _no_ears(article: Article) -> tuple[()]:
    raise AssertionError("checked in this process")
