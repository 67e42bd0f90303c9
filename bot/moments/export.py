"""Somebody wants a reading as a file: into its thread, or to them alone."""

import asyncio

import structlog

from bot.claims.reading import Report
from bot.errors import AllowanceSpent, ChatRefused, FilesRefused, FileTooLarge, PageError, ReaderError, WebError
from bot.flow import kept_report
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.intake.permalink import thread_of
from bot.intake.task import ExportReading, RunCommand
from bot.moments.allowed import Tokens, take_link, was_read
from bot.moments.newsroom import Newsroom, link_key
from bot.moments.pressed import pressed_once
from bot.moments.responding import respond_once
from bot.reply.compose import failure, heading_of, say
from bot.reply.export import Export, export
from bot.reply.plain import inner
from bot.reply.reply import Note

log = structlog.get_logger("claims_bot.export")


async def export_reading(room: Newsroom, task: ExportReading) -> None:
    """From the menu under a reading. What the file does not tell by being there is told to whoever asked."""
    thread = None if task.private else task.place
    async with pressed_once(room, task, f"{task.form}:{task.shelfmark}") as meant:
        note = meant and await _hand_over(room, task, Shelfmark.of(task.shelfmark), task.form, thread)
        if note:
            await respond_once(room, task, "export", note)


async def export_for(room: Newsroom, task: RunCommand) -> Note:
    """`/claims export`: the last reading of this channel, of a thread of it, or of a link; to whoever asked."""
    if not task.argument:
        return say("export_form", room.words)
    found = await _wanted(room, task)
    if isinstance(found, Note):
        return found
    note = await _hand_over(room, task, found, task.argument, None)
    assert note is not None, "only what is put into a thread needs no word"
    return note


async def _wanted(room: Newsroom, task: RunCommand) -> Shelfmark | Note:
    if not task.links:
        latest = await room.library.recent(task.team, {task.channel}, limit=1)
        return latest[0].shelfmark if latest else say("export_what", room.words)
    link = task.links[0]
    place = thread_of(link)
    if place is None:
        return await _of_link(room, task, link)
    if place[0] != task.channel:
        return say("export_elsewhere", room.words)
    reports = await room.library.thread_reports(Place(task.team, task.channel, place[1]))
    if not reports:
        return say("no_reading", room.words)
    entry = reports[-1][0]
    return Shelfmark(entry.article or "", entry.reading or "")


async def _of_link(room: Newsroom, task: RunCommand, link: str) -> Shelfmark | Note:
    """What is kept of it; read now where it was not read before."""

    key = f"{task.key}/{link_key(link)}"

    async def begin() -> None:
        await take_link(room, task, key)

    try:
        async with Tokens(room, task, key) as tokens:
            kept = await kept_report(room.desk, room.library, task.team, link, None, begin, tokens.to_read)
            await was_read(room, task, kept, tokens)
    except (AllowanceSpent, WebError, PageError, ReaderError) as error:
        return failure(error, room.words, retry=False, url=link)
    return kept.shelfmark


async def _hand_over(
    room: Newsroom, task: ExportReading | RunCommand, shelfmark: Shelfmark, form: str, thread: Place | None
) -> Note | None:
    """Put the file into the thread, or where we may not post there into our direct messages with whoever asked.

    None when it is in the thread, for all to see; else what to tell whoever asked.
    """
    kept = await room.library.kept_reading(task.team, shelfmark)
    if kept is None:
        return say("purged", room.words)
    report = Report(article=kept[0], reading=kept[1])
    made = await asyncio.to_thread(export, report, form, room.words_about(report.article))
    try:
        if thread is not None and await _put_in_thread(room, thread, made, task.event):
            return None
        direct = Place(task.team, await room.files.direct(task.user or ""))
        await _put(room, direct, made, task.event)
    except (FileTooLarge, FilesRefused) as refused:
        return failure(refused, room.words, retry=False)
    return say("export_sent", room.words, title=inner(heading_of(report.article, room.words)))


async def _put_in_thread(room: Newsroom, thread: Place, made: Export, event: str) -> bool:
    """False where we may not: the channel is archived, we were removed, the thread is gone."""
    try:
        await _put(room, thread, made, event)
    except (FileTooLarge, FilesRefused):
        raise
    except ChatRefused as refused:
        log.info("not_in_thread", reason=refused.reason)
        return False
    return True


async def _put(room: Newsroom, place: Place, made: Export, event: str) -> None:
    """Once: the ledger keeps the file's id from the moment there is one, so that a second run can look for it."""
    entry = await room.library.entry(place, f"export:{event}", "")
    if entry.state == "done" or (entry.ts and await room.files.is_shared(place, entry.ts)):
        return
    if not entry.ts and room.may_be_said(entry):
        return  # a backup does not know which file it was
    file = await room.files.upload(made)
    begun = await room.library.move_first(entry, "posting", ts=file)
    if begun is None:
        return  # another run of the same job shares its own
    await room.files.share(place, file, made)
    await room.library.move(entry, "done")
