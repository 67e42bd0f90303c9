"""Which files and folders hold a database, which are refused, and that these stay as they were."""

import asyncio
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.adapters.sqlite.file import path_of
from bot.adapters.sqlite.store import open_sqlite, upgrade
from bot.errors import LibraryAway, LibraryError
from tests.adapters.holding import HOLD, ROOT, contents, open_to_others, opening
from tests.adapters.working import a_task


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


async def test_a_file_that_takes_no_more_writes_is_told_with_what_to_look_at(path: Path) -> None:
    """As when its disk fails, or becomes read-only, under a running bot; once it can be written again nothing else is needed."""
    async with open_sqlite(f"sqlite:///{path}") as store:
        with writes_fail(), pytest.raises(LibraryAway) as caught:
            await store.jobs.accept(a_task("m1"))
        await store.jobs.accept(a_task("m2"))

    assert str(caught.value) == (
        "The database cannot be used: disk I/O error; see whether its disk is full, read-only or damaged."
    )


@contextmanager
def writes_fail() -> Iterator[None]:
    """No file of this process may become longer than a byte."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_file_that_may_be_written_again_is_written_as_before(path: Path) -> None:
    """What was opened while it might only be read is not kept: it would never take a write, whatever is mended."""
    async with open_sqlite(f"sqlite:///{path}") as store:
        other = sqlite3.connect(path, isolation_level=None)
        with unchangeable(path):
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LibraryError, match="make it and its folder writable"):
                await store.jobs.accept(a_task("1"))
            other.rollback()
        other.execute("BEGIN IMMEDIATE")
        accepting = asyncio.create_task(store.jobs.accept(a_task("1")))
        await asyncio.sleep(0.1)
        other.rollback()
        other.close()

        assert await accepting


@contextmanager
def unchangeable(path: Path) -> Iterator[None]:
    """Not even for its owner, or for root. Skips the test where the file system or our rights do not allow that."""
    if shutil.which("chattr") is None or subprocess.run(["chattr", "+i", path], check=False).returncode:
        pytest.skip("no file can be made unchangeable here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", path], check=True)


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
