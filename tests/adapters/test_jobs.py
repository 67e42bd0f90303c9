"""The contract of `Jobs`, on every engine."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.adapters.store import Store, open_store
from bot.intake.task import Ask, ReadLinks, RunCommand, Task, TryAgain
from bot.ports import Job, Jobs, Later
from tests.adapters.conftest import QUICK

ROOT = Path(__file__).parents[2]
Run = Callable[[Job], Awaitable[None]]


def a_task(message: str, thread: str = "1.1", team: str = "T1") -> ReadLinks:
    return ReadLinks(team=team, channel="C1", thread=thread, message=message, links=("https://example.test/",))


@asynccontextmanager
async def working(jobs: Jobs, run: Run, concurrency: int = 4) -> AsyncIterator[asyncio.Task[None]]:
    """Work goes on in the background of the block."""
    worker = asyncio.create_task(jobs.work(run, concurrency=concurrency))
    try:
        yield worker
    finally:
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


async def until_idle(jobs: Jobs) -> None:
    async with asyncio.timeout(30):
        while not await jobs.idle():
            await asyncio.sleep(0.005)


async def do(jobs: Jobs, run: Run, *tasks: Task, concurrency: int = 4) -> None:
    """Accept the tasks and work until nothing is left."""
    for task in tasks:
        await jobs.accept(task)
    async with working(jobs, run, concurrency):
        await until_idle(jobs)


def messages(seen: list[Job]) -> list[str]:
    return [job.task.message for job in seen if isinstance(job.task, ReadLinks)]


async def test_a_task_is_accepted_once(store: Store) -> None:
    """A redelivery, whatever else it carries, is told that its key is known."""
    verdicts = [await store.jobs.accept(a_task("1")), await store.jobs.accept(a_task("1", thread="9.9"))]

    assert verdicts == [True, False]


async def test_racing_deliveries_of_one_task_are_accepted_once(store: Store) -> None:
    """Of fifty deliveries at the same moment exactly one is new."""
    verdicts = await asyncio.gather(*(store.jobs.accept(a_task("1")) for _ in range(50)))

    assert sum(verdicts) == 1


async def test_a_finished_task_is_not_accepted_again(store: Store) -> None:
    """Slack may redeliver an hour later."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)

    await do(store.jobs, run, a_task("1"))
    again = await store.jobs.accept(a_task("1"))

    assert not again
    assert len(seen) == 1


@pytest.mark.parametrize(
    "task",
    [
        a_task("1"),
        Ask(team="T1", channel="C1", thread="1.1", user="U1", message="2", question="Who says so? \u202e😀"),
        RunCommand(team="T1", channel="C1", verb="read", response_url="https://slack.test/r", event="e1", user="U1"),
        TryAgain(team="T1", channel="C1", thread="1.1", reply="3", event="e2"),
    ],
    ids=lambda task: task.kind,
)
async def test_every_kind_of_task_comes_back_whole(store: Store, task: Task) -> None:
    """What is run is what was accepted."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)

    await do(store.jobs, run, task)

    assert [(job.task, job.attempt, job.last) for job in seen] == [(task, 1, False)]
    assert seen[0].accepted_at.utcoffset() is not None


async def test_an_idle_worker_starts_at_once(store: Store) -> None:
    """Accepting wakes the worker; nobody waits for a poll."""
    started = asyncio.Event()

    async def run(job: Job) -> None:
        started.set()

    async with working(store.jobs, run):
        await asyncio.sleep(0.1)
        await store.jobs.accept(a_task("1"))
        async with asyncio.timeout(5):  # far less than the pause between two looks
            await started.wait()


async def test_a_lane_is_worked_on_in_order_and_one_at_a_time(store: Store) -> None:
    """Within a thread the replies come in the order of the pastes, though others would be free."""
    seen: list[Job] = []
    at_once: list[int] = []

    async def run(job: Job) -> None:
        at_once.append(len(at_once) + 1 - len(seen))
        await asyncio.sleep(0.005)
        seen.append(job)

    await do(store.jobs, run, *(a_task(str(n)) for n in range(6)))

    assert messages(seen) == ["0", "1", "2", "3", "4", "5"]
    assert max(at_once) == 1


async def test_lanes_run_in_parallel_up_to_the_limit(store: Store) -> None:
    """Six threads, three at once: never more, and never fewer while three wait."""
    now_running = 0
    most = 0

    async def run(job: Job) -> None:
        nonlocal now_running, most
        now_running += 1
        most = max(most, now_running)
        await asyncio.sleep(0.05)
        now_running -= 1

    await do(store.jobs, run, *(a_task(str(n), thread=str(n)) for n in range(6)), concurrency=3)

    assert most == 3


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


async def test_a_cancellation_of_its_own_making_is_a_failed_attempt(store: Store) -> None:
    """A job that is cancelled from inside does not stop the worker."""
    seen: list[int] = []

    async def run(job: Job) -> None:
        seen.append(job.attempt)
        if job.attempt == 1:
            raise asyncio.CancelledError

    await do(store.jobs, run, a_task("1"))

    assert seen == [1, 2]


async def test_stopping_lets_running_jobs_end_within_their_grace(store: Store) -> None:
    """A job that needs a moment more is finished, not run twice; no other is started."""
    seen: list[Job] = []
    started = asyncio.Event()

    async def run(job: Job) -> None:
        started.set()
        await asyncio.sleep(0.1)
        seen.append(job)

    await store.jobs.accept(a_task("1"))
    await store.jobs.accept(a_task("2"))
    async with working(store.jobs, run, concurrency=1):
        await started.wait()

    assert messages(seen) == ["1"]
    await do(store.jobs, run)
    assert messages(seen) == ["1", "2"]


async def test_stopping_hands_back_what_does_not_end(store: Store) -> None:
    """What outlives the grace is another worker's first attempt again."""
    seen: list[int] = []
    started = asyncio.Event()

    async def hang(job: Job) -> None:
        started.set()
        await asyncio.sleep(60)

    async def run(job: Job) -> None:
        seen.append(job.attempt)

    await store.jobs.accept(a_task("1"))
    async with working(store.jobs, hang):
        await started.wait()
    assert not await store.jobs.idle()
    await do(store.jobs, run)

    assert seen == [1]


