"""That something was seen, at once: whoever waits for a free place to be worked on sees it too."""

import asyncio
from contextlib import suppress

from bot.errors import ChatError, LibraryError
from bot.intake.heed import answers, heeded
from bot.intake.rules import Rules
from bot.intake.task import Ask, ReadLinks, RunCommand, Task
from bot.moments.newsroom import Newsroom, host_of
from bot.moments.rooms import Rooms
from bot.ports import Accept, Rulebook
from bot.reply.catalogue import words
from bot.reply.compose import progress_line, receipt_line

_RECEIPT = 0.3
"""Seconds that an ack may wait to be said in the language of its channel."""


def noticing(accept: Accept, rooms: Rooms) -> Accept:
    """Accept, and show beside the thread what was accepted; the delivery's ack does not wait for that."""
    under_way: set[asyncio.Task[None]] = set()

    async def accept_and_show(task: Task) -> bool:
        new = await accept(task)
        if new and isinstance(task, ReadLinks | Ask):
            showing = asyncio.create_task(_show(rooms, task))
            under_way.add(showing)
            showing.add_done_callback(under_way.discard)
        return new

    return accept_and_show


async def receipt(rulebook: Rulebook, defaults: Rules, task: Task) -> str:
    """What the asker of a command sees with the ack; nothing where the answer itself comes at once.

    Slack takes such a line back for nobody (https://github.com/slackapi/bolt-python/issues/1268), so it stays true.
    """
    if not isinstance(task, RunCommand) or task.verb != "read":
        return ""
    chosen = None
    with suppress(LibraryError, TimeoutError):
        async with asyncio.timeout(_RECEIPT):
            chosen = await rulebook.rules(task.team, task.channel)
    return receipt_line(host_of(task.links[0]), words((chosen or defaults).language or defaults.language))


def seen(task: Task, room: Newsroom) -> str:
    """What stands beside the thread once the task is accepted; nothing of what this channel's members do not want."""
    match task:
        case ReadLinks() if (wanted := heeded(task, room.rules)) is not None:
            return progress_line(host_of(wanted.links[0]), room.words)
        case Ask(mentioned=True) if answers(task, room.rules):
            return room.words("progress.answering")
        case _:
            return ""


async def _show(rooms: Rooms, task: Task) -> None:
    with suppress(ChatError, LibraryError):
        room = await (await rooms.of(task.team)).in_channel(task.team, task.channel)
        if text := seen(task, room):
            await room.chat.status(task.place, text)
