"""Saying it once, whatever is cut in between."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.store import Store, open_store
from bot.errors import ChatBusy, ChatRefused, ChatUnavailable
from bot.intake.message import Place
from bot.reply.reply import AnswerLine, AnswerReply, Note
from bot.telling import LASTING_SECONDS, Telling, as_it_is
from tests.fakes import FakeChat

PLACE = Place("T1", "C1", "100.000")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(f"sqlite:///{tmp_path}/claims.sqlite3") as store:
        yield store


async def take_up(store: Store, chat: FakeChat, link: str = "https://a.example/", landing: float = 0.0) -> Telling:
    return await Telling.of(store.library, chat, PLACE, link, "{}", after="100.000", landing=landing)


async def test_a_reply_is_posted_once_however_often_its_job_runs(store: Store) -> None:
    """A second run of a finished job finds the ledger done and says nothing."""
    chat = FakeChat()
    await (await take_up(store, chat)).final(Note("first"))

    again = await take_up(store, chat)

    assert again.is_done
    assert [message.reply for message in chat.messages] == [Note("first")]


async def test_two_runs_of_one_job_post_once(store: Store) -> None:
    """One was taken for dead and lives: whoever comes second edits what the first has posted."""
    chat = FakeChat()
    first, second = await take_up(store, chat), await take_up(store, chat, landing=0.1)

    await asyncio.gather(first.final(Note("one")), second.final(Note("two")))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("two"), 1)]


async def test_a_run_that_was_frozen_while_it_waited_for_its_turn_posts_nothing(store: Store) -> None:
    """It was taken for dead, and another run has posted; when it wakes it edits that."""
    chat = FakeChat()
    frozen = await take_up(store, chat)
    chat.turn.clear()
    waking = asyncio.create_task(frozen.final(Note("one")))
    await asyncio.sleep(0.1)
    heir = FakeChat(messages=chat.messages)
    await (await take_up(store, heir)).final(Note("two"))

    chat.turn.set()
    await waking

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("one"), 1)]


async def test_a_run_that_dies_while_it_waits_for_its_turn_has_posted_nothing(store: Store) -> None:
    """Whoever takes it up need not look for a message: that costs one of Slack's scarcest calls."""
    chat = FakeChat()
    dying = await take_up(store, chat)
    chat.turn.clear()
    waiting = asyncio.create_task(dying.final(Note("first")))
    await asyncio.sleep(0.1)
    waiting.cancel()
    heir = FakeChat()

    await (await take_up(store, heir)).final(Note("second"))

    assert ([message.reply for message in heir.messages], heir.lookups) == ([Note("second")], 0)


async def test_two_runs_that_look_for_a_lost_post_post_once(store: Store) -> None:
    """Both find that it never arrived; one posts, and the other edits that."""
    chat = FakeChat()
    chat.troubles.append(ChatUnavailable("cut"))
    with pytest.raises(ChatUnavailable):
        await (await take_up(store, chat)).final(Note("first"))

    runs = await asyncio.gather(*(take_up(store, chat, landing=0.1) for _ in range(2)))
    await asyncio.gather(*(run.final(Note("again")) for run in runs))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("again"), 1)]


async def test_a_post_whose_answer_was_lost_is_found_again(store: Store) -> None:
    """Slack took the post, the connection was cut before we heard: the next run edits it in place."""
    chat = FakeChat(lost=True)
    chat.troubles.append(ChatUnavailable("cut"))
    with pytest.raises(ChatUnavailable):
        await (await take_up(store, chat)).final(Note("first"))

    await (await take_up(store, chat)).final(Note("second"))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("second"), 1)]


async def test_a_post_that_lands_after_its_sender_is_dead_is_found(store: Store) -> None:
    """It was under way when the connection was cut: the next run waits for it before it looks."""
    chat = FakeChat()
    chat.troubles.append(ChatUnavailable("cut"))
    first = await take_up(store, chat)
    with pytest.raises(ChatUnavailable):
        await first.final(Note("first"))

    again = asyncio.create_task(take_up(store, chat, landing=0.5))
    await asyncio.sleep(0.1)
    chat.land(PLACE, Note("first"), first.entry.id)
    await (await again).final(Note("second"))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("second"), 1)]


