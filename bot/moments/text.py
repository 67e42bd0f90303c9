"""Somebody sends the whole text of an article directly: its claims go under it, as under a link."""

from bot.article.article import Article
from bot.courtesy import UNREAD
from bot.errors import AllowanceSpent, NotAnArticle, PageError, ReaderError
from bot.flow import kept_text_report
from bot.intake.task import ReadText
from bot.moments.allowed import count_reading, take_link, tell_spent
from bot.moments.newsroom import Newsroom, request_of
from bot.moments.precedents import remember_again, remember_told, reply_about
from bot.reply.compose import failure, reading_line, say
from bot.telling import Said, Telling


async def read_text(room: Newsroom, task: ReadText, *, again: str = "") -> None:
    """`again` is the press of *Try again* that asked for it."""
    request = request_of(task)
    async with await room.telling(task.place, text_key(task), request, after=task.message) as telling:
        if telling.is_done and not again:
            await remember_again(room, telling.entry)
        else:
            await _read(room, task, telling, again)


def text_key(task: ReadText) -> str:
    """The ledger's key of what is told of it."""
    return f"text:{task.message}"


async def _read(room: Newsroom, task: ReadText, telling: Telling, again: str) -> None:
    async def begin() -> None:
        await take_link(room, task, f"{task.key}/{again}/text")
        await telling.reopen()

    async def found(article: Article) -> None:
        telling.stage(reading_line(article, room.words), in_thread=True)

    growing = room.growing(telling)
    try:
        async with room.turn(task.place, UNREAD):
            kept = await kept_text_report(room.desk, room.library, task.team, task.text, growing, begin, found)
            await count_reading(room, task, kept)
            reply = await reply_about(room, task, kept)
    except AllowanceSpent as spent:
        await telling.nothing(failed=True)
        await tell_spent(room, task.place, task.user, spent)
    except NotAnArticle:
        await telling.final(say("text_no_article", room.words), failed=True)
    except (PageError, ReaderError) as error:
        await telling.final(failure(error, room.words, retry=True), failed=True)
    else:
        await telling.final(reply, Said(kept.article, kept.reading))
        await remember_told(room, task, kept)