async def test_cancelling_at_any_moment_loses_nothing(store: Store) -> None:
    """Workers that are stopped again and again, some while they claim, leave every job to the next one."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        await asyncio.sleep(0.001)
        seen.append(job)

    await asyncio.gather(*(store.jobs.accept(a_task(str(n), thread=str(n % 7))) for n in range(40)))
    for n in range(15):
        async with working(store.jobs, run, concurrency=3):
            await asyncio.sleep(0.0015 * n)
    await do(store.jobs, run)

    assert sorted(messages(seen), key=int) == [str(n) for n in range(40)]
    assert all(job.attempt == 1 for job in seen)


async def test_accepting_goes_on_without_a_worker(database_url: str) -> None:
    """What was accepted before a restart is run after it."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)

    async with open_store(database_url, policy=QUICK) as store:
        await store.jobs.accept(a_task("1"))
    async with open_store(database_url, policy=QUICK) as store:
        await do(store.jobs, run)

    assert messages(seen) == ["1"]


async def test_idle_is_nothing_waiting_and_nothing_running(store: Store) -> None:
    """Empty, then waiting, then running, then done."""
    begun, go = asyncio.Event(), asyncio.Event()
    states: list[bool] = []

    async def run(job: Job) -> None:
        begun.set()
        await go.wait()

    states.append(await store.jobs.idle())
    await store.jobs.accept(a_task("1"))
    states.append(await store.jobs.idle())
    async with working(store.jobs, run):
        await begun.wait()
        states.append(await store.jobs.idle())
        go.set()
        await until_idle(store.jobs)

    assert states == [True, False, False]


async def test_workspaces_do_not_share_keys_or_lanes(store: Store) -> None:
    """The same message id in two workspaces is two jobs, and neither waits for the other."""
    together = asyncio.Barrier(2)

    async def run(job: Job) -> None:
        async with asyncio.timeout(30):
            await together.wait()

    verdicts = [await store.jobs.accept(a_task("1", team=team)) for team in ("T1", "T2")]
    async with working(store.jobs, run):
        await until_idle(store.jobs)

    assert verdicts == [True, True]


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


async def test_counts_tell_depth_and_age_by_state(store: Store) -> None:
    """One failed, one done, one waiting, each with the time when it was accepted."""

    async def run(job: Job) -> None:
        if messages([job]) == ["bad"]:
            raise ValueError

    await do(store.jobs, run, a_task("bad", thread="1"), a_task("good", thread="2"))
    await store.jobs.accept(a_task("new"))

    counts = await store.jobs.counts()

    assert {state: depth.count for state, depth in counts.items()} == {"failed": 1, "done": 1, "waiting": 1}
    assert counts["failed"].oldest < counts["done"].oldest < counts["waiting"].oldest


@pytest.mark.slow
async def test_a_clock_that_is_ahead_delays_nothing(database_url: str) -> None:
    """The machine's clock shows an hour more than the database server's: other attempts come after their pause all the same."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.adapters.ahead", database_url, stdout=asyncio.subprocess.PIPE, cwd=ROOT
    )
    told, _ = await process.communicate()

    assert told.decode().strip() == "3"
