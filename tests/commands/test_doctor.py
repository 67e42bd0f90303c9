"""`doctor`, and the commands beside the bot: they look, say what to do, show no secret and change nothing."""

import asyncio
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from bot.slack.connections.http import listening, routes
from tests.adapters.damage import damage_within
from tests.commands.shell import claims_bot, failed_with, left_behind, started
from tests.engines import a_postgres_database
from tests.model_answers import says
from tests.model_server import KEY, ModelServer

ROOT = Path(__file__).parents[2]
SECRET = "hush-hush"
FAR = {"CLAIMS_PORT": "0"}
MANY = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "s",
    "SLACK_SIGNING_SECRET": "s",
    "CLAIMS_SECRET_KEY": "a" * 43 + "=",
}
"""A bot of many workspaces, which asks Slack nothing when it starts."""


@pytest.fixture
def database(postgres_server: str) -> Iterator[str]:
    with a_postgres_database(postgres_server) as url:
        yield url


def tables(url: str) -> int:
    with psycopg.connect(url) as connection:
        (count,) = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() or (0,)
        return int(count)


@pytest.mark.parametrize("place", ["before the host", "as a parameter"])
def test_the_databases_password_is_shown_nowhere(database: str, place: str) -> None:
    """Neither where the database is in order, nor where it is away: doctor tells its name and its host."""
    url = make_url(database)
    hidden = url.set(password=SECRET) if place == "before the host" else url.update_query_dict({"password": SECRET})
    away = hidden.set(host="127.0.0.1", port=1, query={k: v for k, v in hidden.query.items() if k != "host"})
    shown = [each.render_as_string(hide_password=False) for each in (hidden, away)]
    assert all(SECRET in each for each in shown)
    claims_bot("db", "upgrade", DATABASE_URL=shown[0])

    right, wrong = (claims_bot("doctor", DATABASE_URL=each, CLAIMS_LOG_LEVEL="debug", **FAR) for each in shown)

    assert f"Database: {url.database} on " in right.stdout
    assert "schema is current" in right.stdout
    assert "cannot be used" in wrong.stdout
    assert SECRET not in right.stdout + right.stderr + wrong.stdout + wrong.stderr


@pytest.mark.parametrize(
    "url", [f"postgresql://u:{SECRET}@127.0.0.1:port/db", f"postgresql://u:p@{SECRET}@127.0.0.1:1/db"]
)
def test_an_address_that_is_none_is_named_and_the_other_checks_go_on(url: str) -> None:
    """One sentence names DATABASE_URL and shows nothing of it; doctor looks at the rest all the same."""
    looked, upgraded = claims_bot("doctor", DATABASE_URL=url, **FAR), claims_bot("db", "upgrade", DATABASE_URL=url)

    assert "DATABASE_URL is not an address" in failed_with(upgraded)
    assert "DATABASE_URL is not an address" in looked.stdout
    assert "Model: none is set" in looked.stdout
    assert SECRET not in looked.stdout + looked.stderr + upgraded.stderr


@pytest.mark.skipif(os.geteuid() != 0 or shutil.which("setpriv") is None, reason="needs root and setpriv")
def test_a_folder_in_which_no_database_can_be_made_is_told(tmp_path: Path) -> None:
    """Whoever has no right to write there is told so before the first start fails."""
    user = ("--reuid", "54321", "--inh-caps", "+dac_read_search", "--ambient-caps", "+dac_read_search")
    environment = os.environ | FAR | {"DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3", "PYTHONPATH": str(ROOT)}
    command = ["setpriv", *user, sys.executable, "-m", "bot", "doctor"]

    looked = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert "cannot be written (permission denied)" in looked.stdout
    assert list(tmp_path.iterdir()) == []


def test_commands_beside_the_bot_do_not_make_a_database() -> None:
    """`doctor`, `votes` and `eval --from-votes` find none, say how to make one, and leave the folder as it was."""
    where = {"DATABASE_URL": "sqlite:///new.sqlite3"} | FAR

    looked = claims_bot("doctor", **where)
    votes, voted = claims_bot("votes", **where), claims_bot("eval", "--from-votes", "database", **where)

    assert "is not there yet" in looked.stdout
    assert "run `claims-bot db upgrade`" in failed_with(votes)
    assert "run `claims-bot db upgrade`" in failed_with(voted)
    assert left_behind() == []


def test_a_folder_that_is_not_there_is_named_and_not_made() -> None:
    """By `doctor` and by `db upgrade`: a slip in the setting is not taken for a new database."""
    looked, upgraded = (
        claims_bot(*words, DATABASE_URL="sqlite:///nodir/x.db", **FAR) for words in (["doctor"], ["db", "upgrade"])
    )

    assert "nodir is no folder: make it, or mend DATABASE_URL." in looked.stdout
    assert "nodir is no folder: make it, or mend DATABASE_URL." in failed_with(upgraded)
    assert left_behind() == []


