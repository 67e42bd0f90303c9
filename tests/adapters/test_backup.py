"""Backup and restore, on real databases."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.adapters.backup import back_up, restore
from bot.adapters.store import is_sqlite, open_store
from bot.errors import LibraryError
from tests.adapters.test_jobs import a_task
from tests.engines import a_postgres_database, client_folder


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each engine."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/claims.sqlite3"
        return
    with a_postgres_database(request.getfixturevalue("postgres_server")) as database:
        yield database


@pytest.fixture(autouse=True)
def client_programs(postgres_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Postgres' own programs out of the wheel that has the server."""
    monkeypatch.setenv("PATH", f"{client_folder()}{os.pathsep}{os.environ['PATH']}")


async def accept(url: str, *messages: str) -> list[bool]:
    """Whether each task was new to the database."""
    async with open_store(url) as store:
        return [await store.jobs.accept(a_task(message)) for message in messages]


async def test_what_is_backed_up_comes_back(url: str, tmp_path: Path) -> None:
    """A restore brings the rows of the backup, without those that came later, and work goes on from there."""
    await accept(url, "1", "2")
    back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
    await accept(url, "3")

    restore(url, tmp_path / "kept", sqlite=is_sqlite(url))

    assert await accept(url, "1", "2", "3") == [False, False, True]


async def test_a_backup_may_be_taken_beside_the_bot(url: str, tmp_path: Path) -> None:
    """The database is open and being written to; what was accepted before is in the file."""
    async with open_store(url) as store:
        await store.jobs.accept(a_task("1"))
        back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
        await store.jobs.accept(a_task("2"))

    restore(url, tmp_path / "kept", sqlite=is_sqlite(url))

    assert await accept(url, "1", "2") == [False, True]


async def test_a_backup_never_replaces_a_file_and_is_for_its_owner_alone(url: str, tmp_path: Path) -> None:
    """The old backup stays; the new one can be read by nobody else."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    before = kept.read_bytes()

    with pytest.raises(LibraryError, match="there already"):
        back_up(url, kept, sqlite=is_sqlite(url))

    assert kept.read_bytes() == before
    assert kept.stat().st_mode & 0o077 == 0


async def test_a_restore_of_something_else_changes_nothing(url: str, tmp_path: Path) -> None:
    """A file that is no backup of this engine is refused, and the rows are still there."""
    await accept(url, "1")
    other = tmp_path / "other"
    other.write_bytes(b"not a backup at all, but long enough to look at")

    with pytest.raises(LibraryError):
        restore(url, other, sqlite=is_sqlite(url))

    assert await accept(url, "1") == [False]


async def test_a_cut_backup_changes_nothing(url: str, tmp_path: Path) -> None:
    """Half of a file is refused before or while it is played back, in one transaction."""
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
    whole = (tmp_path / "kept").read_bytes()
    (tmp_path / "half").write_bytes(whole[: len(whole) // 2])
    await accept(url, "2")

    with pytest.raises(LibraryError):
        restore(url, tmp_path / "half", sqlite=is_sqlite(url))

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


async def test_sqlite_is_not_restored_under_a_running_bot(tmp_path: Path) -> None:
    """The lock of the running process is respected."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)

    async with open_store(url):
        with pytest.raises(LibraryError, match="in use by process"):
            restore(url, tmp_path / "kept", sqlite=True)


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


async def test_without_the_client_programs_it_says_so(
    postgres_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names the program that is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with a_postgres_database(postgres_server) as database, pytest.raises(LibraryError, match="pg_dump is not on"):
        back_up(database, tmp_path / "kept", sqlite=False)
