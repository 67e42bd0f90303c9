"""The contract of `Library` for the rows of the ledger, on every engine."""

import asyncio
from dataclasses import replace

import pytest

from bot.adapters.store import Store
from bot.claims.reading import Denial
from bot.errors import LibraryError
from bot.intake.message import Place
from bot.ports import Entry
from tests.adapters.shelves import ADDRESS, REQUEST, THREAD, a_reading, a_report, an_article


async def test_an_entry_is_made_once(store: Store) -> None:
    """Racing jobs get the same row of the ledger, new and with its place and link."""
    entries = await asyncio.gather(*(store.library.entry(THREAD, ADDRESS, REQUEST) for _ in range(20)))

    assert len(set(entries)) == 1
    assert entries[0] == Entry(entries[0].id, THREAD, ADDRESS, "new", request=REQUEST)


async def test_another_thread_channel_or_link_is_another_entry(store: Store) -> None:
    """The ledger's key is workspace, channel, thread and link together."""
    places = [THREAD, replace(THREAD, thread="100.2"), replace(THREAD, channel="C2"), replace(THREAD, thread=None)]

    entries = [await store.library.entry(place, link, REQUEST) for place in places for link in (ADDRESS, ADDRESS + "2")]

    assert len({entry.id for entry in entries}) == 8
    assert [entry.place for entry in entries[::2]] == places


async def test_a_move_changes_what_is_given_and_keeps_the_rest(store: Store) -> None:
    """From `new` over `posting` to `posted` and `done`, what was written before stays."""
    library = store.library
    article_id = await library.keep_article("T1", [ADDRESS], an_article())
    entry = await library.entry(THREAD, ADDRESS, REQUEST)

    posting = await library.move(entry, "posting", article=article_id)
    posted = await library.move(entry, "posted", ts="200.1")

    assert posting == replace(entry, state="posting", article=article_id)
    assert posted == replace(posting, state="posted", ts="200.1")
    assert await library.entry(THREAD, ADDRESS, REQUEST) == posted


async def test_of_those_who_would_move_a_row_first_one_does(store: Store) -> None:
    """Whoever knows an older state of the row changes nothing, the same state at another time included."""
    library = store.library
    entry = await library.entry(THREAD, ADDRESS, REQUEST)

    moved = await asyncio.gather(*(library.move_first(entry, "posting") for _ in range(10)))
    [first] = [each for each in moved if each is not None]
    again = await library.move_first(first, "posting")

    assert first == replace(entry, state="posting")
    assert again == first
    assert await library.move_first(first, "posted", ts="200.1") is None
    assert await library.entry(THREAD, ADDRESS, REQUEST) == first


async def test_moving_a_row_that_is_gone_is_an_error(store: Store) -> None:
    """A reply whose row was deleted meanwhile is not posted."""
    gone = Entry("0" * 32, THREAD, ADDRESS, "new")

    with pytest.raises(LibraryError, match="ledger"):
        await store.library.move(gone, "posting")


async def test_an_entry_is_found_by_its_message(store: Store) -> None:
    """Whoever presses *Try again* presses it under a message."""
    entry = await a_report(store.library)

    assert await store.library.entry_by_ts("T1", "C1", "200.1") == entry
    assert await store.library.entry_by_ts("T1", "C1", "200.2") is None
    assert await store.library.entry_by_ts("T1", "C2", "200.1") is None


async def test_thread_reports_are_those_of_this_thread_oldest_first(store: Store) -> None:
    """What was read in the thread, in order; unfinished rows, answers and other threads are not in it."""
    library = store.library
    first = await a_report(library)
    second = await a_report(library, url="https://example.test/2", text="Another text.")
    await a_report(library, replace(THREAD, thread="100.9"))
    await library.entry(THREAD, "https://example.test/unread", REQUEST)
    question = await library.entry(THREAD, "question:300.1", REQUEST)
    await library.move(question, "done", ts="300.2", article=first.article, reading=first.reading)

    reports = await library.thread_reports(THREAD)

    assert reports == [
        (first, an_article(), a_reading()),
        (second, an_article("Another text.", "https://example.test/2"), a_reading()),
    ]


async def test_recent_is_what_was_read_in_the_channel_newest_first(store: Store) -> None:
    """Title, link, place and how much was found; other channels left out."""
    await a_report(store.library)
    await a_report(store.library, replace(THREAD, thread=None), "https://example.test/2", "Another text.")
    await a_report(store.library, Place("T1", "C2", "1.1"), "https://example.test/3", "A third text.")

    recent = await store.library.recent("T1", {"C1"})

    assert [(item.url, item.place.thread) for item in recent] == [("https://example.test/2", None), (ADDRESS, "100.1")]
    assert (recent[0].title, recent[0].claims, recent[0].denials) == ("Levee holds", 1, 1)
    assert recent[0].at.utcoffset() is not None
    assert len(await store.library.recent("T1", {"C1"}, limit=1)) == 1


async def test_who_gave_no_comment_is_not_counted_as_denying(store: Store) -> None:
    """The figure is the one that the reading itself shows."""
    silent = Denial(id="d2", sources=("s1",), kind="declines_comment", claims=("c1",), sentences=(1,))
    reading = a_reading()
    article = await store.library.keep_article("T1", [ADDRESS], an_article())
    kept = await store.library.keep_reading(
        "T1", article, an_article().digest, reading.model_copy(update={"denials": (*reading.denials, silent)})
    )
    entry = await store.library.entry(THREAD, ADDRESS, "")
    await store.library.move(entry, "done", ts="100.2", article=article, reading=kept)

    (recent,) = await store.library.recent("T1", {THREAD.channel})
    assert recent.denials == len(reading.denials)


async def test_a_report_whose_message_is_the_root_belongs_to_its_thread(store: Store):
    """A list posted into the channel itself can be replied to: its own message is the thread's root."""
    posted = await a_report(store.library, Place("T1", "C1", None))

    reports = await store.library.thread_reports(Place("T1", "C1", posted.ts))

    assert [entry for entry, _, _ in reports] == [posted]
