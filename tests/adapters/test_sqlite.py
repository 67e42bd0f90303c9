"""What only SQLite does: one file, one process, and refusals that change nothing."""

import asyncio
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot.adapters import migrations
from bot.adapters.rows.database import Connection, now
from bot.adapters.sqlite.store import open_sqlite, upgrade
from bot.errors import LibraryError
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.holding import HOLD, ROOT, opening
from tests.adapters.working import a_task, do, until_idle, working

MODES = ("journal_mode", "synchronous", "foreign_keys")


async def test_a_second_process_is_refused_and_told_the_first(path: Path) -> None:
    """The sentence names the process that holds the database; once that is gone, the file opens."""
    url = f"sqlite:///{path}"
    first = await asyncio.create_subprocess_exec(sys.executable, "-c", HOLD, url, cwd=ROOT, stdout=subprocess.PIPE)
    assert first.stdout is not None
    assert await first.stdout.readline() == b"open\n"

    sentence = await opening(path)
    first.kill()
    await first.communicate()

    assert f"in use by process {first.pid}" in sentence
    async with open_sqlite(f"sqlite:///{path}") as store:
        assert await store.jobs.accept(a_task("1"))


async def test_one_lock_stands_for_all_names_of_a_file(path: Path) -> None:
    """Whoever comes by a link is refused as by the name itself, before they take up anybody's jobs."""
    link = path.with_name("link.sqlite3")
    async with open_sqlite(f"sqlite:///{path}"):
        await asyncio.to_thread(link.symlink_to, path)
        assert f"{path} is in use by process" in await opening(link)


async def test_a_second_opening_in_one_process_is_refused(path: Path) -> None:
    """Two workers in one process would run each other's jobs twice."""
    async with open_sqlite(f"sqlite:///{path}"):
        sentence = await opening(path)

    assert "in use by process" in sentence


async def test_without_the_lock_one_may_read_and_accept_but_not_work(path: Path) -> None:
    """Commands beside a running server use the same file."""

    async def run(job: Job) -> None:
        raise AssertionError

    async with open_sqlite(f"sqlite:///{path}"), open_sqlite(f"sqlite:///{path}", lock=False) as second:
        assert await second.jobs.accept(a_task("1"))
        with pytest.raises(LibraryError, match="lock"):
            await second.jobs.work(run, concurrency=1)


async def test_work_runs_once_at_a_time(path: Path) -> None:
    """A second `work` beside the first is an error, not a second worker."""

    async def run(job: Job) -> None: ...

    async with open_sqlite(f"sqlite:///{path}") as store, working(store.jobs, run):
        await asyncio.sleep(0.05)

        with pytest.raises(LibraryError, match="only once"):
            await store.jobs.work(run, concurrency=1)


async def test_a_commit_is_on_disk(path: Path) -> None:
    """Write-ahead log and full synchronisation: what was accepted survives a power cut."""
    async with open_sqlite(f"sqlite:///{path}") as store:

        async def modes(connection: Connection) -> list[object]:
            return [(await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in MODES]

        assert await store.library._database.write(modes) == ["wal", 2, 1]


@pytest.mark.parametrize("ask", ["read", "write"])
async def test_a_long_step_lets_the_others_go_on(ask: str, path: Path) -> None:
    """While one walks through millions of rows, the loop turns and short reads are answered."""
    rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000000) SELECT count(*) FROM n"

    async def count(connection: Connection) -> object:
        return (await connection.execute(text(rows))).scalar()

    async with open_sqlite(f"sqlite:///{path}") as store:
        database = store.library._database
        counting = asyncio.create_task(getattr(database, ask)(count, long=True))
        await asyncio.sleep(0.02)
        assert await store.jobs.idle()

        assert not counting.done()
        assert await counting == 3_000_000


