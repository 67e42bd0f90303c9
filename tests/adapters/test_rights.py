"""A Postgres whose user may not do everything, or that takes no writes."""

import asyncio
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url
from structlog.testing import capture_logs

from bot.adapters.backup import back_up, restore
from bot.adapters.postgres.rights import TABLES
from bot.adapters.store import check_rights, open_store, upgrade
from bot.errors import LibraryError
from bot.ports import Job
from tests.adapters.conftest import QUICK
from tests.adapters.working import a_task, messages, until_idle, working
from tests.engines import a_postgres_database

TABLES_OF_ALL = "ON ALL TABLES IN SCHEMA public TO weak"
USE_SEQUENCES = "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO weak"
NO_FUNCTIONS = "REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM public"
READ_ONLY = "is read-only"


@pytest.fixture
def url(postgres_server: str) -> Iterator[str]:
    """At this version's schema, of its owner."""
    with a_postgres_database(postgres_server) as made:
        upgrade(made)
        yield made


def run(url: str, *statements: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@pytest.fixture
def roles(url: str) -> Iterator[tuple[str, str]]:
    """A user who may nothing, and a group."""
    weak, group = f"weak{os.getpid()}", f"group{os.getpid()}"
    run(url, f"CREATE ROLE {weak} LOGIN", f"CREATE ROLE {group}")
    yield weak, group
    for role in (weak, group):
        run(url, f"DROP OWNED BY {role}", f"DROP ROLE {role}")


def of(url: str, user: str) -> str:
    return make_url(url).set(username=user).render_as_string(hide_password=False)


async def opening(url: str) -> str:
    """The sentence with which a bot refuses to start."""
    with pytest.raises(LibraryError) as caught:
        async with open_store(url):
            pass
    return str(caught.value)


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ([], ["SELECT, UPDATE on alembic_version", "SELECT, INSERT, UPDATE, DELETE on answers, article_keys"]),
        (
            [f"GRANT SELECT {TABLES_OF_ALL}"],
            ["UPDATE on alembic_version", "INSERT, UPDATE, DELETE on answers", "USAGE on"],
        ),
        ([f"GRANT SELECT, INSERT, UPDATE, DELETE {TABLES_OF_ALL}"], ["(USAGE on answers_n_seq, jobs_id_seq, "]),
        ([f"GRANT SELECT, INSERT, UPDATE {TABLES_OF_ALL}", USE_SEQUENCES], ["(DELETE on answers, article_keys, "]),
        (
            [
                f"GRANT SELECT, INSERT, UPDATE, DELETE {TABLES_OF_ALL}",
                USE_SEQUENCES,
                "REVOKE INSERT ON votes FROM weak",
            ],
            ["lacks rights in the database (INSERT on votes): grant them, or name the user that owns the tables."],
        ),
        (
            [f"GRANT SELECT, INSERT, UPDATE, DELETE {TABLES_OF_ALL}", USE_SEQUENCES, NO_FUNCTIONS],
            ["(EXECUTE on procrastinate_", "() and "],
        ),
    ],
)
async def test_a_user_that_lacks_rights_is_told_which(
    url: str, roles: tuple[str, str], given: list[str], missing: list[str]
) -> None:
    """One sentence at the start, which names tables, sequences and functions; nothing is changed, and looking says the same."""
    weak, _ = roles
    run(url, *(statement.replace("weak", weak) for statement in given))

    sentence = await opening(of(url, weak))
    with pytest.raises(LibraryError) as looked:
        check_rights(of(url, weak))

    assert all(each in sentence for each in missing)
    assert "DATABASE_URL" in sentence
    assert "\n" not in sentence
    assert str(looked.value) == sentence


