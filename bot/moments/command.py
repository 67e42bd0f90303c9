"""Somebody runs `/claims`: the same list where the command was run."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial

from bot.errors import AllowanceSpent, ChatRefused, NotAnArticle, PageError, ReaderError, WebError
from bot.flow import Begin, Found, Kept, kept_report, kept_text_report
from bot.grounded import Onlooker
from bot.intake.message import Place
from bot.intake.task import RunCommand
from bot.intake.triage import PASTED_TEXT_FROM, meant
from bot.moments.allowed import Tokens, take_link, was_read
from bot.moments.export import export_for
from bot.moments.forget import forget
from bot.moments.newsroom import Newsroom, link_key, request_of
from bot.moments.precedents import reply_about
from bot.moments.recall import find, lately, source
from bot.moments.reread import reread_command
from bot.moments.responding import respond_once
from bot.reply.catalogue import words
from bot.reply.compose import failure, help_note, invite_hint, left_out_note, recent_note, say
from bot.reply.reply import Note, ReadingReply, Reply
from bot.row import Said
from bot.telling import Telling

Read = Callable[[Onlooker | None, Begin, Found], Awaitable[Kept]]


async def run_command(room: Newsroom, task: RunCommand) -> None:
    match task.verb:
        case "text":
            text = partial(kept_text_report, room.desk, room.library, task.team, task.argument)
            await _reading(room, task, "text", text, None)
        case "read":
            for link in task.links:
                read = partial(kept_report, room.desk, room.library, task.team, link)
                await _reading(room, task, link_key(link), read, link)
            if task.left_out:
                await respond_once(room, task, "left-out", left_out_note(task.left_out, room.words))
        case verb:
            await respond_once(room, task, verb, await ANSWERS[verb](room, task))


async def _help(room: Newsroom, task: RunCommand) -> Reply:
    return help_note(room.words, unknown=bool(task.argument), meant=meant(task.argument))


async def _short(room: Newsroom, task: RunCommand) -> Reply:
    if task.quiet and len(task.argument.split()) < 2:
        return say("quietly_what", room.words)
    return say("text_short", room.words, least=PASTED_TEXT_FROM)


async def _recent(room: Newsroom, task: RunCommand) -> Reply:
    lines = await room.library.recent(task.team, {task.channel})
    return recent_note([lately(room, line) for line in lines], room.words)


def _begin(room: Newsroom, task: RunCommand, what: str) -> Begin:
    async def begin() -> None:
        await take_link(room, task, f"{task.key}/{what}")

    return begin


def command_key(task: RunCommand, what: str) -> str:
    """The ledger's key of what one command posts."""
    return f"command:{task.event}:{what}"


async def _reading(room: Newsroom, task: RunCommand, what: str, read: Read, link: str | None) -> None:
    place = Place(task.team, task.channel)
    async with await room.telling(place, command_key(task, what), request_of(task), after="0") as telling:
        if not telling.is_done:
            await _read_and_tell(room, task, what, read, link, telling)


async def _read_and_tell(
    room: Newsroom, task: RunCommand, what: str, read: Read, link: str | None, telling: Telling
) -> None:
    """Read, then tell: in the channel where we may post, through `response_url` where not."""
    reply: Reply
    failed, said = False, Said()
    try:
        async with Tokens(room, task, f"{task.key}/{what}") as tokens:
            kept = await read(None if task.quiet else room.growing(telling), _begin(room, task, what), tokens.to_read)
            await was_read(room, task, kept, tokens)
    except AllowanceSpent as spent:
        # Whoever runs a command is waiting for its answer: one each time, not only once in a window.
        await respond_once(room, task, "spent", failure(spent, room.words, retry=False))
        await telling.nothing()
        return
    except (WebError, PageError, ReaderError) as error:
        reply, failed = _failed(room, error, link), True
    else:
        async with room.turn(Place(task.team, task.channel)):
            reply = await reply_about(room, task, kept)
        said = Said(kept.article, kept.reading)
    if task.quiet or (failed and not await telling.is_shown()):
        await respond_once(room, task, what, _without_thread(reply))
        await telling.nothing()
    else:
        await _tell_in_channel(room, task, what, telling, reply, said, failed=failed)


async def _tell_in_channel(
    room: Newsroom, task: RunCommand, what: str, telling: Telling, reply: Reply, said: Said, *, failed: bool
) -> None:
    """Where Slack does not let us post, through `response_url`, with how we are invited."""
    try:
        await telling.final(reply, said, failed=failed)
    except ChatRefused:
        # Slack lets us answer through this address five times, so the hint is given once.
        await respond_once(room, task, what, _without_thread(reply), public=True)
        await respond_once(room, task, "invite", Note(invite_hint(room.words)))


def _without_thread(reply: Reply) -> Reply:
    """What is answered through `response_url` has no thread to ask in."""
    return replace(reply, hint=words(reply.language)("hint.alone")) if isinstance(reply, ReadingReply) else reply


def _failed(room: Newsroom, error: WebError | PageError | ReaderError, link: str | None) -> Reply:
    """`link` is None for pasted text."""
    if link is None and isinstance(error, NotAnArticle):
        return say("text_no_article", room.words)
    return failure(error, room.words, retry=False, url=link)


ANSWERS: Mapping[str, Callable[[Newsroom, RunCommand], Awaitable[Reply]]] = {
    "export": export_for,
    "find": find,
    "forget": forget,
    "help": _help,
    "recent": _recent,
    "reread": reread_command,
    "short": _short,
    "source": source,
}
"""What one sentence or a list answers, to whoever asked alone."""
