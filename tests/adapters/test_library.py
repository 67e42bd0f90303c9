"""The contract of `Library`, on every engine."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.adapters.store import Store
from bot.article.article import Article, Sentence
from bot.claims.answer import Answer, AnswerPart
from bot.claims.reading import Claim, Denial, ReaderInfo, Reading, Source
from bot.errors import LibraryError
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.ports import Entry, Library
from tests.crowd import straight

TEXT = "Levee holds\nThe mayor said the levee held."
ADDRESS = "https://example.test/levee"
REQUEST = "{}"
OFFLINE = ReaderInfo(name="offline")
MODEL = ReaderInfo(name="openai", model="m-1", prompt="p-1")
THREAD = Place("T1", "C1", "100.1")


def an_article(text: str = TEXT, url: str | None = ADDRESS, title: str = "Levee holds") -> Article:
    return Article(
        url=url, title=title, byline=("A. Writer",), text=text, sentences=(Sentence(n=1, start=0, end=11),), lead=1
    )


def a_reading(reader: ReaderInfo = MODEL, text: str = "The levee held.") -> Reading:
    denials = (Denial(id="d1", sources=(), kind="denies", sentences=(1,)),)
    claims = (Claim(id="c1", text=text, sources=("s1",), sentences=(1,)),)
    sources = (Source(id="s1", name="Mayor", kind="person"),)
    return Reading(claims=claims, sources=sources, denials=denials, reader=reader)


def an_answer(question: str = "Did it hold?", *parts: str) -> Answer:
    told = tuple(AnswerPart(text=part, sentences=(1,)) for part in parts)
    return Answer(question=question, told=bool(told), parts=told, reader=MODEL)


async def a_report(library: Library, place: Place = THREAD, url: str = ADDRESS, text: str = TEXT) -> Entry:
    """An article that was read and posted at `place`."""
    article = an_article(text, url)
    article_id = await library.keep_article(place.team, [url], article)
    reading_id = await library.keep_reading(place.team, article_id, article.digest, a_reading())
    entry = await library.entry(place, url, REQUEST)
    return await library.move(entry, "done", ts="200.1", article=article_id, reading=reading_id)


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


async def test_an_answer_is_kept_once_for_its_message(store: Store) -> None:
    """Redelivered questions find the first answer."""
    await store.library.keep_answer(THREAD, "300.1", an_answer("Did it hold?", "It did."), user="U1")
    await store.library.keep_answer(THREAD, "300.1", an_answer("Did it hold?", "No."), user="U1")

    assert await store.library.answer_to(THREAD, "300.1") == an_answer("Did it hold?", "It did.")
    assert await store.library.answer_to(THREAD, "300.2") is None


async def test_earlier_questions_are_the_last_ones_oldest_first(store: Store) -> None:
    """The thread's talk in the order in which it happened, other threads left out."""
    for n in range(8):
        await store.library.keep_answer(THREAD, f"300.{n}", an_answer(f"q{n}", f"a{n}.", "b."), user=None)
    await store.library.keep_answer(replace(THREAD, thread="9.9"), "400.1", an_answer("other", "x"), user=None)

    assert await store.library.earlier(THREAD, limit=2) == [("q6", "a6. b."), ("q7", "a7. b.")]
    assert len(await store.library.earlier(THREAD)) == 6


async def test_a_question_with_a_nul_is_kept_without_it(store: Store) -> None:
    """Postgres keeps none in a text; what was asked is answered on both engines."""
    await store.library.keep_answer(THREAD, "300.1", an_answer("Did it\0 hold?", "It did."), user="U1")

    kept = await store.library.answer_to(THREAD, "300.1")
    assert kept is not None
    assert kept.told


async def test_an_earlier_question_without_an_answer_says_so(store: Store) -> None:
    """That the article does not say is an answer too."""
    await store.library.keep_answer(THREAD, "300.1", an_answer("Why?"), user="U1")

    assert await store.library.earlier(THREAD) == [("Why?", "The article does not say.")]


async def test_answers_of_a_thread_are_found_with_their_article(store: Store) -> None:
    """In the order in which they were asked for; what was said without an article is none."""
    read = await a_report(store.library)
    for n, article in enumerate((read.article, None, read.article)):
        entry = await store.library.entry(THREAD, f"question:300.{n}", "")
        await store.library.move(entry, "done", ts=f"301.{n}", article=article)

    answers = await store.library.thread_answers(THREAD)

    assert [(each.link, each.article) for each in answers] == [
        ("question:300.0", read.article),
        ("question:300.2", read.article),
    ]
    assert await store.library.thread_answers(Place("T1", "C2", "1.1")) == []


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


async def test_a_report_whose_message_is_the_root_belongs_to_its_thread(store: Store):
    """A list posted into the channel itself can be replied to: its own message is the thread's root."""
    posted = await a_report(store.library, Place("T1", "C1", None))

    reports = await store.library.thread_reports(Place("T1", "C1", posted.ts))

    assert [entry for entry, _, _ in reports] == [posted]


async def test_votes_and_remarks_of_a_reading_come_back_together(store: Store) -> None:
    """Who says the same of the same claim again replaces it; a new vote of one person replaces the old."""
    entry = await a_report(store.library)
    await store.library.keep_vote(entry, "U1", good=True)
    await store.library.keep_vote(entry, "U1", good=False)
    await store.library.keep_vote(entry, "U2", good=True)
    await store.ballots.keep(entry, "U1", "wrong_claim", "c1", "first")
    await store.ballots.keep(entry, "U1", "wrong_claim", "c1", "second")
    await store.ballots.keep(entry, "U1", "other", "", "")

    (ballot,) = await store.ballots.all()

    assert (ballot.good, ballot.bad, ballot.article, ballot.reading) == (1, 1, an_article(), a_reading())
    assert [(said.what, said.claim, said.comment) for said in ballot.remarks] == [
        ("wrong_claim", "c1", "second"),
        ("other", "", ""),
    ]


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
