"""A new reading, beside what was read here before."""

from time import monotonic

from bot.claims.reading import Report
from bot.courtesy import READ, TOLD
from bot.errors import ChatUnavailable
from bot.flow import Kept
from bot.intake.look import Shelfmark
from bot.intake.task import ReadLinks, ReadText, RunCommand
from bot.moments.newsroom import Newsroom
from bot.moments.recall import recalled
from bot.ports import Entry
from bot.reply.compose import reading_reply
from bot.reply.precedents import with_precedents
from bot.reply.reply import ReadingReply
from bot.turnstile import aside


async def reply_about(room: Newsroom, task: ReadLinks | ReadText | RunCommand, kept: Kept) -> ReadingReply:
    """The list, with which of its claims were read before where everybody who reads it may look."""
    async with aside(READ):
        channels = await _channels(room, task)
    seen = await room.memory.seen(task.team, kept.article, kept.report, channels)
    words = room.words_about(kept.report.article)
    reply = reading_reply(kept.report, words, shelfmark=str(kept.shelfmark))
    told = {claim: [recalled(room, each) for each in found] for claim, found in seen.items()}
    return with_precedents(reply, kept.report.reading, told, words)


async def remember_told(room: Newsroom, task: ReadLinks | ReadText, kept: Kept) -> None:
    """What others may be told of from now on; nobody waits for it, so those who wait for a reply go first."""
    async with room.turnstile.turn(monotonic(), TOLD):
        await room.memory.remember(task.team, kept.reading, kept.report)


async def remember_again(room: Newsroom, entry: Entry) -> None:
    """The same for a reply that an earlier run told, and may not have lived to remember."""
    team, shelfmark = entry.place.team, Shelfmark(entry.article or "", entry.reading or "")
    kept = await room.library.kept_reading(team, shelfmark)
    if kept is not None:
        await room.memory.remember(team, shelfmark.reading, Report(article=kept[0], reading=kept[1]))


async def _channels(room: Newsroom, task: ReadLinks | ReadText | RunCommand) -> frozenset[str]:
    """What one person alone is told may speak of all that they see. Slack's silence does not hold a reading up."""
    alone = isinstance(task, RunCommand) and task.quiet
    try:
        if alone and task.user:
            return await room.directory.visible(task.user) | {task.channel}
        return await room.directory.audience(task.channel, task.user)
    except ChatUnavailable:
        return frozenset({task.channel})
