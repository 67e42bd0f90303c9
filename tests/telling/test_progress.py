"""Progress beside the work: one message with the reply, and never in its way."""

import asyncio

import pytest

from bot.adapters.store import Store
from bot.errors import ChatUnavailable
from bot.reply.reply import AnswerLine, AnswerReply, Note
from bot.telling import LASTING_SECONDS, as_it_is
from tests.fakes import FakeChat
from tests.telling.runs import take_up


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