async def test_a_post_that_never_arrived_is_posted(store: Store) -> None:
    """Slack never got the post: the next run looks, finds nothing, and posts."""
    chat = FakeChat()
    chat.troubles.append(ChatUnavailable("cut"))
    with pytest.raises(ChatUnavailable):
        await (await take_up(store, chat)).final(Note("first"))

    await (await take_up(store, chat)).final(Note("second"))

    assert [message.reply for message in chat.messages] == [Note("second")]
    assert chat.lookups == 1


async def test_a_refused_post_leaves_no_doubt(store: Store) -> None:
    """After a plain refusal nothing has to be looked up: nothing was posted."""
    chat = FakeChat()
    chat.troubles.append(ChatRefused("not_in_channel"))
    with pytest.raises(ChatRefused):
        await (await take_up(store, chat)).final(Note("first"))

    telling = await take_up(store, chat)

    assert telling.entry.state == "new"
    assert chat.lookups == 0


async def test_progress_and_the_final_reply_are_one_message(store: Store) -> None:
    """What grows is replaced in place by what is final."""
    chat = FakeChat()
    telling = await take_up(store, chat)

    telling.progress(as_it_is(Note("growing")))
    telling.progress(as_it_is(Note("too soon after the last")))
    await telling.is_shown()
    await telling.final(Note("final"))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("final"), 1)]


async def test_progress_gives_way_when_answers_need_the_room(store: Store) -> None:
    """With no room for progress nothing is posted until the final reply."""
    chat = FakeChat(roomy=False)
    telling = await take_up(store, chat)

    telling.progress(as_it_is(Note("growing")))
    await telling.final(Note("final"))

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("final"), 0)]


async def test_trying_again_replaces_what_stands_there(store: Store) -> None:
    """A failure that is tried again becomes the reading, in the same message."""
    chat = FakeChat()
    await (await take_up(store, chat)).final(Note("failed"), failed=True)

    telling = await take_up(store, chat)
    await telling.reopen()
    await telling.final(Note("better"))

    assert [message.reply for message in chat.messages] == [Note("better")]


async def test_a_stream_that_was_cut_is_taken_up(store: Store) -> None:
    """A stream carries no mark before its end; one that was cut is known by having none, and is finished."""
    chat = FakeChat(streams=True)
    chat.troubles.append(ChatUnavailable("cut"))
    growing = AnswerReply("", (AnswerLine("Part.", False, ()),), progress="…")
    async with await take_up(store, chat, "question:101.0") as telling:
        telling.grow(growing, user="U1")

    whole = AnswerReply("", (AnswerLine("Part.", False, ()), AnswerLine("Whole.", False, ())))
    await (await take_up(store, chat, "question:101.0")).final(whole)

    assert [message.reply for message in chat.messages] == [whole]


@pytest.mark.parametrize("lost", [True, False])
async def test_progress_that_fails_does_not_end_the_work(store: Store, lost: bool) -> None:
    """Whether Slack took the growing list or not, the final one follows, once."""
    chat = FakeChat(lost=lost)
    chat.troubles.append(ChatUnavailable("cut"))
    telling = await take_up(store, chat)

    telling.progress(as_it_is(Note("growing")))
    await telling.is_shown()
    await telling.final(Note("whole"))

    assert [message.reply for message in chat.messages] == [Note("whole")]


async def test_after_a_429_nothing_is_looked_for(store: Store) -> None:
    """Slack says with it that nothing was posted; looking would spend the scarcest calls there are."""
    chat = FakeChat()
    chat.troubles.append(ChatBusy(retry_after=1.0))
    with pytest.raises(ChatBusy):
        await (await take_up(store, chat)).final(Note("first"))

    await (await take_up(store, chat)).final(Note("second"))

    assert (len(chat.messages), chat.lookups) == (1, 0)


