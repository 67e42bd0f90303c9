"""The contract of `Library`, on every engine."""

import asyncio

import pytest
from sqlalchemy import text

from bot.adapters.store import Store
from bot.claims.reading import ReaderInfo
from bot.intake.look import Shelfmark
from tests.adapters.shelves import (
    ADDRESS,
    MODEL,
    OFFLINE,
    REQUEST,
    TEXT,
    THREAD,
    a_reading,
    a_report,
    an_answer,
    an_article,
)
from tests.crowd import straight


async def test_an_article_comes_back_whole(store: Store) -> None:
    """Everything that was known about the article is there again, `lead` included."""
    article = an_article()

    row_id = await store.library.keep_article("T1", [ADDRESS], article)

    assert await store.library.article("T1", ADDRESS) == (row_id, article)


async def test_a_shelfmark_leads_to_article_and_reading(store: Store) -> None:
    """Both as they were kept; in another workspace, or with a row that is not there, to nothing."""
    entry = await a_report(store.library)
    shelfmark = Shelfmark(entry.article or "", entry.reading or "")

    assert await store.library.kept_reading("T1", shelfmark) == (an_article(), a_reading())
    assert await store.library.kept_reading("T2", shelfmark) is None
    assert await store.library.kept_reading("T1", Shelfmark(shelfmark.article, "gone")) is None


async def test_an_unknown_address_is_none(store: Store) -> None:
    """What was never kept is not there."""
    assert await store.library.article("T1", ADDRESS) is None


async def test_an_article_is_found_under_each_of_its_addresses(store: Store) -> None:
    """The short link, the final address and the canonical one lead to one row."""
    row_id = await store.library.keep_article("T1", ["https://s.test/1", ADDRESS], an_article())

    found = [await store.library.article("T1", key) for key in ("https://s.test/1", ADDRESS)]

    assert [row and row[0] for row in found] == [row_id, row_id]


async def test_an_article_kept_twice_is_one_row_and_learns_new_addresses(store: Store) -> None:
    """Keeping the same text again adds the addresses that are new and changes nothing else."""
    first = await store.library.keep_article("T1", [ADDRESS], an_article())

    again = await store.library.keep_article("T1", [ADDRESS, "https://s.test/2"], an_article(url="https://s.test/2"))

    assert again == first
    assert (await store.library.article("T1", "https://s.test/2") or ("",))[0] == first


async def test_racing_keepers_of_one_article_get_one_row(store: Store) -> None:
    """Twenty jobs that keep the same article at the same time are all told the same row."""
    rows = await asyncio.gather(*(store.library.keep_article("T1", [ADDRESS], an_article()) for _ in range(20)))

    assert len(set(rows)) == 1


async def test_an_address_that_says_something_new_leads_to_the_new_text(store: Store) -> None:
    """An updated article replaces the older one under its address; the older reading keeps its own."""
    entry = await a_report(store.library)

    new = await store.library.keep_article("T1", [ADDRESS], an_article("The levee broke."))

    assert new != entry.article
    assert (await store.library.article("T1", ADDRESS) or (0, an_article()))[1].text == "The levee broke."
    assert [article.text for _, article, _ in await store.library.thread_reports(THREAD)] == [TEXT]


async def test_articles_that_are_looked_up_together_are_told_apart(store: Store) -> None:
    """By address and by workspace; what nobody kept is not there."""
    first = await store.library.keep_article("T1", [ADDRESS], an_article())
    other = await store.library.keep_article("T2", [ADDRESS], an_article("The levee broke."))
    asked = [("T1", ADDRESS), ("T2", ADDRESS), ("T1", ADDRESS), ("T1", "https://s.test/none")]

    found = await asyncio.gather(*(store.library.article(team, key) for team, key in asked))

    assert [row and row[0] for row in found] == [first, other, first, None]


async def test_replies_that_are_taken_up_together_are_told_apart(store: Store) -> None:
    """Each has its row, whoever asks for it and however often; one that was there already stands as it stood."""
    before = await store.library.entry(THREAD, "https://s.test/1", REQUEST)
    moved = await store.library.move(before, "posting")
    links = [f"https://s.test/{n % 30}" for n in range(60)]

    found = await asyncio.gather(*(store.library.entry(THREAD, link, REQUEST) for link in links))

    assert [entry.link for entry in found] == links
    assert len({entry.id for entry in found}) == 30
    assert found[1] == found[31] == moved


async def test_an_address_that_says_again_what_it_said_leads_to_the_older_text(store: Store) -> None:
    """A correction that is taken back: no third row, and every address that is named leads to the first."""
    first = await store.library.keep_article("T1", [ADDRESS], an_article())
    other = await store.library.keep_article("T1", [ADDRESS], an_article("The levee broke."))

    again = await store.library.keep_article("T1", ["https://s.test/1", ADDRESS], an_article())

    found = [await store.library.article("T1", key) for key in ("https://s.test/1", ADDRESS)]
    assert again == first != other
    assert [row and row[0] for row in found] == [first, first]


