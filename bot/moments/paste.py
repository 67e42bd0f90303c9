"""A link is pasted: its claims go into the thread."""

from functools import partial

from bot.errors import (
    AddressRefused,
    ChatError,
    ClaimsBotError,
    FileEmpty,
    FileGone,
    LanguageUnread,
    LinkInvalid,
    NotAnArticle,
    NotReadable,
    PageError,
    PdfBroken,
    PdfLocked,
    PdfScanned,
    ReaderError,
    ReaderOverlong,
    SignInPage,
    TooLong,
    WebError,
)
from bot.flow import kept_report
from bot.intake.task import TASK, ReadLinks
from bot.moments.allowed import take_link
from bot.moments.listing import read_and_tell
from bot.moments.newsroom import Newsroom, host_of, link_key, request_of
from bot.moments.precedents import remember_again
from bot.moments.responding import led_to, whisper_once
from bot.ports import Entry
from bot.reply.compose import failure, left_out_note, progress_line
from bot.reply.reply import Note
from bot.telling import Telling

NO_ARTICLE = (NotAnArticle, NotReadable, SignInPage, TooLong)
"""Plainly no article: silence, unless somebody asked us."""

FINAL = (
    *NO_ARTICLE,
    AddressRefused,
    FileEmpty,
    FileGone,
    LanguageUnread,
    LinkInvalid,
    PdfBroken,
    PdfLocked,
    PdfScanned,
    ReaderOverlong,
)
"""Failures that trying again does not mend."""


async def read_links(room: Newsroom, task: ReadLinks, *, again: str = "") -> None:
    """Read each link in order; name those that were too many. `again` is the press of *Try again* that asked for it."""
    broken: Exception | None = None
    for link in task.links:
        try:
            await _read_link(room, task, link, again=again)
        except ChatError:
            raise
        except Exception as error:  # one article that breaks us must not take its neighbours with it
            broken = broken or error
    if broken is not None:
        raise broken
    if task.left_out:
        request = request_of(task, links=())
        telling = await room.telling(task.place, f"left-out:{task.message}", request, after=task.message)
        if not telling.is_done:
            await telling.final(left_out_note(task.left_out, room.words))


def request_for(task: ReadLinks, link: str) -> str:
    """What *Try again* repeats: this one link, asked for."""
    return request_of(task, links=(link,), left_out=(), asked=True)


async def _read_link(room: Newsroom, task: ReadLinks, link: str, *, again: str) -> None:
    async with await room.telling(task.place, link_key(link), request_for(task, link), after=task.message) as telling:
        if telling.is_done and not again and not _asked_anew(task, telling):
            await _say_it_is_there(room, task, telling)
            await remember_again(room, telling.entry)
        else:
            await _read_anew(room, task, link, telling, again)


async def _read_anew(room: Newsroom, task: ReadLinks, link: str, telling: Telling, again: str) -> None:
    key = f"{task.key}/{again}/{link_key(link)}"

    async def begin() -> None:
        await take_link(room, task, key)
        await telling.reopen()
        telling.stage(progress_line(host_of(link), room.words), in_thread=task.asked)  # unasked we may stay silent

    async def fail(error: WebError | PageError | ReaderError) -> None:
        await _tell_failure(room, telling, error, link, asked=task.asked)

    read = partial(kept_report, room.desk, room.library, task.team, link)
    await read_and_tell(room, task, key, telling, read, begin, fail)


async def _say_it_is_there(room: Newsroom, task: ReadLinks, telling: Telling) -> None:
    """To whoever asked for it again in a later message; the list stands in this thread already."""
    before = TASK.validate_json(telling.entry.request) if telling.entry.request else None
    if task.asked and not (isinstance(before, ReadLinks) and before.message == task.message):
        await whisper_once(room, task, "already", already_there(room, telling.entry))


def already_there(room: Newsroom, entry: Entry) -> Note:
    """With a link to where it stands."""
    return led_to(room, "say.already", entry.place, entry.ts)


def _asked_anew(task: ReadLinks, telling: Telling) -> bool:
    """A failure that somebody pastes again, or a page we were silent about and are now asked about."""
    return telling.entry.state == "failed" or (task.asked and telling.entry.ts is None)


async def _tell_failure(room: Newsroom, telling: Telling, error: ClaimsBotError, link: str, *, asked: bool) -> None:
    if isinstance(error, NO_ARTICLE) and not asked and not await telling.is_shown():
        await telling.nothing()
        return
    await telling.final(failure(error, room.words, retry=not isinstance(error, FINAL), url=link), failed=True)
