"""The contract of `Library` for questions, answers and votes, on every engine."""

from dataclasses import replace

from bot.adapters.store import Store
from bot.intake.message import Place
from tests.adapters.shelves import THREAD, a_reading, a_report, an_answer, an_article


async def test_of_the_answers_to_one_message_the_last_is_kept(store: Store) -> None:
    """It is the one that stands in the thread after *Try again*, at the place of the first among the thread's questions."""
    await store.library.keep_answer(THREAD, "300.1", an_answer("Did it hold?", "It did."), user="U1")
    await store.library.keep_answer(THREAD, "300.2", an_answer("Why?", "Because."), user="U1")
    await store.library.keep_answer(THREAD, "300.1", an_answer("Did it hold?", "No."), user="U1")

    assert await store.library.answer_to(THREAD, "300.1") == an_answer("Did it hold?", "No.")
    assert await store.library.answer_to(THREAD, "300.3") is None
    assert await store.library.earlier(THREAD) == [("Did it hold?", "No."), ("Why?", "Because.")]


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
