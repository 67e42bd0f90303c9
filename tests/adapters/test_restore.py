"""Restoring, on real databases: the backup's rows or what was there before, and nothing between."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.adapters.backup import back_up, restore
from bot.adapters.migrations import head
from bot.adapters.store import is_sqlite, open_store
from bot.errors import LibraryError
from tests.adapters.backups import ROOT, accept, rows
from tests.adapters.working import a_task
from tests.engines import a_postgres_database

pytestmark = pytest.mark.usefixtures("client_programs")

KILLED = """
import os, sys
from pathlib import Path
from bot.adapters.backup import restore
left = int(sys.argv[3])
def hook(event, arguments):
    global left
    if event in ("os.rename", "os.link", "os.remove"):
        if left == 0:
            os._exit(9)
        left -= 1
sys.addaudithook(hook)
restore(sys.argv[1], Path(sys.argv[2]), sqlite=True)
"""


@pytest.fixture
def url(new_database_url: str) -> str:
    """A database of each engine."""
    return new_database_url


def killed_restore(url: str, file: Path, step: int) -> int:
    """A restore in a process that ends before its `step`th change of a name; its exit code."""
    return subprocess.run([sys.executable, "-c", KILLED, url, str(file), str(step)], cwd=ROOT, check=False).returncode


async def test_a_backup_changed_inside_a_value_is_refused(url: str, tmp_path: Path) -> None:
    """A database would not notice another letter in a text; the checksum does, and nothing is changed."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    whole = kept.read_bytes()
    middle = whole.index(b"thread") if is_sqlite(url) else len(whole) // 2
    kept.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    await accept(url, "2")

    with pytest.raises(LibraryError, match=r"damaged \(its checksum does not agree"):
        restore(url, kept, sqlite=is_sqlite(url))

    assert await accept(url, "1", "2") == [False, False]


async def test_a_backup_without_a_checksum_is_restored_and_said_so(url: str, tmp_path: Path) -> None:
    """Older versions wrote none; with one the rows are the same, and it is told that it agreed."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    signed = restore(url, kept, sqlite=is_sqlite(url))
    kept.write_bytes(kept.read_bytes().rpartition(b"\nclaims-bot backup")[0])

    unsigned = restore(url, kept, sqlite=is_sqlite(url))

    assert (signed.checked, unsigned.checked) == (True, False)
    assert await accept(url, "1") == [False]


async def test_a_restored_database_ends_where_the_checksum_began(tmp_path: Path) -> None:
    """The line of the backup is not part of the database; SQLite itself opens the backup with it."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)

    restore(url, tmp_path / "kept", sqlite=True)

    assert b"SHA-256" not in (tmp_path / "claims.sqlite3").read_bytes()
    with closing(sqlite3.connect(tmp_path / "kept")) as kept:
        assert kept.execute("SELECT count(*) FROM jobs").fetchone() == (1,)


async def test_a_restore_of_something_else_changes_nothing(url: str, tmp_path: Path) -> None:
    """A file that is no backup of this engine is refused, and the rows are still there."""
    await accept(url, "1")
    other = tmp_path / "other"
    other.write_bytes(b"not a backup at all, but long enough to look at")

    with pytest.raises(LibraryError):
        restore(url, other, sqlite=is_sqlite(url))

    assert await accept(url, "1") == [False]


