"""The file that SQLite keeps everything in: its name, its lock, and whether it is ours at all."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from bot.adapters import migrations
from bot.adapters.rows.database import how_to_write, reason
from bot.adapters.sqlite.damage import damaged, is_damage, open_to_look, refuse_seen_damaged
from bot.errors import LibraryError

SCHEME = "sqlite:///"
MAGIC = b"SQLite format 3\0"
LOCK = ".lock"


def path_of(database_url: str) -> Path:
    """The file that `sqlite:///PATH` names, or a plain path: by its own name where a link leads to it, so that one lock
    stands for all names."""
    return Path(database_url.removeprefix(SCHEME)).expanduser().resolve()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The lock file beside the database holds the pid of the process that works on it."""
    from filelock import FileLock, Timeout

    check_folder(path)
    file = Path(f"{path}{LOCK}")
    lock = FileLock(file, blocking=False, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, RuntimeError):
        raise _in_use(path) from None
    except OSError as error:
        raise cannot_write(path, error) from None
    written = False
    try:
        # On a full disk it is held all the same, and who writes to the database says what is wrong.
        with suppress(OSError):
            file.write_text(f"{os.getpid()}\n")
            written = True
        yield
    finally:
        if not written:
            file.unlink(missing_ok=True)
        lock.release()


def check_free(path: Path) -> None:
    """Refuse a database that another process works on; nothing is changed."""
    from filelock import FileLock, Timeout

    file = Path(f"{path}{LOCK}")
    if file.exists():
        try:
            with FileLock(file, blocking=False):
                pass
        except Timeout:
            raise _in_use(path) from None
        except (OSError, RuntimeError):
            pass  # whoever opens it says what is wrong


def _in_use(path: Path) -> LibraryError:
    return LibraryError(
        f"{path} is in use by process {_holder(path)}: stop that one first, or point DATABASE_URL to another file."
    )


def _holder(path: Path) -> str:
    try:
        return Path(f"{path}{LOCK}").read_text().strip() or "unknown"
    except OSError:
        return "unknown"


def check_folder(path: Path) -> None:
    """Refuse a folder that is not there: where it was made, a slip in the setting would pass for an empty database."""
    if not path.parent.is_dir():
        raise LibraryError(f"{path.parent} is no folder: make it, or mend DATABASE_URL.")


def remove_empty(path: Path) -> None:
    """A database that could not be made; one that another process made meanwhile is left alone."""
    with suppress(sqlite3.Error, OSError), closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA locking_mode=EXCLUSIVE")  # refused where another process is; and needs no file beside
        if made.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            for each in (path, *beside(path)):
                each.unlink(missing_ok=True)


def beside(path: Path) -> tuple[Path, Path]:
    """SQLite's own files beside a database: the log of what is not in it yet, and its index."""
    return Path(f"{path}-wal"), Path(f"{path}-shm")


def check(path: Path) -> str | None:
    """Refuse what is not ours, is seen damaged or cannot be written; nothing is changed. The schema's revision, None without one."""
    check_folder(path)
    revision = check_content(path)
    refuse_seen_damaged(path)
    there = [each for each in (path, path.parent) if each.exists()]
    if not all(os.access(each, os.W_OK) for each in there):
        raise cannot_write(path, PermissionError("permission denied"))
    return revision


def check_current(path: Path) -> None:
    """As `check`, and refuse what `db upgrade` has still to make or to bring up to date."""
    revision = check(path)
    if revision is None:
        raise LibraryError(f"{path} is {'empty' if path.exists() else 'not there'}: {migrations.TO_RUN}")
    if revision != migrations.head():
        raise LibraryError(f"{path} has the schema {revision} of an older version: {migrations.TO_RUN}")


def check_content(path: Path) -> str | None:
    """Refuse what is not ours; it is only read. The schema's revision, None for a file that is empty or not there."""
    try:
        if path.is_dir():
            raise LibraryError(
                f"{path} is a folder: DATABASE_URL must name a file, for example {SCHEME}claims.sqlite3."
            )
        start = _first_bytes(path)
    except OSError as error:
        raise LibraryError(f"{path} cannot be read ({reason(error)}).") from None
    return _revision(path, start) if start else None


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(len(MAGIC))


def _revision(path: Path, start: bytes) -> str | None:
    if start != MAGIC:
        raise LibraryError(f"{path} is not a SQLite database: move it away, or point DATABASE_URL to another file.")
    try:
        tables, revision = _look(path)
    except sqlite3.Error as error:
        if is_damage(error):
            raise damaged(path, reason(error)) from None
        raise LibraryError(f"{path} cannot be read ({reason(error)}).") from None
    if revision is None and tables:
        raise LibraryError(f"{path} is the database of another program: point DATABASE_URL to another file.")
    migrations.refuse_newer(str(path), revision)
    return revision


def _look(path: Path) -> tuple[bool, str | None]:
    """Whether there are tables, and the schema's revision; read-only."""
    with closing(open_to_look(path)) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in names:
            return bool(names), None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return True, row and row[0]


def cannot_write(path: Path, error: Exception) -> LibraryError:
    how = how_to_write(error)
    return LibraryError(f"{path} cannot be written ({reason(error)}){f': {how}' if how else ''}.")
