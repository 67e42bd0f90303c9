"""Backing up, on real databases, and what comes back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from bot.adapters.backup import back_up, restore
from bot.adapters.backupfile import made_at
from bot.adapters.store import Store, is_sqlite, open_store
from bot.errors import LibraryError
from bot.intake.message import Place
from bot.ports import Job, Later
from bot.reply.reply import Note
from bot.telling import Telling
from tests.adapters.backups import accept
from tests.adapters.damage import damage_within
from tests.adapters.working import a_task, do
from tests.engines import a_postgres_database, a_ready_postgres_database
from tests.fakes import FakeChat

pytestmark = pytest.mark.usefixtures("client_programs")


@pytest.fixture
def url(new_database_url: str) -> str:
    """A database of each engine."""
    return new_database_url


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


async def test_what_was_said_after_the_backup_is_not_said_again(url: str, tmp_path: Path) -> None:
    """A link was being read when the backup was made, and its reply posted since: the job that runs again finds it there."""
    chat = FakeChat()
    place = Place("T1", "C1", "100.000")

    async def saying(store: Store) -> Telling:
        return await Telling.of(store.library, chat, place, "https://a.example/", "{}", after="100.000", landing=0.0)

    async with open_store(url) as store:
        telling = await saying(store)
        back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
        await telling.final(Note("the claims"))

    restore(url, tmp_path / "kept", sqlite=is_sqlite(url))

    async with open_store(url) as store:
        await (await saying(store)).final(Note("the claims"))
    assert [(message.reply, message.edits) for message in chat.messages] == [(Note("the claims"), 1)]


async def test_what_waited_in_a_backup_is_told_apart_however_often_it_is_restored(url: str, tmp_path: Path) -> None:
    """Its job says that it came out of a backup, in each attempt; one that is accepted afterwards does not."""
    await accept(url, "1")
    for name in ("kept", "kept again"):
        back_up(url, tmp_path / name, sqlite=is_sqlite(url))
        restore(url, tmp_path / name, sqlite=is_sqlite(url))
    seen = []

    async def run(job: Job) -> None:
        seen.append((job.task.restored, job.attempt))
        if len(seen) == 1:
            raise Later(0.0)

    async with open_store(url) as store:
        await do(store.jobs, run)
        await do(store.jobs, run, a_task("2"))

    assert seen == [(True, 1), (True, 2), (False, 1)]


async def test_a_damaged_database_is_not_backed_up_over_a_good_backup(tmp_path: Path) -> None:
    """SQLite copies damage without a word; the last good backup stays, and brings the rows back."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    kept = tmp_path / "backups" / "daily.backup"
    kept.parent.mkdir()
    await accept(url, "1")
    back_up(url, kept, sqlite=True)
    before = kept.read_bytes()
    damage_within(tmp_path / "claims.sqlite3")

    with pytest.raises(LibraryError, match=r"is damaged \(.+\), so no backup was made of it and none was replaced"):
        back_up(url, kept, sqlite=True, replace=True)

    assert {each.name: each.read_bytes() for each in kept.parent.iterdir()} == {"daily.backup": before}
    restore(url, kept, sqlite=True)
    assert await accept(url, "1") == [False]


async def test_an_index_that_lost_rows_is_not_backed_up(tmp_path: Path) -> None:
    """Every page is whole and the index does not tell what its table holds: nothing but a full check sees that."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1", "2")
    with closing(sqlite3.connect(tmp_path / "claims.sqlite3")) as database:
        (index,) = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'jobs' AND sql IS NOT NULL"
        ).fetchone()
        database.execute("PRAGMA writable_schema=ON")
        database.execute("UPDATE sqlite_master SET rootpage = 1 + rootpage WHERE name = ?", (index,))
        database.commit()

    with pytest.raises(LibraryError, match="is damaged"):
        back_up(url, tmp_path / "kept", sqlite=True)

    assert not (tmp_path / "kept").exists()


async def test_a_dump_that_fails_half_way_replaces_nothing(
    postgres_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`pg_dump` reads every row, and ends where a page is damaged: the last good backup stays."""
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nfor each; do case $each in --file=*) printf PGDMP > "${each#--file=}";; esac; done\n'
        'echo "pg_dump: error: Dumping the contents of table failed: invalid page in block 0" >&2\nexit 1\n'
    )
    program.chmod(0o755)
    kept = tmp_path / "backups" / "daily.backup"
    kept.parent.mkdir()
    with a_postgres_database(postgres_server) as url:
        await accept(url, "1")
        back_up(url, kept, sqlite=False)
        before = kept.read_bytes()
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

        with pytest.raises(LibraryError, match="invalid page in block 0"):
            back_up(url, kept, sqlite=False, replace=True)

    assert {each.name: each.read_bytes() for each in kept.parent.iterdir()} == {"daily.backup": before}


def test_a_backup_is_for_its_owner_alone_from_the_first_byte(tmp_path: Path) -> None:
    """Whatever the umask and whatever lay there before; and it is gone when it did not get whole."""
    (tmp_path / "half").touch(mode=0o666)
    before = os.umask(0)
    try:
        with made_at(tmp_path / "half") as half:
            mode = half.stat().st_mode & 0o777
    finally:
        os.umask(before)

    assert mode == 0o600
    assert list(tmp_path.iterdir()) == []


def test_a_parameter_that_postgres_does_not_know_is_named(tmp_path: Path) -> None:
    """A slip in the address is one sentence, which does not show what it was set to."""
    with pytest.raises(LibraryError, match="passwrd") as caught:
        back_up("postgresql://u@127.0.0.1:1/db?passwrd=hush-hush", tmp_path / "kept", sqlite=False)

    assert "hush-hush" not in str(caught.value)
    assert list(tmp_path.iterdir()) == []


async def test_without_the_client_programs_it_says_so(
    postgres_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence names the program that is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with a_ready_postgres_database(postgres_server) as database, pytest.raises(LibraryError, match="pg_dump is not on"):
        back_up(database, tmp_path / "kept", sqlite=False)


async def test_a_database_of_a_newer_version_is_not_backed_up(url: str, tmp_path: Path) -> None:
    """Who went back without restoring would keep what this version cannot put back; the last good file stays as it is."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    before = kept.read_bytes()
    altered(url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(LibraryError, match="was written by a newer version"):
        back_up(url, kept, sqlite=is_sqlite(url), replace=True)

    assert kept.read_bytes() == before
    altered(url, "UPDATE alembic_version SET version_num = '0001'")


async def test_what_is_none_of_ours_is_not_backed_up(url: str, tmp_path: Path) -> None:
    """A slip in DATABASE_URL would pass for a backup until it is needed: another program's tables, or none."""
    made = "CREATE TABLE bookmarks (url TEXT)"
    said = []
    for statement in (made + "; DROP TABLE bookmarks", made):
        altered(url, *statement.split("; "))
        with pytest.raises(LibraryError) as caught:
            back_up(url, tmp_path / "kept", sqlite=is_sqlite(url))
        said.append(str(caught.value))

    assert "is empty" in said[0]
    assert "another program" in said[1]
    assert not (tmp_path / "kept").exists()


def altered(url: str, *statements: str) -> None:
    """By somebody else than the bot."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()
