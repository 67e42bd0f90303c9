"""Somebody presses a feedback button, or says what is wrong: it is kept with the reply, and they are told."""

from bot.intake.message import Place
from bot.intake.task import MISTAKES, Remark, Vote
from bot.moments.newsroom import Newsroom
from bot.moments.responding import whisper_under
from bot.reply.compose import say


async def keep_vote(room: Newsroom, task: Vote) -> None:
    """Keep it; a message we know nothing of is left alone."""
    entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
    if entry is not None and task.user is not None:
        await room.library.keep_vote(entry, task.user, good=task.good)


async def keep_remark(room: Newsroom, task: Remark) -> None:
    """Keep it; what was about a reading that is gone by now goes with it."""
    entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
    if entry is not None and entry.reading and task.user is not None and task.what in MISTAKES:
        await room.ballots.keep(entry, task.user, task.what, task.claim, task.comment)
        place, user, note = entry.place, task.user, say("noted", room.words)
        await whisper_under(room, Place(task.team, task.channel), f"noted:{task.key}", place, user, note)
