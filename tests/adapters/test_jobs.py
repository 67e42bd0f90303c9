"""The contract of `Jobs`, on every engine."""

import asyncio

import pytest

from bot.adapters.store import Store, open_store
from bot.intake.task import Ask, RunCommand, Task, TryAgain
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.working import a_task, do, messages, until_idle, working


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
