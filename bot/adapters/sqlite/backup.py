"""SQLite's database copied while it is in use, and a copy put in its place."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from bot.adapters.backupfile import Kept, copy, cut_or_damaged, made_at
from bot.adapters.restored import UNSURE
from bot.adapters.rows.database import how_to_write, reason
from bot.adapters.sqlite.damage import damage, damaged, is_damage, open_to_look
from bot.adapters.sqlite.file import LOCK, MAGIC, beside, cannot_write, check_content, held
from bot.errors import LibraryError

NO_BACKUP = ", so no backup was made of it and none was replaced"


def is_its_own(path: Path, file: Path) -> bool:
    """Whether `file` is the database or a file that it lives by, under whichever name: what is written there destroys it."""
    names = (path, path.resolve())  # SQLite keeps its files beside the one that a link leads to
    own = [Path(f"{name}{end}") for name in names for end in ("", "-wal", "-shm", "-journal", LOCK)]
    return any(_is_same(each, file, any_case=_ignores_case(path)) for each in own)


def _is_same(one: Path, other: Path, *, any_case: bool) -> bool:
    if one.exists() and other.exists():
        return one.samefile(other)
    one, other = one.resolve(), other.resolve()
    folders = one.parent, other.parent
    if not (all(each.exists() for each in folders) and folders[0].samefile(folders[1])):
        return False
    return one.name == other.name or (any_case and one.name.casefold() == other.name.casefold())


def _ignores_case(path: Path) -> bool:
    other = path.with_name(path.name.swapcase())
    return path.exists() and other.exists() and other.samefile(path)


def copy_live(source: Path, target: Path) -> None:
    """By SQLite's online backup, which may run beside the bot, and copies damage without a word: so it is looked at afterwards.

    Raises `LibraryError`; `sqlite3.Error` for the target.
    """
    if not source.is_file():
        raise LibraryError(f"{source} is not there: DATABASE_URL names another file than the bot's.")
    if check_content(source) is None:
        raise LibraryError(f"{source} is empty: DATABASE_URL names another file than the bot's.")
    try:
        with closing(_opened(source)) as live, closing(sqlite3.connect(target)) as made:
            live.backup(made)
            made.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        if how_to_write(error):  # the fault is the target's
            raise
        if is_damage(error):
            raise damaged(source, reason(error), NO_BACKUP) from None
        raise LibraryError(f"{source} cannot be read ({reason(error)}).") from None
    _refuse_damaged_copy(source, target)


def _opened(source: Path) -> sqlite3.Connection:
    """To read beside a bot takes files of our own; where none can be made, as on a snapshot, it is only looked at."""
    is_open = os.access(source.parent, os.W_OK)
    return sqlite3.connect(source, timeout=10) if is_open else open_to_look(source)


def _refuse_damaged_copy(source: Path, target: Path) -> None:
    found = damage(target, "integrity_check")
    if found and (theirs := damage(source, "integrity_check")):
        raise damaged(source, theirs, NO_BACKUP)
    if found:
        raise LibraryError(
            f"The copy of {source} did not come out whole ({found}){NO_BACKUP}: see whether its disk is damaged."
        )


def put_back(kept: Kept, path: Path) -> Path | None:
    """The copy in the place of the database, in one step; where what was there before lies now.

    Raises `LibraryError`, with nothing changed. Killed at any moment, either the old or the new one is there.
    """
    _is_whole(kept.file)
    check_content(kept.file)
    with held(path):
        aside = None
        try:
            with made_at(_half_of(path, kept.file)) as half:
                copy(kept, half)
                _doubt(half)
                aside = _kept_aside(path)
                half.replace(path)
        except (OSError, sqlite3.Error) as error:
            if aside is not None:
                aside.unlink(missing_ok=True)
            raise cannot_write(path, error) from None
        return aside


def _doubt(half: Path) -> None:
    with closing(sqlite3.connect(half)) as put_back, put_back:
        for statement in UNSURE:
            put_back.execute(statement)


def _half_of(path: Path, file: Path) -> Path:
    """Where the copy is made: beside the database, and never where the backup lies."""
    half = path.with_name(f"{path.name}.restoring")
    return half.with_name(f"{half.name}.part") if half.exists() and half.samefile(file) else half


def _is_whole(file: Path) -> None:
    with file.open("rb") as opened:
        if opened.read(len(MAGIC)) != MAGIC:
            raise LibraryError(f"{file} is not a backup of a SQLite database.")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as kept:
            (found,) = kept.execute("PRAGMA integrity_check").fetchone()
            ours = kept.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.Error as error:
        if is_damage(error):
            raise cut_or_damaged(file, reason(error)) from None
        raise LibraryError(f"{file} cannot be read ({reason(error)}).") from None
    if found != "ok" or not ours:
        raise LibraryError(f"{file} is not a whole backup of a claims-bot database.")


def _kept_aside(path: Path) -> Path | None:
    """What is there now, its log worked in, under a second name, until the first is another's. Raises OSError."""
    if not path.exists():
        for left in beside(path):  # a log without its database would be played into the new one
            left.unlink(missing_ok=True)
        return None
    _work_in_the_log(path)
    aside = next(name for name in _names(path) if not name.exists() or name.samefile(path))
    aside.unlink(missing_ok=True)
    _second_name(path, aside)
    for left, kept in zip(beside(path), beside(aside), strict=True):  # of a damaged one, which is kept as it is
        if left.exists():
            left.replace(kept)
    return aside


def _work_in_the_log(path: Path) -> None:
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(path)) as old:
        (busy, _, _) = old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise LibraryError(f"{path} is being read by another process: stop that one first.")


def _names(path: Path) -> Iterator[Path]:
    yield path.with_name(f"{path.name}.before-restore")
    for number in count(2):
        yield path.with_name(f"{path.name}.before-restore-{number}")


def _second_name(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # a file system without such names
        with made_at(other.with_name(f"{other.name}.part")) as half:
            shutil.copyfile(path, half)
            half.replace(other)
