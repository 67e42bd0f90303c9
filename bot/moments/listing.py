"""A list of claims under the message that brought what is read: read in its turn, then told."""

from collections.abc import Awaitable, Callable

from bot.article.article import Article
from bot.courtesy import UNREAD
from bot.errors import AllowanceSpent, PageError, ReaderError, WebError
from bot.flow import Begin, Found, Kept
from bot.grounded import Onlooker
from bot.intake.task import ReadLinks, ReadText
from bot.moments.allowed import Tokens, count_reading, tell_spent
from bot.moments.newsroom import Newsroom
from bot.moments.precedents import remember_told, reply_about
from bot.reply.compose import reading_line
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
        # Now we know that there will be something to say.
        telling.stage(reading_line(article, room.words), in_thread=True)

    try:
        async with room.turn(task.place, UNREAD), Tokens(room, task, key) as tokens:
            kept = await read(room.growing(telling), begin, found)
            await count_reading(room, kept, tokens)
            reply = await reply_about(room, task, kept)
    except AllowanceSpent as spent:
        await tell_spent(room, telling, task.user, spent)
    except (WebError, PageError, ReaderError) as error:
        await fail(error)
    else:
        await telling.final(reply, Said(kept.article, kept.reading))
        await remember_told(room, task, kept)
