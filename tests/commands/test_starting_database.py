"""Starting on the command line with a database that cannot be worked with, while Slack is away: it is said before Slack is
waited for, and nothing is changed."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.adapters.store import upgrade
from tests.commands.shell import claims_bot, failed_with
from tests.engines import a_postgres_database

AWAY = {
    "SLACK_API_URL": "http://127.0.0.1:9/api/",
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "CLAIMS_PORT": "0",
}
"""A start that asks this Slack waits for it and does not end."""

NEWER = "UPDATE alembic_version SET version_num = '9999'"


@pytest.fixture
def empty(postgres_server: str) -> Iterator[str]:
    with a_postgres_database(postgres_server) as made:
        yield made


@pytest.fixture
def weak(empty: str) -> Iterator[str]:
    """The same, of a user who may connect and no more."""
    name = f"weak{os.getpid()}"
    run(empty, f"CREATE ROLE {name} LOGIN")
    yield make_url(empty).set(username=name).render_as_string(hide_password=False)
    run(empty, f"DROP OWNED BY {name}", f"DROP ROLE {name}")


def run(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def tables(url: str) -> list[tuple[str, str]]:
    """What a start could have changed."""
    with psycopg.connect(url) as connection:
        return connection.execute(
            "SELECT relname, relfilenode || relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        ).fetchall()


@pytest.mark.parametrize("command", ["serve", "work"])
def test_missing_rights_are_told(command: str, empty: str, weak: str) -> None:
    """Whoever runs it learns which they are."""
    upgrade(empty)
    before = tables(empty)

    assert "lacks rights in the database (" in failed_with(claims_bot(command, DATABASE_URL=weak, **AWAY))
    assert tables(empty) == before


def test_a_schema_that_the_user_may_not_make_is_told(empty: str, weak: str) -> None:
    """The owner has to make it."""
    assert "run `claims-bot db upgrade` as" in failed_with(claims_bot("serve", DATABASE_URL=weak, **AWAY))
    assert tables(empty) == []


def test_an_older_schema_of_somebody_else_is_told(empty: str, weak: str) -> None:
    """With every right on the tables nobody but their owner may alter them."""
    upgrade(empty)
    name = make_url(weak).username
    run(
        empty,
        "UPDATE alembic_version SET version_num = '0001'",
        f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {name}",
        f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {name}",
        f"GRANT CREATE ON SCHEMA public TO {name}",
    )

    assert "run `claims-bot db upgrade` as" in failed_with(claims_bot("serve", DATABASE_URL=weak, **AWAY))


def test_a_newer_schema_is_told(empty: str) -> None:
    """It is left to the version that wrote it."""
    upgrade(empty)
    run(empty, NEWER)

    assert "newer version" in failed_with(claims_bot("serve", DATABASE_URL=empty, **AWAY))


@pytest.mark.parametrize(
    "wrong",
    ["postgresql://claims:hush@127.0.0.1:1/claims", "postgresql://claims:hush@no-such-host.invalid/claims"],
    ids=["no server", "no such host"],
)
def test_a_server_that_is_not_there_is_told(wrong: str) -> None:
    """Without its password."""
    line = failed_with(claims_bot("serve", DATABASE_URL=wrong, **AWAY))

    assert "DATABASE_URL" in line
    assert "hush" not in line


def junk() -> None:
    Path("claims.sqlite3").write_bytes(os.urandom(9000))


def newer() -> None:
    upgrade("sqlite:///claims.sqlite3")
    with closing(sqlite3.connect("claims.sqlite3")) as connection:
        connection.execute(NEWER)
        connection.commit()


@pytest.mark.parametrize(
    ("make", "told"), [(junk, "is not a SQLite database"), (newer, "newer version")], ids=["junk", "newer"]
)
def test_a_file_that_cannot_be_worked_with_is_told(make: Callable[[], None], told: str) -> None:
    """It stays as it was."""
    make()
    before = Path("claims.sqlite3").read_bytes()

    assert told in failed_with(claims_bot("serve", **AWAY))
    assert Path("claims.sqlite3").read_bytes() == before
