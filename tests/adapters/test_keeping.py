"""The contract of `Keeping`, on every engine."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, create_engine, text

from bot.adapters.rows import keeping
from bot.adapters.rows.tables import articles
from bot.adapters.store import Store, open_store
from bot.claims.reading import Report
from bot.intake.allowance import HOUR, Meter
from bot.intake.message import Place
from bot.intake.task import Ask, ForgetTeam, ReadLinks
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.shelves import ADDRESS, MODEL, REQUEST, THREAD, a_reading, a_report, an_answer, an_article
from tests.adapters.working import until_idle, working

THEN = datetime.now(UTC) - timedelta(days=90)
SOON = datetime.now(UTC) + timedelta(days=1)
METER = Meter("T1", "links", "U1", THEN, THEN + HOUR, most=3)


def an_ask(place: Place = THREAD, message: str = "300.1") -> Ask:
    return Ask(team=place.team, channel=place.channel, thread=place.thread, message=message, question="Secret?")


async def a_thread(store: Store, place: Place = THREAD) -> None:
    """A thread with an article, a question and a vote, and a use that was counted."""
    entry = await a_report(store.library, place)
    await store.library.keep_answer(place, f"{place.thread}.q", an_answer("q", "a."), user="U1")
    await store.library.keep_vote(entry, "U1", good=True)
    await store.meters.take(replace(METER, team=place.team), "k1")


async def is_there(store: Store, place: Place = THREAD) -> list[bool]:
    """Whether article, reading, reply and answer are there."""
    library = store.library
    return [
        await library.article(place.team, ADDRESS) is not None,
        await library.reading(place.team, an_article().digest, MODEL) is not None,
        bool(await library.thread_reports(place)),
        await library.answer_to(place, f"{place.thread}.q") is not None,
    ]


async def work_off(store: Store) -> None:
    """Every job that waits is done."""

    async def run(_: Job) -> None: ...

    async with working(store.jobs, run):
        await until_idle(store.jobs)


async def test_what_is_old_goes_and_what_is_young_stays(store: Store) -> None:
    """Nothing of today goes; of what was before then, everything does, counted uses included."""
    await a_thread(store)
    await store.jobs.accept(an_ask())
    await work_off(store)

    assert await store.keeping.purge(THEN) == 0
    assert await is_there(store) == [True] * 4
    assert await store.keeping.purge(SOON) > 0
    assert await is_there(store) == [False] * 4
    assert await store.meters.used(METER) == 0
    assert await store.jobs.counts() == {}


async def test_what_is_worked_on_stays(store: Store) -> None:
    """An unfinished job keeps its thread, however old; other threads go."""
    await a_thread(store)
    other = Place("T1", "C1", "999.1")
    await a_report(store.library, other, "https://example.test/other", "Other text.")
    await store.jobs.accept(an_ask())

    await store.keeping.purge(SOON)

    assert await is_there(store) == [True] * 4
    assert await store.library.thread_reports(other) == []
    assert (await store.jobs.counts())["waiting"].count == 1


async def test_an_article_that_is_being_read_stays(store: Store) -> None:
    """A reply was begun for its address; the job that looked it up has not pointed to it yet."""
    await store.library.keep_article("T1", [ADDRESS], an_article())
    await store.library.entry(THREAD, ADDRESS, REQUEST)
    reading = ReadLinks(team="T1", channel="C1", thread="100.1", message="100.1", links=(ADDRESS,))
    await store.jobs.accept(reading)

    await store.keeping.purge(SOON)

    assert await store.library.article("T1", ADDRESS) is not None


async def test_an_article_stays_while_a_young_reply_is_about_it(store: Store) -> None:
    """Whoever asks in yesterday's thread is answered, though the article was fetched long ago."""
    await a_thread(store)
    fresh = datetime.now(UTC)

    await a_report(store.library, Place("T1", "C1", "888.1"))
    await store.keeping.purge(fresh)

    assert await is_there(store, Place("T1", "C1", "888.1")) == [True, True, True, False]
    assert await store.library.thread_reports(THREAD) == []


