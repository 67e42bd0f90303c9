"""Attempts of a job, on every engine: how many, when, and what ends them."""

import asyncio
import sys
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from bot.adapters.jobs.attempt import Policy
from bot.adapters.store import Store, open_store
from bot.moments.giving_up import set_aside
from bot.ports import Job, Later
from tests.adapters.conftest import QUICK
from tests.adapters.working import ROOT, Run, a_task, do, messages


async def test_a_failed_attempt_is_followed_by_another_until_the_last(store: Store) -> None:
    """Attempts count from one, the last one knows that it is the last, then the job is kept as failed."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)
        raise ValueError("words of an article")

    with capture_logs() as logs:
        await do(store.jobs, run, a_task("1"))

    assert [(job.attempt, job.last) for job in seen] == [(1, False), (2, False), (3, True)]
    assert {job.id for job in seen} == {seen[0].id}
    assert "words" not in str(logs)
    assert "ValueError" in str(logs)


async def test_a_job_that_waits_for_another_attempt_holds_its_lane(store: Store) -> None:
    """The second paste of a thread is not answered before the first, even when that one failed once."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)
        if messages([job]) == ["1"] and job.attempt == 1:
            raise ValueError

    await do(store.jobs, run, a_task("1"), a_task("2"), a_task("x", thread="other"))

    assert [message for message in messages(seen) if message != "x"] == ["1", "1", "2"]


async def test_a_job_whose_attempts_are_spent_frees_its_lane(store: Store) -> None:
    """A thread is not silent for ever because of one link."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)
        if messages([job]) == ["1"]:
            raise ValueError

    await do(store.jobs, run, a_task("1"), a_task("2"))

    assert messages(seen) == ["1", "1", "1", "2"]


async def test_later_comes_back_after_its_pause_and_counts(store: Store) -> None:
    """A job that says when to try again is tried then, with one attempt less."""
    seen: list[tuple[float, int]] = []

    async def run(job: Job) -> None:
        seen.append((asyncio.get_running_loop().time(), job.attempt))
        if len(seen) == 1:
            raise Later(0.2)

    await do(store.jobs, run, a_task("1"))

    assert [attempt for _, attempt in seen] == [1, 2]
    assert 0.2 <= seen[1][0] - seen[0][0] < 5


async def test_a_free_later_costs_no_attempt(store: Store) -> None:
    """Waiting for a rate limit is nobody's failure."""
    seen: list[int] = []

    async def run(job: Job) -> None:
        seen.append(job.attempt)
        if len(seen) < 6:
            raise Later(0.01, free=True)

    await do(store.jobs, run, a_task("1"))

    assert seen == [1] * 6


async def test_free_pauses_end_when_patience_does(database_url: str) -> None:
    """A job that has waited longer than the policy's patience counts its pauses, so that its lane gets free."""
    seen: list[int] = []

    async def run(job: Job) -> None:
        seen.append(job.attempt)
        raise Later(0.01, free=True)

    async with open_store(database_url, policy=replace(QUICK, patience=0.0)) as store:
        await do(store.jobs, run, a_task("1"))

    assert seen == [1, 2, 3]


async def test_an_attempt_that_hangs_is_ended(database_url: str) -> None:
    """A job that never returns loses its attempt at the deadline and its slot with it."""
    seen: list[int] = []

    async def run(job: Job) -> None:
        seen.append(job.attempt)
        if job.attempt == 1:
            await asyncio.sleep(60)

    async with open_store(database_url, policy=replace(QUICK, deadline=0.05)) as store:
        await do(store.jobs, run, a_task("1"))

    assert seen == [1, 2]


async def hangs(_: Job) -> None:
    await asyncio.sleep(60)


async def waits(_: Job) -> None:
    raise Later(0.01, free=True)


async def is_cancelled(_: Job) -> None:
    raise asyncio.CancelledError


@pytest.mark.parametrize(
    ("last", "policy"),
    [
        (hangs, replace(QUICK, attempts=2, deadline=0.1)),
        (waits, replace(QUICK, attempts=2, patience=0.0)),
        (is_cancelled, replace(QUICK, attempts=2)),
    ],
)
async def test_a_job_that_could_not_tell_of_its_end_is_told_of(database_url: str, last: Run, policy: Policy) -> None:
    """Its last attempt was cut off, or it waited for too long: a task of its own says so, behind it in its lane, once."""
    seen: list[tuple[str, int]] = []

    async def run(job: Job) -> None:
        seen.append((job.task.kind, job.attempt))
        await last(job)

    async with open_store(database_url, policy=policy, set_aside=set_aside) as store:
        await do(store.jobs, run, a_task("1"))

    assert seen == [("read", 1), ("read", 2), ("set_aside", 1), ("set_aside", 2)]


async def test_a_cancellation_of_its_own_making_is_a_failed_attempt(store: Store) -> None:
    """A job that is cancelled from inside does not stop the worker."""
    seen: list[int] = []

    async def run(job: Job) -> None:
        seen.append(job.attempt)
        if job.attempt == 1:
            raise asyncio.CancelledError

    await do(store.jobs, run, a_task("1"))

    assert seen == [1, 2]


async def test_an_operator_can_have_a_failed_job_tried_again(store: Store) -> None:
    """It gets all its attempts again; what did not fail is left alone."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)
        if len(seen) <= 3:
            raise ValueError

    await do(store.jobs, run, a_task("1"))
    retried = await store.jobs.retry(seen[0].id)
    await do(store.jobs, run)

    assert retried
    assert [job.attempt for job in seen] == [1, 2, 3, 1]
    assert [await store.jobs.retry(job_id) for job_id in (seen[0].id, "999", "no such id")] == [False] * 3


async def test_a_retried_job_waits_for_the_one_that_runs_in_its_lane(store: Store) -> None:
    """A job that comes back does not run beside a younger one of its thread."""
    failed: list[Job] = []
    together = 0

    async def fail(job: Job) -> None:
        failed.append(job)
        raise ValueError

    async def run(job: Job) -> None:
        nonlocal together
        together += 1
        if messages([job]) == ["2"]:
            await store.jobs.retry(failed[0].id)
            await asyncio.sleep(0.1)
        assert together == 1
        together -= 1

    await do(store.jobs, fail, a_task("1"))
    await do(store.jobs, run, a_task("2"))

    assert set(await store.jobs.counts()) == {"done"}


@pytest.mark.slow
async def test_a_clock_that_is_ahead_delays_nothing(database_url: str) -> None:
    """The machine's clock shows an hour more than the database server's: other attempts come after their pause all the same."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.adapters.ahead", database_url, stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    told, _ = await process.communicate()

    assert told.decode().strip() == "3"