def test_commands_beside_the_bot_do_not_upgrade_a_database() -> None:
    """An older schema stays as it is, byte for byte, until the operator says so."""
    claims_bot("db", "upgrade")
    with closing(sqlite3.connect("claims.sqlite3")) as old:
        old.execute("UPDATE alembic_version SET version_num = '0001'")
        old.commit()
        old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = {file.name: file.read_bytes() for file in left_behind()}

    looked, votes = claims_bot("doctor", **FAR), started("votes")

    assert "run `claims-bot db upgrade`" in looked.stdout
    assert looked.returncode == 1
    assert "run `claims-bot db upgrade`" in failed_with(votes)
    assert {file.name: file.read_bytes() for file in left_behind()} == before


def test_a_damaged_database_is_told_and_what_to_do() -> None:
    """By `doctor`, and by whatever would work on it, which stops with one sentence; the file stays as it is."""
    claims_bot("db", "upgrade")
    damaged = damage_within(Path("claims.sqlite3"))

    looked, upgraded = claims_bot("doctor", **FAR), claims_bot("db", "upgrade")
    served = claims_bot("serve", **MANY, **FAR)

    assert looked.returncode == 1
    assert "claims.sqlite3 is damaged (" in looked.stdout
    for each in (looked.stdout, failed_with(upgraded), failed_with(served)):
        assert "put the last backup back with `claims-bot db restore FILE`" in each
    assert Path("claims.sqlite3").read_bytes() == damaged


@pytest.mark.slow
@pytest.mark.parametrize(
    ("made_so", "told"),
    [
        (
            "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}",
            "lacks rights in the database (UPDATE on alembic_version",
        ),
        ("ALTER ROLE {user} SET default_transaction_read_only = on", "is read-only, as a standby is"),
    ],
)
def test_a_database_that_cannot_be_written_is_told_before_anything_works_on_it(
    database: str, made_so: str, told: str
) -> None:
    """By `doctor`, and by `serve` and `work`, which stop with the same sentence; an upgrade that has nothing to do goes well."""
    claims_bot("db", "upgrade", DATABASE_URL=database)
    user = f"reader{os.getpid()}"
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {user} LOGIN")
        connection.execute(f"GRANT SELECT ON alembic_version, queue_migrations TO {user}")
        connection.execute(made_so.format(user=user))
    there = {"DATABASE_URL": make_url(database).set(username=user).render_as_string(hide_password=False)} | FAR
    try:
        looked, upgraded = claims_bot("doctor", **there), claims_bot("db", "upgrade", **there)
        refused = [failed_with(claims_bot(command, **there, **MANY)) for command in ("serve", "work")]
    finally:
        with psycopg.connect(database, autocommit=True) as connection:
            connection.execute(f"DROP OWNED BY {user}")
            connection.execute(f"DROP ROLE {user}")

    assert looked.returncode == 1
    assert upgraded.returncode == 0
    assert all(told in each for each in refused)
    assert refused[0] == refused[1]
    assert f"fail Database: {refused[0].removeprefix('claims-bot: ')}" in looked.stdout


def test_commands_beside_the_bot_leave_an_empty_postgres_empty(database: str) -> None:
    """The same on a server: not a table is made."""
    looked = claims_bot("doctor", DATABASE_URL=database, **FAR)
    votes = claims_bot("votes", DATABASE_URL=database)

    assert "run `claims-bot db upgrade`" in looked.stdout
    assert "run `claims-bot db upgrade`" in failed_with(votes)
    assert tables(database) == 0


async def test_doctor_tells_a_port_that_a_bot_holds_from_one_that_is_taken() -> None:
    """Beside the running bot nothing is wrong; another program on its port would keep it from starting."""

    async def ready() -> dict[str, bool]:
        return {}

    async def page() -> bytes:
        return b""

    async with listening(routes(None, ready, page), "127.0.0.1", 0) as port:
        beside = await asyncio.to_thread(claims_bot, "doctor", CLAIMS_PORT=str(port))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        there = {"CLAIMS_PORT": str(taken.getsockname()[1]), "SLACK_CLIENT_SECRET": "hush"}
        refused = await asyncio.to_thread(claims_bot, "doctor", **there)
    free = await asyncio.to_thread(claims_bot, "doctor", **FAR)

    assert f"note Port: a bot listens on 127.0.0.1:{port} already" in beside.stdout
    assert "fail Port: CLAIMS_PORT" in refused.stdout
    assert "fail Slack: SLACK_CLIENT_SECRET is set, but SLACK_CLIENT_ID is not" in refused.stdout
    assert "ok   Port:" in free.stdout
    assert left_behind() == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("Yes, I am here.", "fail Model: test-model answers, but not in the form that it is asked for."),
        ('{"ok": true}', "ok   Model: "),
    ],
)
async def test_a_model_that_answers_wrongly_is_not_called_silent(answer: str, told: str) -> None:
    """It is there, and what to do about it is another thing than for one that is away."""
    async with ModelServer() as server:
        server.answer_with(lambda _: says(answer))
        model = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY, "OPENAI_MODEL": "test-model"}
        seen = await asyncio.to_thread(claims_bot, "doctor", **model, **FAR)

    assert told in seen.stdout
