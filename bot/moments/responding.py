"""Answering whoever asked, and nobody else: through the address that Slack gave for it, or in the channel.

No trace of such an answer can be looked up, so it is given at most once: the ledger has a row for it. Where Slack failed in the
middle of one that somebody waits for, they are told that it may be missing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol

import structlog

from bot.errors import ChatRefused, ChatUntaken
from bot.intake.message import Place
from bot.intake.task import Task
from bot.moments.newsroom import Newsroom
from bot.reply.compose import say
from bot.reply.reply import Note, ReadingReply, Reply

log = structlog.get_logger("claims_bot.responding")


class Asked(Protocol):
    """A command, or a press. `response_url` takes five answers in thirty minutes."""

    @property
    def team(self) -> str: ...

    @property
    def channel(self) -> str: ...

    @property
    def user(self) -> str | None: ...

    @property
    def event(self) -> str: ...

    @property
    def response_url(self) -> str: ...


async def respond_once(room: Newsroom, task: Asked, what: str, reply: Reply, *, public: bool = False) -> None:
    """Answer at most once."""
    place, key = Place(task.team, task.channel), f"response:{task.event}:{what}"

    async def unsure() -> None:
        if task.user:
            again = reply.again if isinstance(reply, Note | ReadingReply) else ""
            note = replace(say("unsure", room.words, retry=bool(again)), again=again)
            await whisper_under(room, place, f"unsure:{key}", place, task.user, note)

    await _told_once(room, place, key, lambda: _respond(room, task, reply, public=public), unsure)


async def whisper_once(room: Newsroom, task: Task, what: str, reply: Reply, *, again: str = "") -> None:
    """Tell whoever asked for the task, at most once, where it is about; `again` is the press of *Try again* that asked for it."""
    user = task.user
    if user:
        key = f"whisper:{task.key}/{again}:{what}"
        await whisper_under(room, Place(task.team, task.channel), key, task.place, user, reply)


async def whisper_under(
    room: Newsroom, row: Place, key: str, place: Place, user: str, reply: Reply, *, shared: bool = False
) -> None:
    """Tell them alone at `place`, at most once under this key of the ledger, whose row is at `row`. `shared`: other jobs tell
    it too, and one of them may be about it at this moment."""
    if shared and (await room.library.entry(row, key, "")).state == "posting":
        return
    await _told_once(room, row, key, lambda: _whisper(room, place, user, reply))


async def _nothing() -> None:
    pass


async def _told_once(
    room: Newsroom,
    place: Place,
    key: str,
    tell: Callable[[], Awaitable[None]],
    unsure: Callable[[], Awaitable[None]] = _nothing,
) -> None:
    """Tell under this key of the ledger, unless it was told or may have been, which is `unsure`."""
    entry = await room.library.entry(place, key, "")
    if room.may_be_said(entry):
        log.warning("response_unsure", team=place.team)
        room.metrics.unsure.inc()
        if entry.state == "posting":  # else it is a restored database that does not know
            await unsure()
        await room.library.move_first(entry, "done")
    elif entry.state == "new":
        begun = await room.library.move_first(entry, "posting")
        if begun is None:
            return  # another run of the same job does it
        entry = begun
        try:
            await tell()
        except ChatUntaken:
            await room.library.move(entry, "new")
            raise
        await room.library.move(entry, "done")


async def _respond(room: Newsroom, task: Asked, reply: Reply, *, public: bool) -> None:
    """Where the address takes no more, in the channel, to them alone."""
    try:
        await room.chat.respond(task.response_url, reply, public=public)
    except ChatRefused:
        if task.user is None:
            raise
        await room.chat.whisper(Place(task.team, task.channel), task.user, reply)


async def _whisper(room: Newsroom, place: Place, user: str, reply: Reply) -> None:
    """To them alone, if they and we are still there. Raises `ChatUnavailable`."""
    try:
        await room.chat.whisper(place, user, reply)
    except ChatRefused as refused:  # they, or we, have left the channel
        log.info("whisper_refused", reason=refused.reason)


def led_to(room: Newsroom, key: str, place: Place, ts: str | None) -> Note:
    """The sentence `key` of the catalogue, with a link to the message that it is about where that is known."""
    link = room.chat.permalink(place, ts) if ts else None
    links = ((room.words("say.to_thread"), link),) if link else ()
    return Note(room.words(key), links=links, language=room.words.language)
