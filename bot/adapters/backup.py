"""One file that holds everything, and back again.

SQLite is copied by its own online backup, which may run beside the bot. Postgres is dumped and restored by its own
programs `pg_dump`, `pg_restore` and `psql`, which must be on the PATH and not be older than the server. Passwords reach
them through the environment, where other users of the machine do not see them.
"""

import os
import re
import sqlite3
import subprocess
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.adapters.backupfile import Kept, cut_or_damaged, made_at, sign, verified
from bot.adapters.migrations import refuse_newer
from bot.adapters.postgres.address import conninfo, url_of
from bot.adapters.postgres.store import ONE_UPGRADE_AT_A_TIME, check_idle, check_ours
from bot.adapters.restored import UNSURE
from bot.adapters.rows.database import reason
from bot.adapters.sqlite.backup import copy_live, is_its_own, put_back
from bot.adapters.sqlite.file import cannot_write, path_of
from bot.errors import LibraryError

_ENVIRONMENT = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}
_DUMP = ("pg_dump", "--format=custom", "--no-owner", "--no-privileges")
_AS_SQL = ("pg_restore", "--no-owner", "--no-privileges")
_PLAY = ("psql", "--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1", "--single-transaction")
_ALONE = f"SELECT pg_advisory_xact_lock({ONE_UPGRADE_AT_A_TIME})"  # a bot that starts meanwhile waits
_EMPTY = (  # what a newer version added would stand in the way; the schema itself is as Postgres makes it
    "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO public"
)
_UNSURE = ("SET search_path = public", *UNSURE)  # the script ends without a path
_MAGIC = b"PGDMP"
_VERSION = ("--data-only", "--table=alembic_version", "--file=-")
_TOLD = re.compile(r"^COPY \S*alembic_version .*;\n(\w+)$", re.MULTILINE)
_NOT_ALL_THERE = "could not read from input file"


@dataclass(frozen=True, slots=True)
class Restored:
    """`checked`: the backup had a checksum, which agreed. `aside`: where what was there before lies now, on SQLite."""

    checked: bool
    aside: Path | None = None


def back_up(database_url: str, file: Path, *, sqlite: bool, replace: bool = False) -> None:
    """Write everything into `file`, in one step; only with `replace` in place of one that is there already.

    Raises `LibraryError`, and leaves no half a file.
    """
    if file.is_dir():
        raise LibraryError(f"{file} is a folder: name a new file in it.")
    part = file.with_name(f"{file.name}.part")
    try:
        for each in (file, part) if sqlite else ():
            if is_its_own(path_of(database_url), each):
                raise LibraryError(f"{each} is the database or one of its own files: name another file for the backup.")
        if file.exists() and not replace:
            raise LibraryError(f"{file} is there already: name a new file, or replace it with --replace.")
        with made_at(part) as half:
            if sqlite:
                copy_live(path_of(database_url), half)
            else:
                check_ours(database_url)
                _run([*_DUMP, f"--file={half}"], database_url)
            sign(half)
            half.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise cannot_write(file, error) from None


def restore(database_url: str, file: Path, *, sqlite: bool) -> Restored:
    """Put back what `back_up` wrote, in place of what is there. Raises `LibraryError`, with nothing changed.

    The bot must be stopped. `file` is only read. What was yet to be said when the backup was made is looked for before it is said.
    """
    try:
        if not file.is_file():
            raise LibraryError(f"{file} is not a file.")
        kept = verified(file)
        if sqlite:
            return Restored(kept.checked, put_back(kept, path_of(database_url)))
        _play_back(kept, database_url)
    except OSError as error:
        raise LibraryError(f"{file} cannot be read ({reason(error)}).") from None
    return Restored(kept.checked)


def _play_back(kept: Kept, database_url: str) -> None:
    with kept.file.open("rb") as opened:
        if opened.read(len(_MAGIC)) != _MAGIC:
            raise LibraryError(f"{kept.file} is not a backup of a Postgres database.")
    refuse_newer(str(kept.file), _revision(kept.file, database_url))
    check_idle(database_url)
    with TemporaryDirectory(prefix="claims-restore-") as folder:
        script = Path(folder) / "restore.sql"
        _read(kept.file, database_url, f"--file={script}")
        check_idle(database_url)
        played = (f"--command={_ALONE}", f"--command={_EMPTY}", f"--file={script}")
        _run([*_PLAY, *played, *(f"--command={statement}" for statement in _UNSURE)], database_url)


def _revision(file: Path, database_url: str) -> str:
    """Of the schema that a dump holds: what is there is emptied for none that will not do."""
    told = _TOLD.search(_read(file, database_url, *_VERSION))
    if told is None:
        raise LibraryError(f"{file} is not a backup of a claims-bot database.")
    return told[1]


def _read(file: Path, database_url: str, *how: str) -> str:
    try:
        return _run([*_AS_SQL, *how, str(file)], database_url)
    except LibraryError as error:
        if _NOT_ALL_THERE in str(error):
            raise cut_or_damaged(file, _NOT_ALL_THERE) from None
        raise


def _run(command: list[str], database_url: str) -> str:
    """What it printed."""
    try:
        done = subprocess.run(  # noqa: S603  a fixed program; the names are ours or the operator's
            command, env=os.environ | _settings(database_url), capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise LibraryError(f"{command[0]} is not on the PATH: install Postgres' client programs.") from None
    if done.returncode != 0:
        said = done.stderr.replace(f"{command[0]}: ", "").split("\n")[:2]
        raise LibraryError(f"{command[0]} failed: {' '.join(said).strip() or f'exit {done.returncode}'}")
    return done.stdout


def _settings(database_url: str) -> dict[str, str]:
    from psycopg.conninfo import conninfo_to_dict

    known = conninfo_to_dict(conninfo(url_of(database_url)))
    return {name: str(known[field]) for field, name in _ENVIRONMENT.items() if known.get(field) is not None}
