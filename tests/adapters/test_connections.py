"""A Postgres that lets the bot have too few connections: it would start, and do no work."""

import os
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import make_url

from bot.adapters.postgres.connections import NEEDED
from bot.adapters.store import check_rights, open_store
from bot.errors import LibraryError

TABLES = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"


def run(url: str, statement: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement.encode())


@pytest.fixture
def role(url: str) -> Iterator[str]:
    """A user to whom the database belongs."""
    role = f"few{os.getpid()}"
    run(url, f"CREATE ROLE {role} LOGIN")
    run(url, f"GRANT ALL ON SCHEMA public TO {role}")
    yield role
    run(url, f"DROP OWNED BY {role}")
    run(url, f"DROP ROLE {role}")


@pytest.mark.parametrize(("whose", "most"), [("user", 1), ("user", NEEDED - 1), ("database", 2), ("database", 0)])
async def test_who_may_have_too_few_connections_is_told_how_many_it_takes(
    url: str, role: str, whose: str, most: int
) -> None:
    """One sentence at the start, and the same for who only looks; nothing is changed."""
    what = f"ROLE {role}" if whose == "user" else f"DATABASE {make_url(url).database}"
    few = make_url(url).set(username=role).render_as_string(hide_password=False)
    run(url, f"ALTER {what} CONNECTION LIMIT {most}")

    with pytest.raises(LibraryError) as started:
        async with open_store(few):
            pass
    with pytest.raises(LibraryError) as looked:
        check_rights(few)

    assert "\n" not in str(started.value)
    assert "DATABASE_URL" in str(started.value)
    if most:
        assert f"The {whose} " in str(started.value)
        assert f"({most}, by its CONNECTION LIMIT), and each process needs {NEEDED}" in str(started.value)
    assert str(looked.value) == str(started.value)
    with psycopg.connect(url) as connection:
        assert connection.execute(TABLES).fetchone() == (0,)


async def test_as_many_connections_as_one_process_needs_are_enough(url: str, role: str) -> None:
    """Whoever has the very number starts."""
    run(url, f"ALTER ROLE {role} CONNECTION LIMIT {NEEDED}")

    async with open_store(make_url(url).set(username=role).render_as_string(hide_password=False)) as store:
        await store.jobs.reach()
