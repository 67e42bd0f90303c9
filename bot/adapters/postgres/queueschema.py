"""procrastinate's own schema, beside ours."""

from importlib import resources
from typing import Any

from sqlalchemy import Connection, inspect, text


def upgrade_queue(connection: Connection) -> None:
    """procrastinate's own schema: whole when it is not there, else the migrations that were not applied yet."""
    files = _files()
    if not _is_there(connection):
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS queue_migrations (name text PRIMARY KEY)")
        _run_script(connection, resources.files("procrastinate.sql") / "schema.sql")
        done: set[str] = set()
    else:
        done = _applied(connection)
        for name in files:
            if name not in done:
                _run_script(connection, _scripts() / name)
    for name in files:
        if name not in done:
            connection.execute(text("INSERT INTO queue_migrations VALUES (:name)"), {"name": name})


def is_current(connection: Connection) -> bool:
    """Whether `upgrade_queue` would change nothing."""
    return _is_there(connection) and _applied(connection) >= set(_files())


def _is_there(connection: Connection) -> bool:
    return inspect(connection).has_table("procrastinate_jobs")


def _applied(connection: Connection) -> set[str]:
    return set(connection.execute(text("SELECT name FROM queue_migrations")).scalars())


def _files() -> list[str]:
    return sorted(file.name for file in _scripts().iterdir() if file.name.endswith(".sql"))


def _scripts() -> Any:
    return resources.files("procrastinate.sql") / "migrations"


def _run_script(connection: Connection, file: Any) -> None:
    """Through the driver, without parameters: a script is many statements and full of `%`."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.cursor().execute(file.read_text(encoding="utf-8"))