async def test_a_clock_set_back_does_not_delay_a_job(path: Path) -> None:
    """A job that was changed in the future of this clock is due, whenever it was to run."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)

    async with open_sqlite(f"sqlite:///{path}") as store:
        await store.jobs.accept(a_task("1"))
        tomorrow = str((now() + timedelta(days=1)).replace(tzinfo=None))
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE jobs SET run_at = ?, changed_at = ?", (tomorrow, tomorrow))
        connection.close()
        await do(store.jobs, run)

    assert len(seen) == 1


async def test_a_payload_of_another_version_is_set_aside_alone(path: Path) -> None:
    """A row that cannot be read any more fails, and the others are worked on."""
    seen: list[Job] = []

    async def run(job: Job) -> None:
        seen.append(job)

    async with open_sqlite(f"sqlite:///{path}") as store:
        for n in ("1", "2"):
            await store.jobs.accept(a_task(n))
        with sqlite3.connect(path) as connection:
            connection.execute('UPDATE jobs SET payload = \'{"kind": "gone"}\' WHERE id = 1')
        connection.close()
        await do(store.jobs, run)

        assert [job.id for job in seen] == ["2"]
        assert {state: depth.count for state, depth in (await store.jobs.counts()).items()} == {"failed": 1, "done": 1}


async def test_accepting_fails_when_the_database_is_locked_away_and_works_again(path: Path) -> None:
    """Another program that holds the file's write lock makes accepting fail, not hang; after it, all is well."""
    async with open_sqlite(f"sqlite:///{path}") as store:
        thief = sqlite3.connect(path, isolation_level=None)
        thief.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="locked"):
            await store.jobs.accept(a_task("1"))
        thief.rollback()
        thief.close()

        assert await store.jobs.accept(a_task("1"))


async def test_a_database_that_is_away_is_told_of_once(path: Path) -> None:
    """The worker tries again and again; the log says why it waits when that begins, when it is over, and then only anew."""

    async def run(_: Job) -> None:
        await asyncio.sleep(0.3)

    aside = path.with_name("aside.sqlite3")
    async with open_sqlite(f"sqlite:///{path}", policy=QUICK) as store:
        with capture_logs() as lines:
            working = asyncio.create_task(store.jobs.work(run, concurrency=1))
            for message in ("1", "2"):
                await store.jobs.accept(a_task(message))
                await asyncio.sleep(0.1)
                await asyncio.to_thread(path.rename, aside)
                await asyncio.sleep(0.6)
                await asyncio.to_thread(aside.rename, path)
                await until_idle(store.jobs)
            working.cancel()
            await asyncio.wait([working])

    once = ["the queue waits for its database", "the queue has its database again"]
    assert [line["event"] for line in lines] == once * 2


async def test_nothing_is_accepted_into_a_file_that_was_moved_away(path: Path) -> None:
    """It could not be found again after the process; put back, it is worked on as before."""
    async with open_sqlite(f"sqlite:///{path}") as store:
        await store.jobs.accept(a_task("1"))
        aside = path.with_name("aside.sqlite3")
        await asyncio.to_thread(path.rename, aside)
        with pytest.raises(LibraryError, match="was moved or removed"):
            await store.jobs.accept(a_task("2"))
        with pytest.raises(LibraryError, match="was moved or removed"):
            await store.jobs.reach()
        await asyncio.to_thread(aside.rename, path)

        assert await store.jobs.accept(a_task("2"))


async def test_a_write_waits_for_another_process_and_the_loop_does_not(path: Path) -> None:
    """What begins at once elsewhere waits on its thread here, while the loop turns and reads are answered."""
    async with open_sqlite(f"sqlite:///{path}") as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        accepting = asyncio.create_task(store.jobs.accept(a_task("1")))
        await asyncio.sleep(0.1)
        assert await store.jobs.idle()
        assert not accepting.done()
        other.rollback()
        other.close()

        assert await accepting


async def test_work_that_claims_from_a_locked_database_can_be_stopped(path: Path) -> None:
    """The claim that fails while work is being stopped does not keep it going."""

    async def run(job: Job) -> None: ...

    async with open_sqlite(f"sqlite:///{path}") as store, working(store.jobs, run) as worker:
        await asyncio.sleep(0.1)
        thief = sqlite3.connect(path, isolation_level=None)
        thief.execute("BEGIN IMMEDIATE")
        store.jobs._queue.accepted()
        await asyncio.sleep(0.1)
        worker.cancel()
        done, _ = await asyncio.wait([worker], timeout=5)
        thief.rollback()
        thief.close()

        assert done


def test_upgrade_knows_its_own_head(path: Path) -> None:
    """After `db upgrade` the database is at the revision this version works with; a second run changes nothing."""
    upgrade(f"sqlite:///{path}")
    before = path.read_bytes()
    upgrade(f"sqlite:///{path}")

    with sqlite3.connect(path) as connection:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    connection.close()

    assert row == (migrations.head(),)
    assert path.read_bytes() == before
