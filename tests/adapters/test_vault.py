"""Sealed texts, on real databases."""

import base64
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.adapters.postgres.address import url_of
from bot.adapters.postgres.store import PostgresDatabase
from bot.adapters.rows.database import Database, fetch, now
from bot.adapters.rows.seal import Seal
from bot.adapters.rows.tables import secrets
from bot.adapters.rows.vault import SqlVault
from bot.adapters.sqlite.database import SqliteDatabase
from bot.errors import LibraryError
from bot.secretkey import key_of
from tests.engines import a_ready_postgres_database, a_ready_sqlite_database


def a_key() -> str:
    """As `openssl rand -base64 32` prints it."""
    return base64.b64encode(os.urandom(32)).decode()


@pytest.fixture(params=["sqlite", "postgres"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database of each engine, at this version's schema."""
    if request.param == "sqlite":
        a_ready_sqlite_database(tmp_path)
        async with _closing(SqliteDatabase(tmp_path / "claims.sqlite3")) as opened:
            yield opened
        return
    with a_ready_postgres_database(request.getfixturevalue("postgres_server")) as url:
        async with _closing(PostgresDatabase(url_of(url))) as opened:
            yield opened


@asynccontextmanager
async def _closing(database: SqliteDatabase | PostgresDatabase) -> AsyncIterator[Database]:
    try:
        yield database
    finally:
        await database.close()


@pytest.fixture
def vault(database: Database) -> SqlVault:
    return SqlVault(database, Seal([a_key()]))


async def test_a_text_comes_back_and_does_not_lie_there_in_clear(vault: SqlVault, database: Database) -> None:
    """What was kept last under a key is what is read; the database holds nothing of it that can be read."""
    await vault.keep("install/T1", "xoxb-first", team="T1")
    await vault.keep("install/T1", "xoxb-second", team="T1")

    assert await vault.get("install/T1") == "xoxb-second"
    assert await vault.get("install/T2") is None
    (row,) = await fetch(database, select(secrets))
    assert "xoxb" not in str(dict(row))


async def test_a_text_is_taken_once(vault: SqlVault) -> None:
    """The second who asks gets nothing."""
    await vault.keep("state/1", "somebody")

    assert [await vault.take("state/1"), await vault.take("state/1")] == ["somebody", None]


async def test_what_has_run_out_is_gone(vault: SqlVault) -> None:
    """Neither read nor taken nor listed after its time."""
    await vault.keep("state/old", "somebody", until=now() - timedelta(seconds=1))
    await vault.keep("state/new", "somebody", until=now() + timedelta(minutes=1))

    assert await vault.get("state/old") is None
    assert await vault.take("state/old") is None
    assert await vault.keys("state/") == ["state/new"]


async def test_one_is_first_until_its_time_has_run_out(vault: SqlVault) -> None:
    """Of several who want to do the same, one does; later another may."""
    soon, past = now() + timedelta(minutes=1), now() - timedelta(seconds=1)

    assert [await vault.first("renew/T1", soon), await vault.first("renew/T1", soon)] == [True, False]
    assert [await vault.first("renew/T2", past), await vault.first("renew/T2", soon)] == [True, True]


async def test_a_key_is_changed_without_a_pause(database: Database) -> None:
    """With the new key before the old one all opens, and is sealed anew; after that the old one can go."""
    old, new = a_key(), a_key()
    await SqlVault(database, Seal([old])).keep("install/T1", "xoxb-1", team="T1")
    both = SqlVault(database, Seal([new, old]))

    assert await both.get("install/T1") == "xoxb-1"
    assert [await both.seal_anew(), await both.seal_anew()] == [1, 0]
    assert await SqlVault(database, Seal([new])).get("install/T1") == "xoxb-1"


async def test_a_wrong_key_is_said_plainly(database: Database) -> None:
    """The sentence names the setting, and nothing of what was sealed."""
    await SqlVault(database, Seal([a_key()])).keep("install/T1", "xoxb-1", team="T1")

    with pytest.raises(LibraryError, match="CLAIMS_SECRET_KEY"):
        await SqlVault(database, Seal([a_key()])).get("install/T1")


@pytest.mark.parametrize("text", ["", "short", "x" * 44, base64.b64encode(b"x" * 31).decode()])
def test_what_is_no_key_is_refused(text: str) -> None:
    """A passphrase would be too weak a key."""
    with pytest.raises(ValueError, match="32 random bytes"):
        key_of(text)


async def test_a_forgotten_organisation_takes_its_workspaces_along(database: Database, vault: SqlVault) -> None:
    """Tokens of the organisation, and of each workspace we were in through it, are gone; others stay."""
    from bot.adapters.rows.keeping import SqlKeeping

    await vault.keep("install/E1", "xoxb-org", team="E1")
    await vault.keep("through/T1", "E1", team="T1", org="E1")
    await vault.keep("install/T2", "xoxb-2", team="T2")

    assert await SqlKeeping(database).forget_team("E1")

    assert await vault.keys("") == ["install/T2"]


async def test_retention_leaves_installations_and_clears_what_has_run_out(database: Database, vault: SqlVault) -> None:
    """A workspace that was installed long ago stays installed."""
    from bot.adapters.rows.keeping import SqlKeeping

    await vault.keep("install/T1", "xoxb-1", team="T1")
    await vault.keep("state/1", "somebody", until=now() - timedelta(seconds=1))

    assert await SqlKeeping(database).purge(now() + timedelta(days=1)) == 1

    assert await vault.keys("") == ["install/T1"]