async def test_one_text_at_two_outlets_is_two_articles(store: Store) -> None:
    """An agency's text keeps the outlet, byline and link of each page it stands on."""
    first = await store.library.keep_article("T1", [ADDRESS], an_article())

    second = await store.library.keep_article("T1", ["https://other.test/x"], an_article(url="https://other.test/x"))

    assert first != second


async def test_an_address_may_be_very_long(store: Store) -> None:
    """Addresses beyond what a database can index are keys like any other."""
    long = "https://example.test/?q=" + "x" * 20_000

    row_id = await store.library.keep_article("T1", [long], an_article(url=long))
    entry = await store.library.entry(THREAD, long, REQUEST)

    assert (await store.library.article("T1", long) or ("",))[0] == row_id
    assert (entry.link, await store.library.entry(THREAD, long, REQUEST)) == (long, entry)


@pytest.mark.parametrize("text", ["a\x00b", "\u202eright to left\u200d", "😀 & <b>", "line\u2028line"])
async def test_any_text_comes_back_as_it_was(store: Store, text: str) -> None:
    """Control, zero-width and right-to-left characters survive."""
    article = an_article(text, title=text)

    await store.library.keep_article("T1", [ADDRESS], article)

    assert (await store.library.article("T1", ADDRESS) or (0, None))[1] == article


async def test_a_reading_comes_back_whole(store: Store) -> None:
    """Found by the text's digest and by who read it."""
    article_id = await store.library.keep_article("T1", [ADDRESS], an_article())

    await store.library.keep_reading("T1", article_id, an_article().digest, a_reading())

    assert await store.library.reading("T1", an_article().digest, MODEL) == a_reading()


@pytest.mark.parametrize(
    "other",
    [
        OFFLINE,
        MODEL.model_copy(update={"model": "m-2"}),
        MODEL.model_copy(update={"prompt": "p-2"}),
        ReaderInfo(name="openai"),
    ],
)
async def test_another_reader_model_or_prompt_is_another_reading(store: Store, other: ReaderInfo) -> None:
    """A changed model or prompt reads anew."""
    article_id = await store.library.keep_article("T1", [ADDRESS], an_article())
    await store.library.keep_reading("T1", article_id, an_article().digest, a_reading())

    assert await store.library.reading("T1", an_article().digest, other) is None
    await store.library.keep_reading("T1", article_id, an_article().digest, a_reading(other))
    assert await store.library.reading("T1", an_article().digest, other) == a_reading(other)


async def test_the_first_of_two_readings_stays(store: Store) -> None:
    """A job that runs again changes nothing that was shown already; both are told the kept row."""
    article_id = await store.library.keep_article("T1", [ADDRESS], an_article())
    digest = an_article().digest

    rows = [
        await store.library.keep_reading("T1", article_id, digest, a_reading(OFFLINE, text)) for text in ("one", "two")
    ]

    assert rows[0] == rows[1]
    assert await store.library.reading("T1", digest, OFFLINE) == a_reading(OFFLINE, "one")


async def test_a_damaged_document_is_as_good_as_none(store: Store, database_url: str) -> None:
    """The article is fetched and read again, and whoever asks for the old one is told that it is gone."""
    library = store.library
    article = an_article()
    article_id = await library.keep_article("T1", [ADDRESS], article)
    reading_id = await library.keep_reading("T1", article_id, article.digest, a_reading(OFFLINE, "one"))
    await library.keep_answer(THREAD, "300.1", an_answer(), user="U1")
    with straight(database_url) as connection:
        for table in ("articles", "readings", "answers"):
            connection.execute(text(f"UPDATE {table} SET document = 'no JSON'"))

    assert await library.article("T1", ADDRESS) is None
    assert await library.reading("T1", article.digest, OFFLINE) is None
    assert await library.kept_reading("T1", Shelfmark(article_id, reading_id)) is None
    assert await library.answer_to(THREAD, "300.1") is None
    assert await library.earlier(THREAD) == []


async def test_readings_that_are_asked_for_together_are_told_apart(store: Store) -> None:
    """Each by its workspace, its reader and its text, whoever else asks at that moment."""
    texts = [an_article(f"{TEXT} {n}.") for n in range(3)]
    for article in texts[:2]:
        article_id = await store.library.keep_article("T1", [ADDRESS], article)
        for reader in (MODEL, OFFLINE):
            reading = a_reading(reader, f"{article.digest[:4]} by {reader.name}")
            await store.library.keep_reading("T1", article_id, article.digest, reading)
    asked = [(team, each, reader) for each in texts for team in ("T1", "T2") for reader in (MODEL, OFFLINE)]

    found = await asyncio.gather(*(store.library.reading(team, each.digest, reader) for team, each, reader in asked))

    assert found == [
        a_reading(reader, f"{each.digest[:4]} by {reader.name}") if team == "T1" and each in texts[:2] else None
        for team, each, reader in asked
    ]
