"""Somebody runs `/claims`: the same list where the command was run."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from bot.errors import AllowanceSpent, ChatRefused, NotAnArticle, PageError, ReaderError, WebError
from bot.flow import Begin, Found, Kept, kept_report, kept_text_report
from bot.grounded import Onlooker
from bot.intake.look import Shelfmark
from bot.intake.message import Place
from bot.intake.task import RunCommand
from bot.intake.triage import PASTED_TEXT_FROM, meant
from bot.moments.allowed import Tokens, take_link, was_read
from bot.moments.beside import answer_alone, answer_under
from bot.moments.export import export_for
from bot.moments.forget import forget
from bot.moments.newsroom import Newsroom, link_key, request_of
from bot.moments.paste import FINAL
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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """One reading of a command: the ledger's name for it, how it is read, its link where it has one, and the press of *Try again*
    that asked for it, if one did."""

    task: RunCommand
    what: str
    read: Read
    link: str | None
    again: str

    @property
    def key(self) -> str:
        """Under which it is counted."""
        return f"{self.task.key}/{self.again}/{self.what}"

    @property
    def alone(self) -> RunCommand:
        """The command that asks for this reading, and for no other."""
        return self.task.model_copy(update={"links": (self.link,) if self.link else (), "left_out": ()})


def button_of(task: RunCommand) -> str:
    """What *Try again* asks for where no row of the ledger knows the message."""
    return task.model_dump_json(include={"verb", "links", "left_out", "argument", "question", "quiet"})


async def run_command(room: Newsroom, task: RunCommand, *, again: str = "") -> None:
    """`again` is the press of *Try again* under one of its lists that asked for that one anew."""
    match task.verb:
        case "text":
            text = partial(kept_text_report, room.desk, room.library, task.team, task.argument)
            await _reading(room, _Wanted(task, "text", text, None, again))
        case "read":
            for link in task.links:
                read = partial(kept_report, room.desk, room.library, task.team, link)
                await _reading(room, _Wanted(task, link_key(link), read, link, again))
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


def command_key(task: RunCommand, what: str) -> str:
    """The ledger's key of what one command posts."""
    return f"command:{task.event}:{what}"


async def _reading(room: Newsroom, wanted: _Wanted) -> None:
    task = wanted.task
    key, request = command_key(task, wanted.what), request_of(wanted.alone)
    async with await room.telling(Place(task.team, task.channel), key, request, after="0") as telling:
        if wanted.again or not telling.is_done:
            await _read_and_tell(room, wanted, telling)
    await answer_under(room, task, telling.entry)


async def _read_and_tell(room: Newsroom, wanted: _Wanted, telling: Telling) -> None:
    """Read, then tell: in the channel where we may post, through `response_url` where not."""
    task = wanted.task
    reply: Reply
    failed, said = False, Said()
    try:
        async with Tokens(room, task, wanted.key) as tokens:
            onlooker = None if task.quiet else room.growing(telling)
            kept = await wanted.read(onlooker, _begin(room, wanted, telling), tokens.to_read)
            await was_read(room, task, kept, tokens)
    except AllowanceSpent as spent:
        # Whoever runs a command is waiting for its answer: one each time, not only once in a window.
        await respond_once(room, task, f"spent{wanted.again}", failure(spent, room.words, retry=False))
        await telling.nothing()
        return
    except (WebError, PageError, ReaderError) as error:
        reply, failed = _failed(room, error, wanted.link), True
    else:
        async with room.turn(Place(task.team, task.channel)):
            reply = await reply_about(room, task, kept)
        said = Said(kept.article, kept.reading)
    if task.quiet or (failed and not await telling.is_shown()):
        await _tell_alone(room, wanted, reply, said)
        await telling.nothing()
    else:
        await _tell_in_channel(room, wanted, telling, reply, said, failed=failed)


def _begin(room: Newsroom, wanted: _Wanted, telling: Telling) -> Begin:
    async def begin() -> None:
        await take_link(room, wanted.task, wanted.key)
        await telling.reopen()

    return begin


async def _tell_in_channel(
    room: Newsroom, wanted: _Wanted, telling: Telling, reply: Reply, said: Said, *, failed: bool
) -> None:
    """Where Slack does not let us post, through `response_url`, with how we are invited."""
    try:
        await telling.final(reply, said, failed=failed)
    except ChatRefused:
        await _tell_alone(room, wanted, reply, said, public=True)
        await respond_once(room, wanted.task, "invite", Note(invite_hint(room.words)))


async def _tell_alone(room: Newsroom, wanted: _Wanted, reply: Reply, said: Said, *, public: bool = False) -> None:
    """Through `response_url`. Slack lets us answer there five times, so of several links no question is answered."""
    task = wanted.task
    await respond_once(room, task, wanted.what, _without_thread(wanted, reply), public=public)
    if len(task.links) == 1:
        await answer_alone(room, task, wanted.what, Shelfmark(said.article or "", said.reading or ""), public=public)


def _without_thread(wanted: _Wanted, reply: Reply) -> Reply:
    """What is answered through `response_url` has no thread to ask in, and no row by which *Try again* finds it."""
    if isinstance(reply, ReadingReply):
        in_words, several = words(reply.language), wanted.task.question and len(wanted.task.links) > 1
        hint = " ".join(in_words(f"hint.{each}") for each in (["alone", "one_link"] if several else ["alone"]))
        return replace(reply, hint=hint, again=button_of(wanted.alone))
    return replace(reply, again=button_of(wanted.alone)) if isinstance(reply, Note) else reply


def _failed(room: Newsroom, error: WebError | PageError | ReaderError, link: str | None) -> Reply:
    """`link` is None for pasted text."""
    if link is None and isinstance(error, NotAnArticle):
        return say("text_no_article", room.words)
    return failure(error, room.words, retry=not isinstance(error, FINAL), url=link)


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