async def test_a_text_at_two_outlets_goes_when_nobody_is_told_of_it(store: Store) -> None:
    """One reading serves both articles: it stays, with the article it was made for, while a reply shows it."""
    await a_report(store.library)
    second = await a_report(store.library, Place("T1", "C1", "888.1"), "https://other.test/same")
    await store.keeping.forget_threads("T1", "C1", ["100.1"])

    await store.jobs.accept(an_ask(second.place))
    await store.keeping.purge(SOON)
    assert len(await store.library.thread_reports(second.place)) == 1
    await work_off(store)
    await store.keeping.purge(SOON)

    assert await store.library.thread_reports(second.place) == []
    assert await store.library.article("T1", ADDRESS) is None


async def test_many_rows_go_batch_by_batch(store: Store) -> None:
    """More rows than fit one batch, and two processes that purge at once: all gone, each counted once."""
    rows = keeping.BATCH * 2 + 7
    meter = Meter("T1", "tokens", "", SOON, SOON, 0)
    await asyncio.gather(*(store.meters.settle(meter, f"k{n}", 1) for n in range(rows - 1)))

    gone = await asyncio.gather(store.keeping.purge(SOON), store.keeping.purge(SOON))

    assert sum(gone) == rows


async def test_a_workspace_is_forgotten_whole(store: Store) -> None:
    """Everything of it goes, waiting jobs included; the other workspace keeps all of its own."""
    foreign = replace(THREAD, team="T2")
    await a_thread(store)
    await a_thread(store, foreign)
    await store.jobs.accept(an_ask())
    await store.jobs.accept(an_ask(foreign))

    assert await store.keeping.forget_team("T1")

    assert await is_there(store) == [False] * 4
    assert await store.meters.used(METER) == 0
    assert await is_there(store, foreign) == [True] * 4
    assert await store.meters.used(replace(METER, team="T2")) == 1
    assert (await store.jobs.counts())["waiting"].count == 1


async def test_a_workspace_is_not_forgotten_while_it_is_worked_for(store: Store) -> None:
    """A job that runs could bring something back: whoever forgets is told to come again."""
    finished: list[bool] = []
    go_on = asyncio.Event()

    async def run(job: Job) -> None:
        if isinstance(job.task, ForgetTeam):
            finished.append(await store.keeping.forget_team("T1"))
            go_on.set()
        else:
            await go_on.wait()

    await store.jobs.accept(an_ask())
    await store.jobs.accept(ForgetTeam(team="T1", event="Ev1"))
    async with working(store.jobs, run):
        await until_idle(store.jobs)

    assert finished == [False]
    assert await store.keeping.forget_team("T1")


async def test_what_ends_while_a_workspace_is_forgotten_leaves_nothing(store: Store) -> None:
    """A job that writes behind the sweep and is done before it ends: whoever forgets is told to come again, and takes that too."""
    finished: list[bool] = []
    swept, written = asyncio.Event(), asyncio.Event()
    ours: Any = store.keeping
    clear = ours._clear

    async def clearing(table: Table, which: Any) -> int:
        gone: int = await clear(table, which)
        if table is articles and not written.is_set():  # replies went before them
            swept.set()
            async with asyncio.timeout(10):
                while "done" not in await store.jobs.counts():
                    await asyncio.sleep(0.01)
        return gone

    async def run(job: Job) -> None:
        if isinstance(job.task, ForgetTeam):
            ours._clear = clearing
            finished.extend([await ours.forget_team("T1"), await ours.forget_team("T1")])
            return
        await swept.wait()
        await a_thread(store)
        written.set()

    await store.jobs.accept(an_ask())
    await store.jobs.accept(ForgetTeam(team="T1", event="Ev1"))
    async with working(store.jobs, run):
        await until_idle(store.jobs)

    assert finished == [False, True]
    assert await is_there(store) == [False] * 4


async def test_a_thread_is_forgotten_and_its_neighbours_are_not(store: Store) -> None:
    """Reply, vote and answer of the thread go; the article stays for the thread beside it that was told about it too."""
    other = Place("T1", "C1", "999.1")
    await a_thread(store)
    await a_thread(store, other)

    assert await store.keeping.forget_threads("T1", "C1", ["100.1"]) == 2

    assert await is_there(store) == [True, True, False, False]
    assert await is_there(store, other) == [True] * 4


async def test_the_last_thread_takes_its_article_with_it(store: Store) -> None:
    """No other reply is about it: article, addresses and reading go too."""
    await a_thread(store)

    assert await store.keeping.forget_threads("T1", "C1", ["100.1"]) == 3

    assert await is_there(store) == [False] * 4


