"""One job: its task done, its end told, its line logged."""

import random
import traceback
from asyncio import CancelledError
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any, Final

import structlog

from bot.errors import ChatRefused, ChatUnavailable, LibraryAway, LibraryError
from bot.intake.heed import heeded
from bot.intake.task import (
    Ask,
    ExportReading,
    ForgetTeam,
    KeepRules,
    ListClaims,
    ReadLinks,
    ReadText,
    Remark,
    Reread,
    RunCommand,
    SetAside,
    ShowHome,
    Task,
    TryAgain,
    Vote,
)
from bot.measured import MeasuredChat
from bot.moments.again import try_again
from bot.moments.beside import answer_beside
from bot.moments.command import run_command
from bot.moments.export import export_reading
from bot.moments.forget import forget_team
from bot.moments.giving_up import give_up, tell_set_aside
from bot.moments.home import show_home
from bot.moments.newsroom import Newsroom
from bot.moments.notice import seen
from bot.moments.paste import read_links
from bot.moments.question import answer
from bot.moments.reread import reread
from bot.moments.rooms import Rooms
from bot.moments.rules import keep_rules
from bot.moments.shortcut import list_claims
from bot.moments.text import read_text
from bot.moments.vote import keep_remark, keep_vote
from bot.ports import Job, Later
from bot.waits import counting_waits

log = structlog.get_logger("claims_bot.job")


NO_ROOM: Final = 10.0
"""Seconds, about, until a workspace that could not be entered is tried again. After the same time always it would be the same
process, which looks for jobs at such moments, that gets it again."""


async def run_job(rooms: Rooms, job: Job) -> None:
    """Raises `Later` when Slack or the database is out of reach, and whatever else deserves another attempt."""
    started, outcome, later = monotonic(), "done", {}
    room = await _entered(rooms, job)
    chat = MeasuredChat(room.chat, room.metrics)
    facts = {"kind": job.task.kind, "attempt": job.attempt, "job": job.id, "event_id": job.task.event}
    with counting_waits() as waits:
        try:
            with room.metrics.traces.job(facts):
                outcome = await _attempt(room, chat, job)
                await chat.rest()
        except BaseException as error:
            outcome = _ended_by(error)
            later = {"again_in": round(error.seconds, 3)} if isinstance(error, Later) else {}
            raise
        finally:
            waited = {"slack_refused": waits.refused, "slack_waited": round(waits.seconds, 3)}
            _note(room, job, outcome, chat.said, monotonic() - started, waited | later)


async def _entered(rooms: Rooms, job: Job) -> Newsroom:
    """Nobody could be told there, and the job is not to blame: its token may be sealed with a key that so far only others have."""
    try:
        return await rooms.of(job.task.team)
    except (LibraryError, ChatUnavailable) as error:
        log.warning("no_room", job=job.id, event_id=job.task.event, kind=job.task.kind, reason=str(error))
        raise Later(NO_ROOM * random.uniform(0.5, 1.5), free=True) from None  # noqa: S311  chance is no secret


async def _attempt(room: Newsroom, chat: MeasuredChat, job: Job) -> str:
    """`done`, or why nobody is left to tell: Slack's code where the channel is gone, or we are, and `forgotten` where all that is
    kept of the workspace is being deleted, under our hands."""
    try:
        return await _do_or_give_up(room, chat, job)
    except ChatRefused as error:
        log.warning("nobody_to_tell", job=job.id, event_id=job.task.event, kind=job.task.kind, reason=error.reason)
        return error.reason
    except ChatUnavailable as error:
        raise Later(room.patience.pause(job.id, error.retry_after), free=True) from None
    except LibraryAway as error:
        log.warning("database_away", job=job.id, event_id=job.task.event, kind=job.task.kind, reason=str(error))
        raise Later(room.patience.pause(job.id, 0.0), free=True) from None


async def _do_or_give_up(room: Newsroom, chat: MeasuredChat, job: Job) -> str:
    there = replace(room, chat=chat, in_doubt=job.task.restored)
    try:
        there = await there.in_channel(job.task.team, job.task.channel)
        if seen(job.task, there):
            chat.waiting.add(job.task.place)
        await WORK[type(job.task)](there, job.task)
    except (ChatRefused, ChatUnavailable, LibraryAway, Later):
        raise
    except Exception as error:
        if await _is_let_go(room, job.task):
            return "forgotten"
        reason = {"reason": str(error)} if isinstance(error, LibraryError) else {}
        name, where = type(error).__name__, _where(error)
        log.warning("attempt_failed", job=job.id, event_id=job.task.event, error=name, where=where, **reason)
        if job.last:
            await give_up(there, job.task, error)
        raise
    return "done"


async def _is_let_go(room: Newsroom, task: Task) -> bool:
    with suppress(LibraryError):
        return not isinstance(task, ForgetTeam) and await room.keeping.is_leaving(task.team)
    return False


def _ended_by(error: BaseException) -> str:
    if isinstance(error, Later):
        return "later"
    return "handed_back" if isinstance(error, CancelledError) else type(error).__name__


def _note(
    room: Newsroom, job: Job, outcome: str, replies: Sequence[str], seconds: float, waited: Mapping[str, float]
) -> None:
    """Count the attempt and log its one line; `event_id` and the replies' marks tie it to what Slack shows."""
    if outcome != "later":
        room.patience.over(job.id)
    since_accepted = (datetime.now(UTC) - job.accepted_at).total_seconds()
    room.metrics.attempts.labels(job.task.kind, kind_of_end(outcome)).inc()
    if outcome == "done":
        room.metrics.job.labels(job.task.kind).observe(max(0.0, since_accepted))
    log.info(
        "job",
        job=job.id,
        event_id=job.task.event,
        kind=job.task.kind,
        attempt=job.attempt,
        outcome=outcome,
        replies=replies,
        seconds=round(seconds, 3),
        since_accepted=round(since_accepted, 3),
        **waited,
    )


def kind_of_end(outcome: str) -> str:
    """`done`, `later`, `handed_back`, `refused` with one of Slack's codes, or `failed` with the name of an error."""
    if outcome in ("done", "later", "handed_back"):
        return outcome
    return "refused" if outcome.islower() else "failed"


async def _read(room: Newsroom, task: ReadLinks) -> None:
    if (wanted := heeded(task, room.rules)) is not None:
        await read_links(room, wanted)
        await answer_beside(room, wanted)


WORK: Final[Mapping[type[Any], Callable[[Newsroom, Any], Awaitable[None]]]] = {
    Ask: answer,
    ExportReading: export_reading,
    ForgetTeam: forget_team,
    KeepRules: keep_rules,
    ListClaims: list_claims,
    ReadLinks: _read,
    ReadText: read_text,
    Remark: keep_remark,
    Reread: reread,
    RunCommand: run_command,
    SetAside: tell_set_aside,
    ShowHome: show_home,
    TryAgain: try_again,
    Vote: keep_vote,
}
"""What each kind of task has done for it."""


def _where(error: BaseException) -> list[str]:
    """Files and lines the error came through, without its message: that may hold text of an article."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames[-6:]]
