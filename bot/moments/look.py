"""Somebody wants to see something now: a window opens, or changes, with what is stored. No model, no waiting."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

import structlog

from bot.claims.reading import Report
from bot.errors import ChatError, ChatRefused, ChatUnavailable, LibraryError
from bot.intake.look import Look, LookAtClaims, LookAtRules, ReportMistake, SeeItBegin, Shelfmark
from bot.intake.message import Place
from bot.moments.newsroom import Newsroom
from bot.moments.rules import rules_of
from bot.reply.allclaims import claims_sheet, note_sheet
from bot.reply.compose import say, sentence
from bot.reply.mistakes import mistake_sheet
from bot.reply.rules import RulesSheet
from bot.reply.sheet import Again, Sheet

log = structlog.get_logger("claims_bot.look")

Show = Callable[[Look], Awaitable[None]]


class AtOnce:
    """Shows each look beside the delivery's ack. Looks at one window follow each other, so that the last one stays."""

    def __init__(self, show: Show) -> None:
        self._show = show
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._count = 0

    def __call__(self, look: Look) -> None:
        self._count += 1
        key = look.view or f"new/{self._count}"
        task = asyncio.create_task(self._after(self._under_way.get(key), look))
        self._under_way[key] = task
        task.add_done_callback(lambda done: self._over(key, done))

    async def _after(self, before: asyncio.Task[None] | None, look: Look) -> None:
        if before is not None:
            await asyncio.wait([before])
        await self._show(look)

    def _over(self, key: str, task: asyncio.Task[None]) -> None:
        if self._under_way.get(key) is task:
            del self._under_way[key]


async def show(room: Newsroom, look: Look) -> None:
    """Show it; where Slack's time has run out, say so to whoever looked. Raises nothing."""
    started = monotonic()
    outcome = "shown"
    room = await _there(room, look)
    try:
        sheet = await _sheet(room, look)
        if look.view and not isinstance(sheet, RulesSheet):
            await room.windows.change(look.view, sheet)
        else:
            await room.windows.open(look.trigger, sheet)
    except ChatRefused as refused:
        outcome = refused.reason
        await _too_late(room, look)
    except ChatUnavailable:
        outcome = "unavailable"
        await _too_late(room, look)
    except Exception as error:
        outcome = type(error).__name__
    log.info("look", kind=type(look).__name__, outcome=outcome, seconds=round(monotonic() - started, 3))


async def _there(room: Newsroom, look: Look) -> Newsroom:
    """As the members of the channel want it; what cannot be looked up is told by what comes after."""
    try:
        return await room.in_channel(look.team, look.channel)
    except LibraryError:
        return room


async def _sheet(room: Newsroom, look: Look) -> Sheet | RulesSheet:
    try:
        match look:
            case LookAtRules():
                return await rules_of(room, look)
            case LookAtClaims():
                return await _all_claims(room, look)
            case ReportMistake():
                return await _mistake(room, look)
            case SeeItBegin():
                return note_sheet(room.words("say.begun_again"), room.words)
            case _:
                raise AssertionError(f"nobody shows {type(look).__name__}")
    except LibraryError as error:
        return note_sheet(sentence(error, room.words), room.words)


async def _all_claims(room: Newsroom, look: LookAtClaims) -> Sheet:
    kept = await room.library.kept_reading(look.team, look.shelfmark)
    if kept is None:
        return _gone(room, look)
    article, reading = kept
    report = Report(article=article, reading=reading)
    # A long list takes a moment to lay out, and others wait for their acks.
    words = room.words_about(article)
    return await asyncio.to_thread(claims_sheet, report, str(look.shelfmark), look.narrowed, look.page, words)


def _gone(room: Newsroom, look: LookAtClaims) -> Sheet:
    """It was kept for its time, or was read after the backup that my records are from: where its link is known, it can be read."""
    if not (look.link and look.thread and look.channel):
        return note_sheet(room.words("say.purged"), room.words)
    again = Again(look.channel, look.thread, look.link)
    return note_sheet(room.words("say.purged_here"), room.words, again)


async def _mistake(room: Newsroom, look: ReportMistake) -> Sheet:
    """The form, for a reply that is kept; the claims of a list are offered to choose from, those of an answer are not."""
    entry = await room.library.entry_by_ts(look.team, look.channel, look.reply)
    if entry is None or entry.article is None or entry.reading is None:
        return note_sheet(room.words("say.not_kept"), room.words)
    kept = await room.library.kept_reading(look.team, Shelfmark(entry.article, entry.reading))
    listed = kept[1] if kept and not entry.is_answer else None
    return mistake_sheet(look.channel, look.reply, listed, room.words_about(kept[0]) if kept else room.words)


async def _too_late(room: Newsroom, look: Look) -> None:
    """To them alone, where they pressed; in an open window they see that nothing has changed."""
    note = say("too_late", room.words)
    try:
        if look.response_url:
            await room.chat.respond(look.response_url, note, public=False)
        elif look.channel:
            await room.chat.whisper(Place(look.team, look.channel), look.user, note)
    except ChatError as error:
        log.info("too_late_untold", error=type(error).__name__)