async def test_an_answer_without_streams_is_posted_whole(store: Store) -> None:
    """Where streams are not to be had the answer comes in one post."""
    chat = FakeChat(streams=False)
    telling = await take_up(store, chat)
    answer = AnswerReply("", (AnswerLine("All.", False, ()),))

    telling.grow(AnswerReply("", (AnswerLine("All.", False, ()),), progress="…"), user="U1")
    await telling.final(answer)

    assert [message.reply for message in chat.messages] == [answer]


async def test_progress_is_not_composed_before_its_time(store: Store) -> None:
    """Right after one piece of progress the next is not asked for."""
    telling = await take_up(store, FakeChat())
    before = telling.takes_progress
    telling.progress(as_it_is(Note("first")))

    assert (before, telling.takes_progress) == (True, False)


async def test_nothing_to_show_does_not_hold_back_the_next_piece(store: Store) -> None:
    """A list without a claim is not shown, and the first claim is shown at once."""
    telling = await take_up(store, FakeChat())

    async def nothing() -> None: ...

    telling.progress(nothing)
    await telling.is_shown()

    assert telling.takes_progress


async def test_the_work_does_not_wait_for_progress_and_what_is_final_comes_last(store: Store) -> None:
    """Progress that takes its time goes on beside; the final reply waits for what was sent, and drops what was not."""
    chat, ready = FakeChat(), asyncio.Event()
    telling = await take_up(store, chat)

    async def slowly() -> Note:
        await ready.wait()
        return Note("growing")

    telling.progress(slowly)
    final = asyncio.create_task(telling.final(Note("final")))
    await asyncio.sleep(0.01)
    waited = not final.done()
    ready.set()
    await final

    assert waited
    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("final"), 0)]


async def test_nothing_goes_on_beside_a_job_that_was_stopped(store: Store) -> None:
    """A job that is handed back leaves no progress under way: whoever takes it up finds the ledger at rest."""
    chat = FakeChat()
    begun = asyncio.Event()

    async def never() -> Note:
        begun.set()
        await asyncio.Event().wait()
        return Note("growing")

    async def job() -> None:
        async with await take_up(store, chat) as telling:
            telling.progress(never)
            await asyncio.Event().wait()

    working = asyncio.create_task(job())
    await begun.wait()
    working.cancel()
    await asyncio.wait([working])

    assert chat.messages == []
    assert [task for task in asyncio.all_tasks() if "Beside" in repr(task.get_coro())] == []


async def test_a_line_in_the_thread_tells_of_each_stage_that_lasts(store: Store) -> None:
    """Where nothing can be shown beside it, one line is edited; a stage that is over within a second is not told."""
    chat = FakeChat(statuses_work=False)
    async with await take_up(store, chat) as telling:
        telling.stage("fetching", in_thread=True)
        telling.stage("reading", in_thread=True)
        await asyncio.sleep(LASTING_SECONDS * 1.5)
        lasting = [(message.reply, message.edits) for message in chat.messages]
        telling.stage("checking", in_thread=True)
        await telling.final(Note("final"))

    assert lasting == [(Note("reading"), 1)]
    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("final"), 2)]
    assert [text for _, text in chat.statuses] == ["fetching", "reading"]


async def test_another_stage_is_told_before_the_next_edit_is_due(store: Store) -> None:
    """What grows within one stage keeps Slack's pace; that it is another one now is told at once."""
    chat = FakeChat()
    telling = await take_up(store, chat)

    telling.progress(as_it_is(Note("reading")), stage="reading")
    await telling.is_shown()
    telling.progress(as_it_is(Note("too soon after the last")), stage="reading")
    telling.progress(as_it_is(Note("checking")), stage="checking")
    await telling.is_shown()

    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("checking"), 1)]
