"""The file that SQLite keeps everything in: its name, its lock, and whether it is ours at all."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bot.adapters import migrations
from bot.adapters.database import reason
from bot.errors import LibraryError

SCHEME = "sqlite:///"
MAGIC = b"SQLite format 3\0"


def path_of(database_url: str) -> Path:
    """The file that `sqlite:///PATH` names, or a plain path."""
    return Path(database_url.removeprefix(SCHEME)).expanduser().absolute()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """The lock file beside the database holds the pid of the process that works on it."""
    from filelock import FileLock, Timeout

    lock = FileLock(f"{path}.lock", blocking=False, thread_local=False)
    try:
        lock.acquire()
    except (Timeout, RuntimeError):
        raise LibraryError(
            f"{path} is in use by process {_holder(path)}: stop that one first, or point DATABASE_URL to another file."
        ) from None
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        Path(lock.lock_file).write_text(f"{os.getpid()}\n")
        yield
    finally:
        lock.release()


def _holder(path: Path) -> str:
    try:
        return Path(f"{path}.lock").read_text().strip() or "unknown"
    except OSError:
        return "unknown"


def check(path: Path) -> None:
    """Refuse what is not ours, before anything is written."""
    try:
        if path.is_dir():
            raise LibraryError(
                f"{path} is a folder: DATABASE_URL must name a file, for example {SCHEME}claims.sqlite3."
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        start = _first_bytes(path)
    except OSError as error:
        raise cannot_write(path, error) from None
    if not os.access(path.parent, os.W_OK) or (start and not os.access(path, os.W_OK)):
        raise cannot_write(path, PermissionError("permission denied"))
    if start:
        _check_content(path, start)


def _first_bytes(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(len(MAGIC))


def _check_content(path: Path, start: bytes) -> None:
    if start != MAGIC:
        raise LibraryError(f"{path} is not a SQLite database: move it away, or point DATABASE_URL to another file.")
    try:
        tables, revision = _look(path)
    except sqlite3.Error as error:
        raise LibraryError(
            f"{path} cannot be read ({reason(error)}): put a copy back that was kept, or move it away."
        ) from None
    if revision is None and tables:
        raise LibraryError(f"{path} is the database of another program: point DATABASE_URL to another file.")
    if revision is not None and not migrations.knows(revision):
        raise LibraryError(
            f"{path} was written by a newer version of claims-bot (schema {revision}, "
            f"this one knows {migrations.head()}): install that version."
        )


def _look(path: Path) -> tuple[bool, str | None]:
    """Whether there are tables, and the schema's revision; read-only.

    Even a reader makes files beside a database in WAL mode, unless it is told that nobody writes.
    """
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    connection = sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True, timeout=2)
    try:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in names:
            return bool(names), None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return True, row and row[0]
    finally:
        connection.close()


def cannot_write(path: Path, error: Exception) -> LibraryError:
    return LibraryError(
        f"{path} cannot be written ({reason(error)}): make its folder writable, or point DATABASE_URL elsewhere."
    )
