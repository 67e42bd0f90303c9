"""Somebody chooses *List claims* in the menu of a message: its links are read into its thread."""

import structlog

from bot.errors import ChatRefused
from bot.intake.task import ListClaims, ReadLinks, RunCommand
from bot.moments.command import run_command
from bot.moments.newsroom import Newsroom, link_key
from bot.moments.paste import already_there, read_links, request_for
from bot.moments.responding import respond_once
from bot.ports import Entry
from bot.reply.compose import invite_hint, say
from bot.reply.reply import Note

log = structlog.get_logger("claims_bot.shortcut")


async def list_claims(room: Newsroom, task: ListClaims) -> None:
    """Where we may not post, whoever chose it gets the list alone, with a hint to invite us."""
    if not task.links:
        await respond_once(room, task, "no-link", say("no_link_here", room.words))
        return
    entries = [await _entry(room, task, link) for link in task.links]
    if all(each.state == "done" and each.ts is not None for each in entries):
        await respond_once(room, task, "already", already_there(room, entries[0]))
        return
    try:
        await read_links(room, _asked(task))
    except ChatRefused as refused:
        log.info("not_in_thread", reason=refused.reason)
        await run_command(room, _quietly(task))
        await respond_once(room, task, "invite", Note(invite_hint(room.words)))


async def _entry(room: Newsroom, task: ListClaims, link: str) -> Entry:
    return await room.library.entry(task.place, link_key(link), request_for(_asked(task), link))


def _asked(task: ListClaims) -> ReadLinks:
    return ReadLinks(**task.origin, links=task.links, left_out=task.left_out, asked=True)


def _quietly(task: ListClaims) -> RunCommand:
    return RunCommand(
        team=task.team,
        channel=task.channel,
        user=task.user,
        event=task.event,
        verb="read",
        links=task.links,
        left_out=task.left_out,
        quiet=True,
        response_url=task.response_url,
    )