async def test_a_cut_backup_changes_nothing(url: str, tmp_path: Path) -> None:
    """Half of a file, or one whose last bytes are missing, is refused before anything is written, in a sentence that helps."""
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
    whole = (tmp_path / "kept").read_bytes()
    await accept(url, "2")
    said = []
    for size in (len(whole) // 2, len(whole) - 10):
        (tmp_path / "cut").write_bytes(whole[:size])
        with pytest.raises(LibraryError) as caught:
            restore(url, tmp_path / "cut", sqlite=is_sqlite(url))
        said.append(str(caught.value))

    assert all("cut is cut off or damaged (" in each and "use another backup" in each for each in said), said
    assert await accept(url, "1", "2") == [False, False]


async def test_a_backup_of_a_newer_version_changes_nothing(url: str, tmp_path: Path) -> None:
    """As after an upgrade that was taken back: the newer version's backup is refused before what is there is emptied."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    if is_sqlite(url):
        kept.write_bytes(kept.read_bytes().rpartition(b"\nclaims-bot backup")[0])
        with closing(sqlite3.connect(kept)) as newer, newer:
            newer.execute("UPDATE alembic_version SET version_num = '9999'")
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("UPDATE alembic_version SET version_num = '9999'")
            await asyncio.to_thread(subprocess.run, ["pg_dump", "--format=custom", f"--file={kept}", url], check=True)
            server.execute("UPDATE alembic_version SET version_num = %s", [head()])
    await accept(url, "2")

    with pytest.raises(LibraryError, match="kept was written by a newer version"):
        restore(url, kept, sqlite=is_sqlite(url))

    assert await accept(url, "1", "2") == [False, False]


async def test_sqlite_keeps_what_was_there_before_a_restore(tmp_path: Path) -> None:
    """The file that was replaced lies beside the database, with its last rows in it."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)
    await accept(url, "2")

    restore(url, tmp_path / "kept", sqlite=True)

    with closing(sqlite3.connect(tmp_path / "claims.sqlite3.before-restore")) as old:
        assert old.execute("SELECT count(*) FROM jobs").fetchone() == (2,)


async def test_a_restore_keeps_the_backup_whatever_its_name(tmp_path: Path) -> None:
    """Not even a backup under the name that the restore works under is lost."""
    url, backup = f"sqlite:///{tmp_path}/claims.sqlite3", tmp_path / "claims.sqlite3.restoring"
    await accept(url, "1")
    back_up(url, backup, sqlite=True)
    whole = backup.read_bytes()

    restore(url, backup, sqlite=True)

    assert backup.read_bytes() == whole
    assert rows(tmp_path / "claims.sqlite3") == 1


async def test_restoring_twice_keeps_what_was_there_before_each(tmp_path: Path) -> None:
    """The second restore does not take the name of what the first set aside."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)
    await accept(url, "2")

    asides = [restore(url, tmp_path / "kept", sqlite=True).aside for _ in range(2)]

    assert [aside and aside.name for aside in asides] == [
        "claims.sqlite3.before-restore",
        "claims.sqlite3.before-restore-2",
    ]
    assert [rows(aside) for aside in asides if aside] == [2, 1]


@pytest.mark.slow
async def test_a_restore_killed_at_any_moment_leaves_a_database(tmp_path: Path) -> None:
    """Before each step on files the process ends: the old rows are there or the new ones, and a second try succeeds."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)
    await accept(url, "2")
    ended = []

    for step in range(30):
        folder = tmp_path / str(step)
        folder.mkdir()
        (folder / "claims.sqlite3").write_bytes((tmp_path / "claims.sqlite3").read_bytes())
        done = await asyncio.to_thread(killed_restore, f"sqlite:///{folder}/claims.sqlite3", tmp_path / "kept", step)
        ended.append((done, rows(folder / "claims.sqlite3")))
        if done == 0:
            break
        restore(f"sqlite:///{folder}/claims.sqlite3", tmp_path / "kept", sqlite=True)
        assert rows(folder / "claims.sqlite3") == 1

    assert ended[-1] == (0, 1)
    assert {done for done, _ in ended[:-1]} == {9}
    assert {count for _, count in ended[:-1]} <= {1, 2}
    assert len(ended) > 3


async def test_sqlite_is_not_restored_under_a_running_bot(tmp_path: Path) -> None:
    """The lock of the running process is respected."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)

    async with open_store(url):
        with pytest.raises(LibraryError, match="in use by process"):
            restore(url, tmp_path / "kept", sqlite=True)


async def test_postgres_is_not_restored_under_a_running_bot(postgres_server: str, tmp_path: Path) -> None:
    """A bot that is connected would go on with what is no longer there: it must be stopped, and nothing is changed."""
    with a_postgres_database(postgres_server) as url:
        await accept(url, "1")
        back_up(url, tmp_path / "kept", sqlite=False)

        async with open_store(url) as store:
            await store.jobs.accept(a_task("2"))
            with pytest.raises(LibraryError, match=r"in use: claims-bot holds \d+ connections"):
                restore(url, tmp_path / "kept", sqlite=False)

        assert await accept(url, "1", "2") == [False, False]


async def test_postgres_of_another_program_is_left_alone(postgres_server: str, tmp_path: Path) -> None:
    """A restore empties only a database that is ours."""
    with a_postgres_database(postgres_server) as ours, a_postgres_database(postgres_server) as others:
        await accept(ours, "1")
        back_up(ours, tmp_path / "kept", sqlite=False)
        with psycopg.connect(others, autocommit=True) as connection:
            connection.execute("CREATE TABLE theirs (n int)")

            with pytest.raises(LibraryError, match="another program"):
                restore(others, tmp_path / "kept", sqlite=False)

            assert connection.execute("SELECT count(*) FROM theirs").fetchone() == (0,)
