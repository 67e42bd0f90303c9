"""Saying it once, whatever is cut in between."""

import asyncio

import pytest

from bot.adapters.store import Store
from bot.errors import ChatBusy, ChatRefused, ChatUnavailable
from bot.reply.reply import AnswerLine, AnswerReply, Note
from tests.fakes import FakeChat
from tests.telling.runs import PLACE, take_up


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


async def test_after_a_429_nothing_is_looked_for(store: Store) -> None:
    """Slack says with it that nothing was posted; looking would spend the scarcest calls there are."""
    chat = FakeChat()
    chat.troubles.append(ChatBusy(retry_after=1.0))
    with pytest.raises(ChatBusy):
        await (await take_up(store, chat)).final(Note("first"))

    await (await take_up(store, chat)).final(Note("second"))

    assert (len(chat.messages), chat.lookups) == (1, 0)
