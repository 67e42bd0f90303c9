"""Somebody sends the whole text of an article directly: its claims go under it, as under a link."""

from functools import partial

from bot.errors import NotAnArticle, PageError, ReaderError, WebError
from bot.flow import kept_text_report
from bot.intake.task import ReadText
from bot.moments.allowed import take_link
from bot.moments.listing import read_and_tell
from bot.moments.newsroom import Newsroom, request_of
from bot.moments.precedents import remember_again
from bot.reply.compose import failure, say
from bot.telling import Telling


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
    key = f"{task.key}/{again}/text"

    async def begin() -> None:
        await take_link(room, task, key)
        await telling.reopen()

    async def fail(error: WebError | PageError | ReaderError) -> None:
        plain = isinstance(error, NotAnArticle)
        note = say("text_no_article", room.words) if plain else failure(error, room.words, retry=True)
        await telling.final(note, failed=True)

    read = partial(kept_text_report, room.desk, room.library, task.team, task.text)
    await read_and_tell(room, task, key, telling, read, begin, fail)
