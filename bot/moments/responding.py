"""Answering whoever asked through the address that Slack gave for it."""

from typing import Protocol

import structlog

from bot.errors import ChatBusy, ChatRefused
from bot.intake.message import Place
from bot.moments.newsroom import Newsroom
from bot.reply.reply import Reply

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
    """Answer at most once: no trace of such an answer can be looked up."""
    place = Place(task.team, task.channel)
    entry = await room.library.entry(place, f"response:{task.event}:{what}", "")
    if entry.state == "new":
        begun = await room.library.move_first(entry, "posting")
        if begun is None:
            return  # another run of the same job does it
        entry = begun
        try:
            await _respond(room, task, reply, public=public)
        except ChatBusy:
            await room.library.move(entry, "new")  # nothing was accepted
            raise
        await room.library.move(entry, "done")
    elif entry.state == "posting":
        log.warning("response_unsure", team=task.team)


async def _respond(room: Newsroom, task: Asked, reply: Reply, *, public: bool) -> None:
    """Where the address takes no more, in the channel, to them alone."""
    try:
        await room.chat.respond(task.response_url, reply, public=public)
    except ChatRefused:
        if task.user is None:
            raise
        await room.chat.whisper(Place(task.team, task.channel), task.user, reply)
