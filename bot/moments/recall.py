"""Somebody looks for what was read before: by words, or by who said it."""

from bot.claims.grammar.terms import asked, asked_name
from bot.intake.task import RunCommand
from bot.moments.newsroom import Newsroom
from bot.ports import Found, Recent
from bot.reply.compose import say
from bot.reply.dates import moment
from bot.reply.notes import RecentLine
from bot.reply.recall import Recalled, find_note, source_note
from bot.reply.reply import Note

SHOWN = 10


async def find(room: Newsroom, task: RunCommand) -> Note:
    """Claims and denials with these words, of the channels that the asker sees."""
    if not (wanted := asked(task.argument)):
        return say("find_what", room.words)
    hits = await room.memory.find(task.team, wanted, await _channels(room, task), limit=SHOWN)
    return find_note(task.argument, [recalled(room, each) for each in hits.found], hits.more, room.words)


async def source(room: Newsroom, task: RunCommand) -> Note:
    """What somebody said and denied, of the same channels."""
    if not (wanted := asked_name(task.argument)):
        return say("source_what", room.words)
    hits = await room.memory.find(task.team, wanted, await _channels(room, task), limit=SHOWN)
    return source_note(task.argument, [recalled(room, each) for each in hits.found], hits.more, room.words)


async def _channels(room: Newsroom, task: RunCommand) -> frozenset[str]:
    """Whoever runs a command in a channel sees that one."""
    return await room.directory.visible(task.user or "") | {task.channel}


def lately(room: Newsroom, line: Recent) -> RecentLine:
    """As a list of what was read tells of it, wherever that was."""
    thread = room.chat.permalink(line.place, line.ts)
    return RecentLine(line.title, line.url, thread, moment(line.at), line.claims, line.denials)


def recalled(room: Newsroom, found: Found) -> Recalled:
    """As the reply is told of it."""
    return Recalled(
        found.article,
        found.reading,
        found.kind,
        found.item,
        thread=room.chat.permalink(found.place, found.ts),
        when=moment(found.at),
    )
