"""That something was seen, at once: whoever waits for a free place to be worked on sees it too."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.errors import ChatError, LibraryError
from bot.intake.heed import answers, heeded
from bot.intake.task import Ask, ReadLinks, Task
from bot.moments.newsroom import Newsroom, host_of
from bot.moments.rooms import Rooms
from bot.reply.compose import progress_line

Accept = Callable[[Task], Awaitable[bool]]


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


def _seen(task: Task, room: Newsroom) -> str:
    """Nothing of what this channel's members do not want."""
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
        if text := _seen(task, room):
            await room.chat.status(task.place, text)