@pytest.mark.parametrize("inherited", [False, True])
async def test_the_rights_that_are_asked_for_are_enough(url: str, roles: tuple[str, str], inherited: bool) -> None:
    """Granted to the user or to a group that it is in: it starts, accepts, works, counts and purges."""
    weak, group = roles
    given = group if inherited else weak
    run(url, NO_FUNCTIONS, *(f"GRANT {', '.join(rights)} ON {table} TO {given}" for table, rights in TABLES.items()))
    run(url, f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {given}", f"GRANT {group} TO {weak}")
    run(url, f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {given}")
    seen: list[Job] = []

    async def once(job: Job) -> None:
        seen.append(job)
        if len(seen) == 1:
            raise ValueError

    async with open_store(of(url, weak), policy=QUICK) as store, working(store.jobs, once):
        await store.jobs.reach()
        await store.jobs.accept(a_task("1"))
        await until_idle(store.jobs)
        await store.starts.keep(datetime.now(UTC))

        assert messages(seen) == ["1", "1"]
        assert await store.keeping.purge(datetime(2100, 1, 1, tzinfo=UTC)) >= 1


async def test_a_right_that_is_taken_away_is_missed_before_a_job_misses_it(url: str, roles: tuple[str, str]) -> None:
    """The bot that runs is not ready, says why, and is when it has the right again."""
    weak, _ = roles
    run(
        url,
        f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {weak}",
        f"GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {weak}",
    )
    async with open_store(of(url, weak)) as store:
        await store.jobs.reach()
        run(url, f"REVOKE USAGE, UPDATE ON SEQUENCE jobs_id_seq FROM {weak}")

        with pytest.raises(LibraryError, match=r"lacks rights .*\(USAGE on jobs_id_seq\)"):
            await store.jobs.reach()
        run(url, f"GRANT USAGE ON SEQUENCE jobs_id_seq TO {weak}")
        await store.jobs.reach()


def read_only(url: str, value: str) -> None:
    """As a server is after a failover, for whoever connects from now on; who was connected is cut off."""
    name = make_url(url).database
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET default_transaction_read_only = off")
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = {value}".encode())
        if value == "on":
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


async def test_a_read_only_database_stops_the_start(url: str) -> None:
    """At this version's schema or without one: one sentence. Who only reads may."""
    read_only(url, "on")

    sentence = await opening(url)

    assert READ_ONLY in sentence
    assert "DATABASE_URL" in sentence
    async with open_store(url, lock=False) as store:
        assert list(await store.ballots.all()) == []


def test_an_upgrade_of_a_read_only_database_is_told_so(postgres_server: str) -> None:
    """Where it has something to do."""
    with a_postgres_database(postgres_server) as empty:
        read_only(empty, "on")

        with pytest.raises(LibraryError, match=READ_ONLY):
            upgrade(empty)


async def test_a_database_that_becomes_read_only_is_worked_with_again_once_it_is_not(url: str) -> None:
    """Meanwhile nothing is accepted and the log says once why, for each that waits; connections that were made meanwhile are not kept."""
    seen: list[Job] = []

    async def see(job: Job) -> None:
        seen.append(job)

    with capture_logs() as lines:
        async with open_store(url, policy=replace(QUICK, heartbeat=0.2)) as store, working(store.jobs, see):
            await store.jobs.accept(a_task("before"))
            await until_idle(store.jobs)
            read_only(url, "on")
            said = set()
            for n in range(20):
                with pytest.raises(LibraryError):
                    await store.jobs.accept(a_task(f"meanwhile {n}"))
                with pytest.raises(LibraryError) as caught:
                    await store.jobs.reach()
                said.add(str(caught.value))
                await asyncio.sleep(0.05)
            time.sleep(QUICK.silence / 2 + 0.1)  # noqa: ASYNC251 a machine so busy that nobody is judged for a while
            await asyncio.sleep(1.0)
            read_only(url, "off")
            async with asyncio.timeout(20):
                while True:
                    with suppress(LibraryError):
                        await store.jobs.reach()
                        break
                    await asyncio.sleep(0.05)
            for n in range(8):
                await store.jobs.accept(a_task(f"after {n}", thread=str(n)))
            async with asyncio.timeout(20):
                await until_idle(store.jobs)

    why = [line["event"] for line in lines if READ_ONLY in str(line.get("error"))]
    assert any(READ_ONLY in each for each in said)
    assert sorted(messages(seen)) == [*(f"after {n}" for n in range(8)), "before"]
    assert why
    assert len(why) == len(set(why))


async def test_who_is_granted_the_tables_anew_works_after_a_restore(
    url: str, roles: tuple[str, str], client_programs: None, tmp_path: Path
) -> None:
    """Who restores owns what is new, and everybody may still look into the schema, as in any database of Postgres."""
    weak, _ = roles
    back_up(url, tmp_path / "kept", sqlite=False)
    restore(url, tmp_path / "kept", sqlite=False)
    with pytest.raises(LibraryError, match=r"lacks rights in the database .*: grant them"):
        check_rights(of(url, weak))

    run(
        url,
        f"GRANT SELECT, INSERT, UPDATE, DELETE {TABLES_OF_ALL.replace('weak', weak)}",
        USE_SEQUENCES.replace("weak", weak),
    )

    async with open_store(of(url, weak)) as store:
        await store.jobs.reach()
