"""The queue's order, against a model of it: whatever happens in whatever sequence."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from bot.adapters.jobs.attempt import HANDED_BACK, Policy, Verdict, attempt
from bot.adapters.jobs.deaths import DEADLY
from bot.adapters.jobs.jobrows import Claimed
from bot.adapters.jobs.queue import Queue
from bot.adapters.rows.database import now
from bot.adapters.sqlite.database import SqliteDatabase
from bot.adapters.sqlite.store import upgrade
from bot.intake.task import ReadLinks, SetAside
from bot.ports import Job

FAR = 3600.0


class Row:
    """What the model knows of a job."""

    def __init__(self, number: int, lane: str) -> None:
        self.number = number
        self.lane = lane
        self.id = 0  # known when it was claimed
        self.state = "waiting"
        self.attempts = 0
        self.deaths = 0
        self.alone = 0
        self.late = False


class QueueMachine(RuleBasedStateMachine):
    """Accepts, claims, ends and kills at will; after each claim, queue and model name the same jobs."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        shutil.copy(self.template, self.folder / "q.db")
        self.runner = asyncio.Runner()
        self.database = self.runner.run(self._open())
        self.queue = Queue(self.database)
        self.rows: list[Row] = []
        self.claimed: dict[int, Claimed] = {}

    async def _open(self) -> SqliteDatabase:
        return SqliteDatabase(self.folder / "q.db")

    def teardown(self) -> None:
        self.runner.run(self.database.close())
        self.runner.close()
        shutil.rmtree(self.folder)

    @rule(lane=st.sampled_from("abc"), again=st.booleans())
    def accept(self, lane: str, again: bool) -> None:
        number = len(self.rows) if again or not self.rows else len(self.rows) - 1
        task = ReadLinks(team="T", channel="C", thread=lane, message=str(number), links=())

        new = self.runner.run(self.queue.accept(task))

        assert new == (number == len(self.rows))
        if new:
            self.rows.append(Row(number, lane))

    @rule(most=st.integers(1, 4), later=st.booleans())
    def claim(self, most: int, later: bool) -> None:
        moment = now() + timedelta(seconds=FAR * 2 if later else 0)
        expected = self._runnable(later)[:most]

        claimed = self.runner.run(self.queue.claim(most, moment))

        assert [job.task.message for job in claimed if isinstance(job.task, ReadLinks)] == [
            str(row.number) for row in expected
        ]
        for job, row in zip(claimed, expected, strict=True):
            row.state, row.attempts = "running", row.attempts + 1
            assert (job.attempt, job.deaths) == (row.attempts, row.deaths)
            self.claimed[row.number] = job
            row.id = job.id

    def _runnable(self, later: bool) -> list[Row]:
        found = []
        for row in self.rows:
            lane = [other for other in self.rows if other.lane == row.lane and other.state in ("waiting", "running")]
            first = bool(lane) and lane[0] is row and not any(other.state == "running" for other in lane)
            if first and row.state == "waiting" and (later or not row.late):
                found.append(row)
        return found

    @precondition(lambda self: self.claimed)
    @rule(data=st.data(), end=st.sampled_from(["done", "failed", "again", "free", "back"]))
    def end(self, data: st.DataObject, end: str) -> None:
        row = self.rows[data.draw(st.sampled_from(sorted(self.claimed)))]
        job = self.claimed.pop(row.number)
        late = data.draw(st.booleans())

        seconds = FAR if late and end in ("again", "free") else 0.0
        verdicts = {
            "done": Verdict("done"),
            "failed": Verdict("failed", error="ValueError"),
            "again": Verdict("again", seconds, "Later"),
            "free": Verdict("again", seconds, "Later", counted=False),
            "back": HANDED_BACK,
        }
        assert self.runner.run(self.queue.settle(job, verdicts[end]))
        if end in ("again", "free"):
            row.deaths = 0
        row.alone = 0
        row.late = bool(seconds)
        row.state = end if end in ("done", "failed") else "waiting"
        row.attempts -= end in ("free", "back")

    @rule()
    def die(self) -> None:
        """The process is killed, and the next one takes up what it finds."""
        running = [row for row in self.rows if row.state == "running"]
        deadly = len(running) == 1 and running[0].alone + 1 >= DEADLY
        self.claimed.clear()

        left, aside = self.runner.run(self.queue.take_up())

        assert (len(left), aside is not None) == ((0, True) if deadly else (len(running), False))
        for row in running:
            row.deaths += 1
            row.alone = row.alone + 1 if len(running) == 1 else 0
            row.state = "failed" if deadly else "waiting"
            row.late = False  # it was due when it was taken, whatever clock the test took it by

    @precondition(lambda self: self.rows)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        row = data.draw(st.sampled_from(self.rows))

        revived = self.runner.run(self.queue.retry(row.id))

        assert revived == (row.state == "failed")
        if revived:
            row.state, row.attempts, row.deaths, row.alone, row.late = "waiting", 0, 0, 0, False

    @rule()
    def look(self) -> None:
        states = [row.state for row in self.rows]

        counts = self.runner.run(self.queue.counts())

        assert {state: depth.count for state, depth in counts.items()} == {
            state: states.count(state) for state in set(states)
        }
        assert self.runner.run(self.queue.idle()) == (not {"waiting", "running"} & set(states))


