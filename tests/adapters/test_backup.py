"""Backup and restore, on real databases."""

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
import pytest

from bot.adapters.backup import back_up, restore
from bot.adapters.backupfile import made_at
from bot.adapters.store import Store, is_sqlite, open_store
from bot.errors import LibraryError
from bot.intake.message import Place
from bot.ports import Job, Later
from bot.reply.reply import Note
from bot.telling import Telling
from tests.adapters.damage import damage_within
from tests.adapters.working import a_task, do
from tests.engines import a_postgres_database, client_folder
from tests.fakes import FakeChat

ROOT = Path(__file__).parents[2]
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


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        (count,) = database.execute("SELECT count(*) FROM jobs").fetchone()
        return int(count)


def killed_restore(url: str, file: Path, step: int) -> int:
    """A restore in a process that ends before its `step`th change of a name; its exit code."""
    return subprocess.run([sys.executable, "-c", KILLED, url, str(file), str(step)], cwd=ROOT, check=False).returncode


def without_room(url: str, *words: str) -> str:
    """What `db …` complains of where no file may be longer than 4 KiB."""
    command = ["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", sys.executable, "-m", "bot", "db", *words]
    return ran(command, url).stderr


def as_somebody_else(url: str, *words: str) -> str:
    """What `db …` says to a user who may read everything here, and write next to nothing."""
    user = ("--reuid", "54321", "--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search")
    done = ran(["setpriv", *user, sys.executable, "-m", "bot", "db", *words], url)
    return done.stdout + done.stderr


