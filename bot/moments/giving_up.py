"""What was asked cannot be done: one plain sentence where the reply would have been, with *Try again*."""

from dataclasses import replace

from bot.errors import ClaimsBotError
from bot.intake.message import Place
from bot.intake.task import (
    TASK,
    Ask,
    ExportReading,
    KeepRules,
    ListClaims,
    ReadLinks,
    ReadText,
    Reread,
    RunCommand,
    SetAside,
    Task,
    TryAgain,
)
from bot.moments.command import button_of, command_key
from bot.moments.newsroom import Newsroom, link_key, request_of
from bot.moments.paste import request_for
from bot.moments.question import question_key
from bot.moments.reread import reread_key
from bot.moments.responding import respond_once, whisper_once
from bot.moments.text import text_key
from bot.ports import Job
from bot.reply.compose import failure


async def give_up(room: Newsroom, task: Task, error: Exception) -> None:
    """The attempts are spent. What was said already stays; votes and our own removal are nobody's loss."""
    known = error if isinstance(error, ClaimsBotError) else ClaimsBotError()
    if isinstance(task, RunCommand):
        await _fail_command(room, task, known)
        return
    if isinstance(task, ExportReading | ListClaims):
        await respond_once(room, task, "failed", failure(known, room.words, retry=False))
        return
    if isinstance(task, KeepRules):
        await whisper_once(room, task, "failed", failure(known, room.words, retry=False))
        return
    note = failure(known, room.words, retry=True)
    for key, request in await _unsaid(room, task):
        telling = await room.telling(task.place, key, request, after="0")
        if not telling.is_done:
            await telling.final(note, failed=True)


def set_aside(job: Job) -> SetAside:
    """The task that tells of a job whose process died of it, or that was cut off: a task of its own, so that it is told whatever
    happens."""
    task = job.task
    return SetAside(
        team=task.team,
        channel=task.channel,
        thread=task.thread,
        user=task.user,
        original=TASK.dump_json(task).decode(),
        event=f"{job.id}/{job.attempt}",
    )


async def tell_set_aside(room: Newsroom, task: SetAside) -> None:
    await give_up(room, TASK.validate_json(task.original), ClaimsBotError())


async def _fail_command(room: Newsroom, task: RunCommand, error: ClaimsBotError) -> None:
    """A list that has begun to grow is replaced; else the asker is told."""
    note = failure(error, room.words, retry=True)
    for what in [link_key(link) for link in task.links] or ["text"]:
        entry = await room.library.entry(Place(task.team, task.channel), command_key(task, what), request_of(task))
        if entry.state == "posted":
            telling = await room.telling(entry.place, entry.link, entry.request, after="0")
            await telling.final(note, failed=True)
            return
    await respond_once(room, task, "failed", replace(note, again=button_of(task)))


async def _unsaid(room: Newsroom, task: Task) -> list[tuple[str, str]]:
    """The ledger's keys of what this task was to say in a thread, with what *Try again* repeats."""
    match task:
        case ReadLinks():
            return [(link_key(link), request_for(task, link)) for link in task.links]
        case ReadText():
            return [(text_key(task), request_of(task))]
        case Ask() if task.mentioned or await room.library.thread_reports(task.place):
            return [(question_key(task), request_of(task))]
        case Reread():
            return [(reread_key(task), request_of(task))]
        case TryAgain():
            entry = await room.library.entry_by_ts(task.team, task.channel, task.reply)
            return [(entry.link, entry.request)] if entry and entry.request else []
        case _:
            return []
