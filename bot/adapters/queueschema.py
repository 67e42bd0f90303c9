"""procrastinate's own schema, beside ours."""

from importlib import resources
from typing import Any

from sqlalchemy import Connection, inspect, text


def upgrade_queue(connection: Connection) -> None:
    """procrastinate's own schema: whole when it is not there, else the migrations that were not applied yet."""
    files = sorted(file.name for file in _scripts().iterdir() if file.name.endswith(".sql"))
    if not inspect(connection).has_table("procrastinate_jobs"):
        connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS queue_migrations (name text PRIMARY KEY)")
        _run_script(connection, resources.files("procrastinate.sql") / "schema.sql")
        done: set[str] = set()
    else:
        done = set(connection.execute(text("SELECT name FROM queue_migrations")).scalars())
        for name in files:
            if name not in done:
                _run_script(connection, _scripts() / name)
    for name in files:
        if name not in done:
            connection.execute(text("INSERT INTO queue_migrations VALUES (:name)"), {"name": name})


def _scripts() -> Any:
    return resources.files("procrastinate.sql") / "migrations"


def _run_script(connection: Connection, file: Any) -> None:
    """Through the driver, without parameters: a script is many statements and full of `%`."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.cursor().execute(file.read_text(encoding="utf-8"))