@pytest.mark.slow
def test_the_queue_does_what_its_model_does(tmp_path: Path) -> None:
    """Lanes stay in order, one at a time, with attempts and deaths counted, through any sequence of events."""
    QueueMachine.template = tmp_path / "template.db"
    upgrade(f"sqlite:///{QueueMachine.template}")

    run_state_machine_as_test(
        QueueMachine,
        settings=settings(max_examples=40, stateful_step_count=25, suppress_health_check=list(HealthCheck)),
    )


@pytest.fixture
async def queue(tmp_path: Path) -> AsyncIterator[Queue]:
    """With one job in each of two lanes."""
    upgrade(f"sqlite:///{tmp_path}/q.db")
    database = SqliteDatabase(tmp_path / "q.db")
    queue = Queue(database)
    for lane in "ab":
        await queue.accept(ReadLinks(team="T", channel="C", thread=lane, message=lane, links=()))
    yield queue
    await database.close()


async def test_deaths_in_company_do_not_convict_a_job(queue: Queue) -> None:
    """A machine that goes down twice under two jobs and once under one of them loses neither; three times alone is enough."""
    aside = []
    for most in (2, 2, 1, 1, 1):
        await queue.claim(most, now() + timedelta(seconds=FAR))
        aside.append((await queue.take_up())[1] is not None)

    assert aside == [False, False, False, False, True]


async def test_a_job_that_was_alone_at_a_death_lets_others_go_first(queue: Queue) -> None:
    """A machine that is killed again and again would else meet the same good job each time, and set it aside."""
    order = []
    for _ in range(2):
        [job] = await queue.claim(1, now())
        order.append(job.task.lane)
        await queue.take_up(pauses=(0.0, 60.0))
    [late] = await queue.claim(1, now() + timedelta(seconds=61))

    assert order[1] != order[0]
    assert late.task.lane == order[0]


async def test_deaths_use_up_none_of_a_jobs_attempts(queue: Queue) -> None:
    """After a machine went down under it six times, a failure of its own is still followed by another attempt."""
    for _ in range(6):
        await queue.claim(2, now())
        await queue.take_up()
    job, _ = await queue.claim(2, now())
    seen: list[Job] = []

    async def fails(job: Job) -> None:
        seen.append(job)
        raise ValueError

    verdict = await attempt(job, fails, Policy(), lambda: False)

    assert [each.last for each in seen] == [False]
    assert verdict.end == "again"


async def test_what_is_set_aside_and_who_tells_of_it_are_written_together(tmp_path: Path) -> None:
    """Where the one cannot be written the other is not: the job is taken up again, and told of then."""
    upgrade(f"sqlite:///{tmp_path}/q.db")
    database = SqliteDatabase(tmp_path / "q.db")
    queue = Queue(database)
    await queue.accept(ReadLinks(team="T", channel="C", thread="a", message="a", links=()))
    for _ in range(2):
        await queue.claim(1, now())
        await queue.take_up()
    await queue.claim(1, now())

    with pytest.raises(ZeroDivisionError):
        await queue.take_up(tells=lambda _: 1 // 0)  # type: ignore[arg-type, return-value]
    left, aside = await queue.take_up(
        tells=lambda job: SetAside(team="T", channel="C", original=job.task.key, event=str(job.id))
    )
    told = await queue.claim(1, now())
    await database.close()

    assert not left
    assert aside is not None
    assert [job.task.kind for job in told] == ["set_aside"]
