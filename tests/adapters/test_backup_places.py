"""Where a backup may be written: over no other file, and never over the database."""

from pathlib import Path

import pytest

from bot.adapters.backup import back_up, restore
from bot.adapters.store import is_sqlite, open_store
from bot.errors import LibraryError
from tests.adapters.backups import accept
from tests.adapters.working import a_task

pytestmark = pytest.mark.usefixtures("client_programs")


@pytest.fixture
def url(new_database_url: str) -> str:
    """A database of each engine."""
    return new_database_url


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
