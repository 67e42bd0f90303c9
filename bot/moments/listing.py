"""A list of claims under the message that brought what is read: read in its turn, then told."""

from collections.abc import Awaitable, Callable

from bot.article.article import Article
from bot.courtesy import UNREAD
from bot.errors import AllowanceSpent, ClaimsBotError, PageError, ReaderError, WebError
from bot.flow import Begin, Found, Kept, as_told
from bot.grounded import Onlooker
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.intake.task import ReadLinks, ReadText
from bot.moments.allowed import Tokens, count_reading, tell_spent, whisper_spent
from bot.moments.newsroom import Newsroom
from bot.moments.precedents import remember_told, reply_about
from bot.moments.responding import whisper_under
from bot.reply.compose import failure, reading_line
from bot.row import Said
from bot.telling import Telling

Read = Callable[[Onlooker, Begin, Found], Awaitable[Kept]]
"""Raises `AllowanceSpent`, `WebError`, `PageError`, `ReaderError`."""

Fail = Callable[[WebError | PageError | ReaderError], Awaitable[None]]


async def read_and_tell(
    room: Newsroom, task: ReadLinks | ReadText, key: str, telling: Telling, read: Read, begin: Begin, fail: Fail
) -> None:
    """`begin` is awaited before anything that costs, which is counted under `key`; `fail` tells why nothing could be read.

    Raises `ChatError`.
    """

    async def found(article: Article) -> None:
        await tokens.to_read(article)
        telling.stage(reading_line(article, room.words), in_thread=True)  # from now on there will be something to say

    try:
        async with room.turn(task.place, UNREAD), Tokens(room, task, key) as tokens:
            kept = await read(room.growing(telling), begin, found)
            await count_reading(room, kept, tokens)
            reply = await reply_about(room, task, kept)
    except AllowanceSpent as spent:
        if await _stands(room, task, telling, spent):
            await whisper_spent(room, task.place, task.user, spent)
        else:
            await tell_spent(room, telling, task.user, spent)
    except (WebError, PageError, ReaderError) as error:
        if await _stands(room, task, telling, error):
            await _whisper_failure(room, task, key, error)
        else:
            await fail(error)
    else:
        await telling.final(reply, Said(kept.article, kept.reading))
        await remember_told(room, task, kept)


async def _stands(room: Newsroom, task: ReadLinks | ReadText, telling: Telling, error: ClaimsBotError) -> bool:
    """Whether a reading stands there from before somebody tried again: what failed since takes nothing away, and where progress took
    its place it is put back."""
    entry = telling.entry
    mark = Shelfmark(entry.article or "", entry.reading or "")
    kept = await room.library.kept_reading(task.team, mark)
    if kept is not None and not telling.is_done:
        report = as_told(room.desk, *kept, error.code)
        reply = await reply_about(room, task, Kept(report, mark.article, mark.reading))
        await telling.final(reply, Said(mark.article, mark.reading))
    return kept is not None


async def _whisper_failure(room: Newsroom, task: ReadLinks | ReadText, key: str, error: ClaimsBotError) -> None:
    """To whoever tried again, alone, once for each press."""
    user = task.user
    if user is not None:
        note = failure(error, room.words, retry=False)
        await whisper_under(room, Place(task.team, task.channel), f"in-vain:{key}", task.place, user, note)
