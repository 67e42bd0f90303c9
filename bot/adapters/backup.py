"""One file that holds everything, and back again.

SQLite is copied by its own online backup, which may run beside the bot. Postgres is dumped and restored by its own
programs `pg_dump`, `pg_restore` and `psql`, which must be on the PATH and not be older than the server. Passwords reach
them through the environment, where other users of the machine do not see them.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.adapters.database import reason
from bot.adapters.postgres import check_ours, conninfo, url_of
from bot.adapters.sqlitefile import cannot_write, check, held, path_of
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
_EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public"  # what a newer version added would stand in the way
_MAGIC = b"PGDMP"


def back_up(database_url: str, file: Path, *, sqlite: bool) -> None:
    """Write everything into `file`, which must not be there yet. Raises `LibraryError`, and leaves no half a file."""
    if file.exists():
        raise LibraryError(f"{file} is there already: name a new file.")
    half = file.with_name(f"{file.name}.part")
    try:
        if sqlite:
            _copy(path_of(database_url), half)
        else:
            _run([*_DUMP, f"--file={half}"], database_url)
        half.chmod(0o600)
        half.replace(file)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(f"{file} cannot be written ({reason(error)}).") from None
    finally:
        half.unlink(missing_ok=True)


def restore(database_url: str, file: Path, *, sqlite: bool) -> None:
    """Put back what `back_up` wrote, in place of what is there. Raises `LibraryError`, with nothing changed.

    The bot must be stopped. On SQLite what was there stays beside the database, as `PATH.before-restore`.
    """
    if not file.is_file():
        raise LibraryError(f"{file} is not a file.")
    if sqlite:
        _put_back(file, path_of(database_url))
        return
    with file.open("rb") as opened:
        if opened.read(len(_MAGIC)) != _MAGIC:
            raise LibraryError(f"{file} is not a backup of a Postgres database.")
    check_ours(database_url)
    with TemporaryDirectory(prefix="claims-restore-") as folder:
        script = Path(folder) / "restore.sql"
        _run([*_AS_SQL, f"--file={script}", str(file)], database_url)
        _run([*_PLAY, f"--command={_EMPTY}", f"--file={script}"], database_url)


def _copy(source: Path, target: Path) -> None:
    if not source.is_file():
        raise LibraryError(f"{source} is not there: DATABASE_URL names another file than the bot's.")
    check(source)
    with closing(sqlite3.connect(source, timeout=10)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it


def _put_back(file: Path, path: Path) -> None:
    check(file)
    _is_whole(file)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with held(path):
            half = path.with_name(f"{path.name}.restoring")
            shutil.copyfile(file, half)
            half.chmod(0o600)
            _set_aside(path)
            half.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from None


def _is_whole(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as kept:
            (found,) = kept.execute("PRAGMA integrity_check").fetchone()
            ours = kept.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
    except sqlite3.Error as error:
        raise LibraryError(f"{file} cannot be read ({reason(error)}).") from None
    if found != "ok" or not ours:
        raise LibraryError(f"{file} is not a whole backup of a claims-bot database.")


def _set_aside(path: Path) -> None:
    """What is there now, its log worked in, under another name."""
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as old:  # a damaged one is kept as it is
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        path.replace(path.with_name(f"{path.name}.before-restore"))
    for rest in ("-wal", "-shm"):
        Path(f"{path}{rest}").unlink(missing_ok=True)


def _run(command: list[str], database_url: str) -> None:
    try:
        done = subprocess.run(  # noqa: S603  a fixed program; the names are ours or the operator's
            command, env=os.environ | _settings(database_url), capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise LibraryError(f"{command[0]} is not on the PATH: install Postgres' client programs.") from None
    if done.returncode != 0:
        said = done.stderr.replace(f"{command[0]}: ", "").split("\n")[:2]
        raise LibraryError(f"{command[0]} failed: {' '.join(said).strip() or f'exit {done.returncode}'}")


def _settings(database_url: str) -> dict[str, str]:
    from psycopg.conninfo import conninfo_to_dict

    known = conninfo_to_dict(conninfo(url_of(database_url)))
    return {name: str(known[field]) for field, name in _ENVIRONMENT.items() if known.get(field) is not None}
