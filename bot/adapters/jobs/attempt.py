"""One attempt at a job, and what is to be written about it. The same on every engine."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import structlog

from bot.adapters.jobs.jobrows import Claimed
from bot.adapters.rows.database import now
from bot.intake.task import Task
from bot.ports import Job, Later

log = structlog.get_logger("claims_bot.queue")

Run = Callable[[Job], Awaitable[None]]
SetAside = Callable[[Job], Task]
"""Makes of a job that its processes died of the task that tells of it."""


@dataclass(frozen=True, slots=True)
class Policy:
    """How often and how long. Times in seconds.

    `pauses` between attempts (the last one repeats); `deadline` of one attempt; `grace` that running jobs get
    when work is cancelled; `patience`: free pauses of a job older than this count as attempts, so that its
    lane is not held for ever; `look_again` when nothing woke us; `database_pause` while the database is away.
    Only between machines: `heartbeat` of a worker, and `silence` after which it counts as dead.
    """

    attempts: int = 5
    pauses: Sequence[float] = (1.0, 4.0, 15.0, 60.0)
    deadline: float = 900.0
    grace: float = 20.0
    patience: float = 86_400.0
    look_again: float = 30.0
    database_pause: float = 1.0
    poll: float = 1.0
    heartbeat: float = 5.0
    silence: float = 30.0

    def job(self, claimed: Claimed) -> Job:
        return Job(
            id=str(claimed.id),
            task=claimed.task,
            attempt=claimed.attempt,
            last=claimed.tries >= self.attempts,
            accepted_at=claimed.accepted_at,
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """How an attempt ended; `again` after `seconds`, `counted` as an attempt or not. `error` is a class's name. `untold` where the last
    one was cut off before it could say so."""

    end: Literal["done", "failed", "again"]
    seconds: float = 0.0
    error: str | None = None
    counted: bool = True
    handed_back: bool = False
    untold: bool = False


HANDED_BACK = Verdict("again", counted=False, handed_back=True)


async def attempt(claimed: Claimed, run: Run, policy: Policy, stopping: Callable[[], bool]) -> Verdict:
    """Run it once. Never raises: any failure is a verdict."""
    limit = asyncio.timeout(policy.deadline)
    try:
        async with limit:
            await run(policy.job(claimed))
    except Later as later:
        return _later(claimed, later, policy)
    except asyncio.CancelledError as error:
        return HANDED_BACK if stopping() else _failed(claimed, error, policy, untold=True)
    except Exception as error:  # any failure is another attempt
        return _failed(claimed, error, policy, untold=limit.expired())
    return Verdict("done")


def _failed(claimed: Claimed, error: BaseException, policy: Policy, *, untold: bool) -> Verdict:
    name = type(error).__name__
    log.warning("job failed", job=claimed.id, kind=claimed.task.kind, attempt=claimed.attempt, error=name)
    if claimed.tries >= policy.attempts:
        return Verdict("failed", error=name, untold=untold)
    return Verdict("again", policy.pauses[min(claimed.tries, len(policy.pauses)) - 1], name)


def _later(claimed: Claimed, later: Later, policy: Policy) -> Verdict:
    free = later.free and now() - claimed.accepted_at < timedelta(seconds=policy.patience)
    if not free and claimed.tries >= policy.attempts:
        return Verdict("failed", error="Later", untold=True)
    return Verdict("again", later.seconds, "Later", counted=not free)