def ran(command: list[str], url: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


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


async def test_a_backup_replaces_one_only_where_it_is_told_to(url: str, tmp_path: Path) -> None:
    """Then the new one is whole before the old one goes, and nothing else is left in the folder."""
    kept = tmp_path / "backups" / "kept"
    kept.parent.mkdir()
    await accept(url, "1")
    back_up(url, kept, sqlite=is_sqlite(url))
    await accept(url, "2")

    back_up(url, kept, sqlite=is_sqlite(url), replace=True)

    assert list(kept.parent.iterdir()) == [kept]
    restore(url, kept, sqlite=is_sqlite(url))
    assert await accept(url, "1", "2") == [False, False]


@pytest.mark.parametrize("way", ["its name", "relative", "a symlink", "a hard link", "a linked folder", "half"])
async def test_a_backup_never_takes_the_place_of_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Nor of a file that it lives by, whichever way it is named: one sentence, and the files of a running bot stay."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.chdir(folder)
    name = "c.part" if way == "half" else "c"
    async with open_store(f"sqlite:///{folder / name}") as store:
        await store.jobs.accept(a_task("1"))
        before = {each.name: (each.stat().st_ino, each.read_bytes()) for each in folder.iterdir()}

        for end in ("", "-wal", "-shm", "-journal", ".lock"):
            file = named(folder / f"{name}{end}", way, tmp_path / f"other{end}")
            with pytest.raises(LibraryError, match="is the database or one of its own files: name another"):
                back_up(f"sqlite:///{name}", file, sqlite=True, replace=True)

        assert {each.name: (each.stat().st_ino, each.read_bytes()) for each in folder.iterdir()} == before
        assert await store.jobs.accept(a_task("2"))


def named(own: Path, way: str, other: Path) -> Path:
    """The same file under another name, or one over which a backup of that name would be written half."""
    if way == "relative":
        return Path(own.name)
    if way == "half":
        return own.with_name(own.name.removesuffix(".part"))
    if way == "a hard link" and own.exists():
        other.hardlink_to(own)
        return other
    if way == "a linked folder":
        other.symlink_to(own.parent)
        return other / own.name
    if way in ("a symlink", "a hard link"):
        other.symlink_to(own)
        return other
    return own


async def test_a_backup_does_not_take_the_database_by_another_case_where_that_is_the_same(tmp_path: Path) -> None:
    """A folder in which the name in capitals is the same file, as a hard link makes one; elsewhere it is just another name."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "CLAIMS.sqlite3-WAL", sqlite=True)
    (tmp_path / "CLAIMS.SQLITE3").hardlink_to(tmp_path / "claims.sqlite3")

    for name in ("CLAIMS.SQLITE3", "Claims.sqlite3-Journal"):
        with pytest.raises(LibraryError, match="is the database or one of its own files"):
            back_up(url, tmp_path / name, sqlite=True, replace=True)


async def test_a_database_behind_a_symlink_is_known_by_either_name(tmp_path: Path) -> None:
    """SQLite keeps its log beside the file, and the bot its lock."""
    (tmp_path / "far").mkdir()
    await accept(f"sqlite:///{tmp_path}/far/real.sqlite3", "1")
    (tmp_path / "link.sqlite3").symlink_to(tmp_path / "far" / "real.sqlite3")

    for name in ("link.sqlite3", "far/real.sqlite3", "far/real.sqlite3-wal", "far/real.sqlite3.lock"):
        with pytest.raises(LibraryError, match="is the database or one of its own files"):
            back_up(f"sqlite:///{tmp_path}/link.sqlite3", tmp_path / name, sqlite=True, replace=True)


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


async def test_a_backup_changed_inside_a_value_is_refused(url: str, tmp_path: Path) -> None:
    """A database would not notice another letter in a text; the checksum does, and nothing is changed."""
    await accept(url, "1")
    kept = tmp_path / "kept"
    back_up(url, kept, sqlite=is_sqlite(url))
    whole = kept.read_bytes()
    middle = whole.index(b"thread") if is_sqlite(url) else len(whole) // 2
    kept.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    await accept(url, "2")

    with pytest.raises(LibraryError, match="is damaged: its checksum does not agree"):
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


async def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """Neither a restore nor an upgrade that finds no room leaves half a file; the sentence speaks of room."""
    url = f"sqlite:///{tmp_path}/claims.sqlite3"
    await accept(url, "1")
    back_up(url, tmp_path / "kept", sqlite=True)
    new = tmp_path / "new"
    new.mkdir()

    said = [
        await asyncio.to_thread(without_room, f"sqlite:///{new}/claims.sqlite3", *words)
        for words in (("restore", str(tmp_path / "kept")), ("upgrade",))
    ]
    copying = await asyncio.to_thread(without_room, url, "backup", str(new / "kept"))

    assert "cannot be written (file too large): make room on its disk." in said[0]
    assert all("cannot be written" in each and "writable" not in each for each in [*said, copying])
    assert copying.startswith(f"claims-bot: {new}/kept cannot")
    assert {file.name for file in new.iterdir()} <= {"claims.sqlite3.lock"}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder into which everybody may look."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


async def test_a_backup_on_a_read_only_medium_is_restored(open_folder: Path) -> None:
    """A restore only reads it; a backup into such a folder is refused in one sentence."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv, to become somebody who may not write there")
    await accept(f"sqlite:///{open_folder}/claims.sqlite3", "1")
    medium, own = open_folder / "medium", open_folder / "own"
    medium.mkdir()
    own.mkdir()
    back_up(f"sqlite:///{open_folder}/claims.sqlite3", medium / "kept", sqlite=True)
    for each in (own, medium / "kept"):
        os.chown(each, 54321, 54321)
    url = f"sqlite:///{own}/claims.sqlite3"

    restored = await asyncio.to_thread(as_somebody_else, url, "restore", str(medium / "kept"))
    refused = await asyncio.to_thread(as_somebody_else, url, "backup", str(medium / "another"))

    assert restored.startswith("The database is as")
    assert rows(own / "claims.sqlite3") == 1
    assert refused == (
        f"claims-bot: {medium}/another cannot be written (permission denied): make its folder writable, or name another.\n"
    )


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

    with a_postgres_database(postgres_server) as database, pytest.raises(LibraryError, match="pg_dump is not on"):
        back_up(database, tmp_path / "kept", sqlite=False)
