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
from bot.adapters.sqlite.file import path_of
from bot.adapters.sqlite.store import open_sqlite, upgrade
from bot.errors import LibraryError
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.test_jobs import a_task, do, until_idle, working

ROOT = Path(__file__).parents[2]
MODES = ("journal_mode", "synchronous", "foreign_keys")
HOLD = """
import asyncio, sys
from bot.adapters.store import open_store
async def main():
    async with open_store(sys.argv[1]):
        print("open", flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.sqlite3"


def open_to_others(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mode & 0o077 for file in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


async def opening(path: Path) -> str:
    """The sentence with which the file is refused."""
    with pytest.raises(LibraryError) as caught:
        async with open_sqlite(f"sqlite:///{path}"):
            pass
    return str(caught.value)


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


async def test_a_newer_database_is_refused_untouched(path: Path) -> None:
    """A version that does not know the schema does not touch it."""
    upgrade(f"sqlite:///{path}")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = contents(path.parent)

    sentence = await opening(path)

    assert "newer version" in sentence
    assert "9999" in sentence
    assert contents(path.parent) == before


@pytest.mark.parametrize(
    "content", [b"not a database at all, but long enough", b"short", b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    """A damaged or foreign file stays as it is, and no lock file appears beside it."""
    path.write_bytes(content)

    sentence = asyncio.run(opening(path))

    assert str(path) in sentence
    assert sentence.count("\n") == 0
    assert contents(path.parent) == {path.name: content}


async def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    """Tables that are not ours get none of ours beside them."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    before = contents(path.parent)

    sentence = await opening(path)

    assert "another program" in sentence
    assert contents(path.parent) == before


async def test_a_folder_is_refused(tmp_path: Path) -> None:
    """DATABASE_URL must name a file."""
    sentence = await opening(tmp_path)

    assert "is a folder" in sentence


async def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """A slip in the setting is not met with an empty database somewhere else; nor is a file where the folder should be."""
    (tmp_path / "file").write_text("")

    said = [await opening(tmp_path / name / "claims.sqlite3") for name in ("file", "no")]

    assert said == [f"{tmp_path}/{name} is no folder: make it, or mend DATABASE_URL." for name in ("file", "no")]
    assert not (tmp_path / "no").exists()


async def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """A read-only folder is named in one sentence, for whoever is not root there."""
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)
    try:
        (folder / "probe").write_text("")
    except PermissionError:
        sentence = await opening(folder / "claims.sqlite3")
        assert "cannot be written" in sentence
    else:
        pytest.skip("this user may write everywhere")


async def test_a_full_disk_is_told_at_the_first_start_and_nothing_is_left(path: Path) -> None:
    """Where not a byte can be written, the sentence is about the database and not about the lock, which is gone too."""
    command = ["sh", "-c", 'ulimit -f 0; exec "$@"', "sh", sys.executable, "-c", HOLD, f"sqlite:///{path}"]
    done = await asyncio.to_thread(subprocess.run, command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert f"LibraryError: {path} cannot be written" in done.stderr
    assert "see whether its disk is full" in done.stderr
    assert list(path.parent.iterdir()) == []


async def test_a_new_database_is_for_its_owner_alone(tmp_path: Path) -> None:
    """Articles, questions and tokens of workspaces are nobody else's on the machine."""
    path = tmp_path / "claims.sqlite3"

    async with open_sqlite(f"sqlite:///{path}") as store:
        await store.jobs.accept(a_task("m1"))
        modes = open_to_others(tmp_path)

    assert modes.keys() >= {"claims.sqlite3", "claims.sqlite3-wal"}
    assert not any(mode for name, mode in modes.items() if not name.endswith(".lock"))  # which names a process, no more


@pytest.mark.parametrize("name", ["with space.db", "per%20cent.db", "que?stion#.db", "ümlaut.db"])
async def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """The path is taken as it is written."""
    for _ in range(2):
        async with open_sqlite(f"sqlite:///{tmp_path}/{name}") as store:
            assert await store.jobs.idle()

    assert (tmp_path / name).is_file()


def test_a_url_with_three_slashes_is_relative_and_with_four_absolute(tmp_path: Path) -> None:
    """As everywhere: `sqlite:///x` beside us, `sqlite:////x` from the root."""
    assert path_of("sqlite:///x.db") == Path.cwd() / "x.db"
    assert path_of("sqlite:////x.db") == Path("/x.db")


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
    """The worker tries again and again; the log says why it waits when that begins, and again only after it was over."""

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

    assert [line["event"] for line in lines] == ["the queue waits for its database"] * 2


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
