"""What the library keeps of one workspace is out of another's reach, on every engine."""

from dataclasses import replace

import pytest

from bot.adapters.store import Store
from bot.errors import LibraryError
from tests.adapters.shelves import ADDRESS, MODEL, REQUEST, THREAD, a_reading, a_report, an_answer, an_article


async def test_nothing_crosses_workspaces(store: Store) -> None:
    """Every way of reading, tried from another workspace with the first one's keys, finds nothing."""
    library = store.library
    entry = await a_report(library)
    await library.keep_answer(THREAD, "300.1", an_answer("q", "a."), user="U1")
    foreign = replace(THREAD, team="T2")

    assert await library.article("T2", ADDRESS) is None
    assert await library.reading("T2", an_article().digest, MODEL) is None
    assert await library.entry_by_ts("T2", "C1", "200.1") is None
    assert await library.thread_reports(foreign) == []
    assert await library.thread_answers(foreign) == []
    assert await library.answer_to(foreign, "300.1") is None
    assert await library.earlier(foreign) == []
    assert await library.recent("T2", {"C1"}) == []
    assert (await library.entry(foreign, ADDRESS, REQUEST)).id != entry.id
    assert await library.keep_article("T2", [ADDRESS], an_article()) != entry.article


async def test_nothing_is_written_across_workspaces(store: Store) -> None:
    """Another workspace can neither move a row nor hang a reading or a reply on a foreign article."""
    library = store.library
    entry = await a_report(library)
    assert entry.article is not None
    foreign = replace(THREAD, team="T2")
    theirs = await library.entry(foreign, ADDRESS, REQUEST)

    with pytest.raises(LibraryError):
        await library.move(replace(entry, place=foreign), "failed")
    with pytest.raises(LibraryError):
        await library.keep_reading("T2", entry.article, "d" * 64, a_reading())
    with pytest.raises(LibraryError):
        await library.move(theirs, "posting", article=entry.article)
    with pytest.raises(LibraryError):
        await library.move(theirs, "posting", reading=entry.reading)
    assert await library.entry(THREAD, ADDRESS, REQUEST) == entry
    assert await library.entry(foreign, ADDRESS, REQUEST) == theirs


async def test_an_error_tells_nothing_of_what_was_to_be_written(store: Store) -> None:
    """What the database refuses may be an article's text; the sentence for the operator holds none of it."""
    with pytest.raises(LibraryError) as caught:
        await store.library.keep_reading("T1", "f" * 32, "d" * 64, a_reading(text="Secret words."))

    assert "Secret" not in str(caught.value)
    assert "INSERT" not in str(caught.value)
