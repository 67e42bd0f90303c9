"""Somebody wants a thread forgotten, or a workspace has let us go."""

from bot.intake.permalink import thread_of
from bot.intake.task import ForgetTeam, RunCommand
from bot.moments.newsroom import Newsroom, link_key
from bot.ports import Later
from bot.reply.compose import say
from bot.reply.reply import Note

WAIT = 2.0  # seconds until we look again whether a thread is at rest


async def forget(room: Newsroom, task: RunCommand) -> Note:
    """Delete what is kept of a thread of this channel, or of every thread of it where an article was read.

    What is said about it is for the asker. Raises `Later` while somebody works in such a thread.
    """
    if not task.links:
        return say("forget_what", room.words)
    link = task.links[0]
    place = thread_of(link)
    if place is not None and place[0] != task.channel:
        return say("forget_elsewhere", room.words)
    key = None if place else link_key(link)
    threads = [place[1]] if place else await room.keeping.threads_about(task.team, task.channel, link_key(link))
    gone = await room.keeping.forget_threads(task.team, task.channel, threads, key)
    if gone is None:
        raise Later(WAIT, free=True)
    return say("forgotten" if gone else "nothing_kept", room.words)


async def forget_team(room: Newsroom, task: ForgetTeam) -> None:
    """Delete all that is kept of a workspace, until nothing that runs can bring any of it back. Raises `Later`."""
    if not await room.keeping.forget_team(task.team):
        raise Later(WAIT, free=True)
