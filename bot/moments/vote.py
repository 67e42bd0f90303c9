"""Somebody presses a feedback button: their vote is kept with the reply."""

from bot.intake.task import Vote
from bot.moments.newsroom import Newsroom


async def keep_vote(room: Newsroom, task: Vote) -> None:
    """Keep it; a message we know nothing of is left alone."""
    entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
    if entry is not None and task.user is not None:
        await room.library.keep_vote(entry, task.user, good=task.good)
