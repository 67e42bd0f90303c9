"""Whether a SQLite file is damaged: its pages hold together no more, though it opens.

SQLite finds that out only where it comes upon such a page, which may be weeks later, and its online backup copies the
damage without a word. `PRAGMA quick_check` reads every page; `integrity_check` holds each index against its table too.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from bot.adapters.rows.database import reason
from bot.errors import LibraryError

Check = Literal["quick_check", "integrity_check"]

START_BYTES = 64 << 20
"""Up to this size a start looks too: 330 MB took 0.3 s out of memory, 0.8 s beside other work, and a disk is slower.
`doctor`, `db upgrade` and each backup look at files of any size."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def open_to_look(path: Path) -> sqlite3.Connection:
    """Even a reader makes files beside a database in WAL mode, unless it is told that nobody writes."""
    mode = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    return sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True, timeout=2)


def refuse_damaged(path: Path) -> None:
    """Raises `LibraryError` for a file that is damaged anywhere."""
    if what := damage(path, "quick_check"):
        raise damaged(path, what)


def refuse_seen_damaged(path: Path) -> None:
    """As `refuse_damaged`, where that takes no time worth mentioning."""
    if path.exists() and path.stat().st_size <= START_BYTES:
        refuse_damaged(path)


def damage(path: Path, check: Check) -> str | None:
    """What is damaged, in SQLite's words; None where nothing is. Raises `LibraryError` where it cannot be read."""
    before = _state(path)
    found = _found(path, check)
    return _found(path, check) if found and _state(path) != before else found  # somebody began to write


def is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED  # without its extension


def damaged(path: Path, what: str, outcome: str = "") -> LibraryError:
    """The sentence for the operator, with what did not come of it."""
    return LibraryError(
        f"{path} is damaged ({what}){outcome}: stop the bot and put the last backup back with "
        "`claims-bot db restore FILE`, or move the file away to begin with an empty one."
    )


def _state(path: Path) -> tuple[int, int]:
    seen = path.stat()
    return seen.st_mtime_ns, seen.st_size


def _found(path: Path, check: Check) -> str | None:
    try:
        with closing(open_to_look(path)) as connection:
            (said,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
    except sqlite3.Error as error:
        if is_damage(error):
            return reason(error)
        raise LibraryError(f"{path} cannot be read ({reason(error)}).") from None
    return None if said == "ok" else said.splitlines()[-1].rstrip(".")
