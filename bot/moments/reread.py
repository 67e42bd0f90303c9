"""Somebody wants an article read again: what changed since goes into the thread."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.article.address import article_key
from bot.article.article import Article
from bot.claims.changes import changes
from bot.claims.reading import Report
from bot.errors import AllowanceSpent, LinkInvalid, PageError, ReaderError, WebError
from bot.flow import Kept, read_anew
from bot.intake.message import Place
from bot.intake.permalink import thread_of
from bot.intake.task import Reread, RunCommand
from bot.moments.allowed import Tokens, take_link, was_read, whisper_spent
from bot.moments.newsroom import Newsroom, host_of, link_key, request_of
from bot.moments.pressed import pressed_once
from bot.moments.responding import led_to, whisper_once
from bot.ports import Entry
from bot.reply.changes import changes_reply
from bot.reply.compose import failure, progress_line, reading_line, say
from bot.reply.dates import moment
from bot.reply.reply import Note, Reply
from bot.row import Said


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What this thread knows of an article: the version that was read last, and when."""

    entry: Entry
    report: Report
    place: Place

    @property
    def read_at(self) -> str:
        return moment(datetime.fromtimestamp(float(self.entry.ts or 0), UTC))


async def reread(room: Newsroom, task: Reread) -> None:
    """*Read again*, chosen under a reading. What is amiss is for whoever chose it."""
    async with pressed_once(room, task, f"reread:{task.reply}") as meant:
        if meant:
            await reread_again(room, task, again="")


async def reread_again(room: Newsroom, task: Reread, *, again: str) -> None:
    """The same, whatever was pressed before. `again` is the press of *Try again* that asked for it, if one did."""
    entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
    earlier = await _earlier(room, task.place, entry.article if entry else None)
    if earlier is None:
        await whisper_once(room, task, "untold", say("purged", room.words), again=again)
        return
    try:
        reply, said = await _look_again(room, task, earlier, again)
    except AllowanceSpent as spent:
        await whisper_spent(room, task.place, task.user, spent)
    except (WebError, PageError, ReaderError) as error:
        note = failure(error, room.words_about(earlier.report.article), retry=False, url=earlier.report.article.address)
        await whisper_once(room, task, "untold", note, again=again)
    else:
        await _tell(room, task, earlier, reply, said, again=again)


def reread_key(task: Reread | RunCommand) -> str:
    """The ledger's key of what is told."""
    return f"reread:{task.event}"


async def reread_command(room: Newsroom, task: RunCommand) -> Note:
    """The same by the link of the article, or of a message in the thread: what the asker alone is told."""
    if not task.links:
        return say("reread_what", room.words)
    earlier = await _last_told(room, task)
    if earlier is None:
        return say("reread_unknown", room.words)
    try:
        reply, said = await _look_again(room, task, earlier)
    except AllowanceSpent as spent:
        return failure(spent, room.words, retry=False)
    except (WebError, PageError, ReaderError) as error:
        return failure(error, room.words, retry=False, url=task.links[0])
    if said is None and isinstance(reply, Note):
        return reply
    ts = await _tell(room, task, earlier, reply, said)
    return led_to(room, "say.reread_told", earlier.place, ts)


async def _last_told(room: Newsroom, task: RunCommand) -> _Earlier | None:
    """In the thread of this channel that the link leads to, or in the last one that knows the article by this address: the same text
    may stand at others."""
    link = task.links[0]
    for thread in await _threads(room, task, link):
        if earlier := await _earlier(room, Place(task.team, task.channel, thread), None, link):
            return earlier
    return None


async def _threads(room: Newsroom, task: RunCommand, link: str) -> Sequence[str]:
    """The latest first."""
    named = thread_of(link)
    if named is not None:
        return [named[1]] if named[0] == task.channel else []
    threads = await room.keeping.threads_about(task.team, task.channel, link_key(link))
    return sorted(threads, key=float, reverse=True)


async def _earlier(room: Newsroom, place: Place, article_id: str | None, link: str = "") -> _Earlier | None:
    """The last version that was told in the thread of the article with this row or link; of the only one, if need be."""
    told = [(entry, Report(article=a, reading=r)) for entry, a, r in await room.library.thread_reports(place)]
    own = next((report for entry, report in told if entry.article == article_id), None)
    wanted = _key(own.article) if own else link_key(link)
    same = [each for each in told if _key(each[1].article) == wanted or each[0].link == wanted]
    if not same and thread_of(link) is not None:
        same = [each for each in told if _key(each[1].article)]
    if not same or not _key(same[-1][1].article):
        return None
    return _Earlier(*same[-1], place)


def _key(article: Article) -> str:
    """The address under which the article is known; pasted text has none and cannot be fetched again."""
    try:
        return article_key(article.canonical_url or article.address or "")
    except LinkInvalid:
        return ""


async def _look_again(
    room: Newsroom, task: Reread | RunCommand, earlier: _Earlier, again: str = ""
) -> tuple[Reply, Said | None]:
    """What there is to tell. Raises `AllowanceSpent`, `WebError`, `PageError`, `ReaderError`."""
    before, now = earlier.report, moment(datetime.now(UTC))
    said = room.words_about(before.article)
    key = f"{task.key}/{again}"
    await take_link(room, task, key)
    await room.chat.status(earlier.place, progress_line(host_of(before.article.address or ""), said))

    async def found(article: Article) -> None:
        await tokens.to_read(article)
        await room.chat.status(earlier.place, reading_line(article, said))

    async with Tokens(room, task, key) as tokens:
        kept = await read_anew(room.desk, room.library, task.team, before.article, found)
        if kept is None:
            return say("unchanged", said, was=earlier.read_at, now=now), None
        await was_read(room, task, kept, tokens)
    return await _changes(room, earlier, kept, now), Said(kept.article, kept.reading)


async def _changes(room: Newsroom, earlier: _Earlier, kept: Kept, now: str) -> Reply:
    found = await asyncio.to_thread(changes, earlier.report, kept.report)
    return changes_reply(
        earlier.report,
        kept.report,
        found,
        room.words_about(kept.report.article),
        was_read=earlier.read_at,
        now_read=now,
        shelfmark=str(kept.shelfmark),
    )


async def _tell(
    room: Newsroom, task: Reread | RunCommand, earlier: _Earlier, reply: Reply, said: Said | None, *, again: str = ""
) -> str | None:
    """Into the thread, once; the ts."""
    request = request_of(task)
    telling = await room.telling(earlier.place, reread_key(task), request, after=earlier.entry.ts or "0")
    if again or not telling.is_done:
        await telling.final(reply, said)
    return telling.entry.ts