async def test_a_list_in_the_channel_is_forgotten_by_its_own_message(store: Store) -> None:
    """What a command posted is the root of its thread."""
    entry = await a_report(store.library, Place("T1", "C1", None))
    assert entry.ts is not None

    assert await store.keeping.forget_threads("T1", "C1", [entry.ts]) == 2

    assert await store.library.recent("T1", {"C1"}) == []


async def test_an_article_without_a_thread_is_forgotten_by_its_key(store: Store) -> None:
    """What was read quietly stands in no thread."""
    await store.library.keep_article("T1", [ADDRESS], an_article())

    assert await store.keeping.forget_threads("T1", "C1", [], ADDRESS) == 1

    assert await store.library.article("T1", ADDRESS) is None


async def test_a_busy_thread_is_not_forgotten_yet(store: Store) -> None:
    """A job in it would find its reply gone and say everything twice."""
    await a_thread(store)
    await store.jobs.accept(an_ask())

    assert await store.keeping.forget_threads("T1", "C1", ["100.1"]) is None

    assert await is_there(store) == [True] * 4


async def test_a_forgotten_thread_is_not_read_again_by_a_late_redelivery(store: Store) -> None:
    """The key of what was done stays known."""
    await store.jobs.accept(an_ask())
    await work_off(store)
    await a_thread(store)

    await store.keeping.forget_threads("T1", "C1", ["100.1"])

    assert not await store.jobs.accept(an_ask())


async def test_threads_about_an_article_are_those_of_this_channel(store: Store) -> None:
    """By any of its addresses; another channel's and another workspace's are not told."""
    await a_report(store.library)
    await a_report(store.library, replace(THREAD, thread="100.2"))
    await a_report(store.library, replace(THREAD, channel="C2"))
    await a_report(store.library, replace(THREAD, team="T2"))
    await store.library.keep_article("T1", [ADDRESS, "https://s.test/1"], an_article())

    assert await store.keeping.threads_about("T1", "C1", "https://s.test/1") == ["100.1", "100.2"]
    assert await store.keeping.threads_about("T1", "C1", "https://unknown.test/") == []


@pytest.mark.parametrize(("team", "channel"), [("T2", "C1"), ("T1", "C2")])
async def test_nobody_makes_us_forget_what_is_elsewhere(store: Store, team: str, channel: str) -> None:
    """From another workspace or channel, the same thread and key delete nothing."""
    await a_thread(store)

    assert await store.keeping.forget_threads(team, channel, ["100.1"], ADDRESS) == 0

    assert await is_there(store) == [True] * 4


async def test_a_finished_job_holds_no_text(store: Store, database_url: str) -> None:
    """What somebody asked or pasted is not needed once it is done; only the key is."""
    await store.jobs.accept(an_ask())
    await work_off(store)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        payloads = connection.execute(text("SELECT payload FROM jobs")).scalars().all()
    engine.dispose()

    assert payloads == [""]


WORD = "quagga"


async def one_of_many(store: Store, thread: str) -> None:
    """A thread about an article with that word, between others."""
    for n in ("901.1", thread, "902.1"):
        told = f"The {WORD if n == thread else 'zebra'} crossed the river."
        entry = await a_report(store.library, Place("T1", "C1", n), f"https://example.test/{n}", told)
        await store.memory.remember(
            "T1", str(entry.reading), Report(article=an_article(told), reading=a_reading(text=told))
        )


@pytest.mark.parametrize("way", ["one thread", "a workspace", "in time"])
async def test_no_word_of_what_is_forgotten_stays_in_a_file(tmp_path: Path, way: str) -> None:
    """Neither in the database of SQLite, nor in its full-text index, nor in its log, while the bot goes on."""
    async with open_store(f"sqlite:///{tmp_path}/claims.sqlite3", policy=QUICK) as store:
        await one_of_many(store, "900.1")
        assert WORD in written_in(tmp_path)

        if way == "one thread":
            await store.keeping.forget_threads("T1", "C1", ["900.1"])
        elif way == "a workspace":
            await store.keeping.forget_team("T1")
        else:
            await store.keeping.purge(SOON)

        assert WORD not in written_in(tmp_path)


def written_in(folder: Path) -> str:
    return b"".join(file.read_bytes() for file in folder.iterdir()).decode("latin-1").lower()
