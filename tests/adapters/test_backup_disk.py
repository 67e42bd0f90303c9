"""Backing up and restoring where the disk is full, or may only be read."""

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

import pytest

from bot.adapters.backup import back_up
from tests.adapters.backups import ROOT, accept, rows


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
        f"claims-bot: {medium}/another cannot be written (permission denied): make it and its folder writable, or "
        "name another.\n"
    )


@pytest.mark.parametrize("log", [False, True])
async def test_a_database_on_a_read_only_medium_is_backed_up(open_folder: Path, log: bool) -> None:
    """A snapshot of one that was stopped is only read; of one that was running the sentence names it, and not the backup."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv, to become somebody who may not write there")
    medium, own = open_folder / "medium", open_folder / "own"
    medium.mkdir()
    own.mkdir()
    os.chown(own, 54321, 54321)
    url = f"sqlite:///{medium}/claims.sqlite3"
    await accept(url, "1")
    if log:
        with closing(sqlite3.connect(medium / "claims.sqlite3")) as running:
            running.execute("CREATE TABLE more (n)")
            snapshot = (medium / "claims.sqlite3-wal").read_bytes()
        (medium / "claims.sqlite3-wal").write_bytes(snapshot)

    said = await asyncio.to_thread(as_somebody_else, url, "backup", str(own / "kept"))

    if log:
        assert said == f"claims-bot: {medium}/claims.sqlite3 cannot be read (unable to open database file).\n"
        assert list(own.iterdir()) == []
    else:
        assert said.startswith(f"Everything is in {own}/kept.")
        assert rows(own / "kept") == 1
    assert [file.name for file in medium.iterdir() if file.name.endswith("-shm")] == []
