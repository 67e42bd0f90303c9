"""Starting on the command line: settings, `.env`, tokens and ports that stop it, with one sentence that names them."""

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from bot.playground.server import LocalSlack
from bot.settings import Settings
from tests.commands.shell import ROOT, claims_bot, failed_with, here, left_behind, started


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"CLAIMS_PROT": "3000"}, "CLAIMS_PROT"),
        ({"CLAIMS_PORT": "many"}, "CLAIMS_PORT"),
        ({"CLAIMS_USER_LINKS_PER_HOUR": "9223372036854775808"}, "CLAIMS_USER_LINKS_PER_HOUR"),
        ({"CLAIMS_WORKSPACE_TOKENS_PER_DAY": "9223372036854775808"}, "CLAIMS_WORKSPACE_TOKENS_PER_DAY"),
        ({"CLAIMS_MODEL_REQUESTS_PER_MINUTE": "9223372036854775808"}, "CLAIMS_MODEL_REQUESTS_PER_MINUTE"),
        ({"CLAIMS_LANGUAGE": "Deutsch"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_LANGUAGE": "xx"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_LANGUAGE": "deu"}, "CLAIMS_LANGUAGE: must be a language code"),
        ({"CLAIMS_FETCH_ALLOW": "localhost"}, "CLAIMS_FETCH_ALLOW"),
        ({"CLAIMS_READER": "openai"}, "OPENAI_API_KEY"),
        ({"OPENAI_BASE_URL": "http://me:hush@127.0.0.1/v1"}, "OPENAI_BASE_URL: must hold no name and no password"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL: must name a file"),
        ({"SLACK_CLIENT_ID": "1.2", "SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_CLIENT_SECRET is not"),
        ({"SLACK_CLIENT_SECRET": "hush"}, "SLACK_CLIENT_ID is not"),
        ({"SLACK_API_URL": "https://slack.example"}, "SLACK_API_URL"),
        ({}, "SLACK_BOT_TOKEN"),
        ({"SLACK_BOT_TOKEN": "xoxb-1"}, "SLACK_APP_TOKEN"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else value,
)
def test_a_bad_setting_stops_the_start_and_is_named(environment: dict[str, str], named: str) -> None:
    """Whoever set it wrong learns which one it is, and never what a secret holds."""
    assert named in failed_with(claims_bot("serve", **environment))


def test_a_user_that_the_machine_does_not_know_can_run_it() -> None:
    """A service's user may have neither a name nor a home: systemd and Kubernetes give it a number alone."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("needs root and setpriv, to become somebody else")
    nobody_known = ("--reuid", "54321", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override")
    homeless = {name: value for name, value in os.environ.items() if name != "HOME"}

    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)  # theirs to write in: doctor tells of one that is not
        done = subprocess.run(
            ["setpriv", *nobody_known, sys.executable, "-m", "bot", "doctor"],
            env=homeless | {"PYTHONPATH": str(ROOT)},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, "")


def test_settings_come_from_an_env_file_too() -> None:
    """In development settings stand in `.env`, and an unknown one there is found as well."""
    Path(".env").write_text("CLAIMS_PORT=3000\nCLAIMS_WRONG=1\n")

    assert "CLAIMS_WRONG" in failed_with(claims_bot("serve"))


def test_a_line_of_the_env_file_that_is_none_is_named() -> None:
    """A quotation mark that is never closed would take the setting away without a word."""
    Path(".env").write_text('CLAIMS_HOST=127.0.0.1\nCLAIMS_PORT="\n')

    assert ".env, line 2: " in failed_with(claims_bot("serve"))


def test_what_is_set_and_empty_overrides_the_env_file() -> None:
    """`NAME= claims-bot …` is how to be without what the file has; other lines of it still hold."""
    Path(".env").write_text("SLACK_BOT_TOKEN=xoxb-1\nslack_app_token=xapp-1\nCLAIMS_FETCH_ALLOW=a:1,b:2\n")

    refused = claims_bot("serve", SLACK_APP_TOKEN="")

    assert "SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN" in failed_with(refused)


async def test_a_token_that_slack_refuses_stops_the_start() -> None:
    """`serve` says which token is wrong and where to find the right one."""
    async with LocalSlack() as slack:
        right = {"SLACK_API_URL": slack.api_url, "CLAIMS_PORT": "0"}
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        for name, wrong in (("SLACK_BOT_TOKEN", "xoxb-wrong"), ("SLACK_APP_TOKEN", "xapp-wrong")):
            done = await asyncio.to_thread(started, "serve", **right, **(tokens | {name: wrong}))

            assert name in failed_with(done)
            assert left_behind() == []


async def test_a_port_that_is_taken_stops_the_start() -> None:
    """`serve` names the setting, and leaves no database behind for a start that never was."""
    async with LocalSlack() as slack:
        tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
        with socket.create_server(("127.0.0.1", 0)) as taken:
            there = {"SLACK_API_URL": slack.api_url, "CLAIMS_PORT": str(taken.getsockname()[1])}
            done = await asyncio.to_thread(claims_bot, "serve", **there, **tokens)

    assert "CLAIMS_PORT" in failed_with(done)
    assert left_behind() == []


async def test_a_bot_that_is_stopped_while_it_loads_ends_well() -> None:
    """SIGTERM before anything is served is no failure, as it is none afterwards."""
    loading = await asyncio.create_subprocess_exec(
        sys.executable, "-X", "importtime", "-m", "bot", "serve", stderr=asyncio.subprocess.PIPE, env=here()
    )
    assert loading.stderr is not None
    async for line in loading.stderr:
        if b"aiohttp" in line:
            break
    loading.terminate()
    await loading.communicate()

    assert loading.returncode == 0
    assert left_behind() == []


def test_work_beside_sqlite_says_what_to_run_instead() -> None:
    """One process works on a SQLite file; a second one that only works would wait for ever."""
    assert "`claims-bot serve` accepts and works" in failed_with(started("work"))


def test_the_database_can_be_brought_up_to_date_twice() -> None:
    """`db upgrade` makes the schema, and changes nothing the second time."""
    first, second = started("db", "upgrade"), claims_bot("db", "upgrade")

    assert (first.returncode, second.returncode) == (0, 0)
    assert Path("claims.sqlite3").is_file()


@pytest.mark.parametrize(("written", "meant"), [("DE", "de"), ("Fr-CA", "fr-CA")])
def test_a_language_is_known_however_its_code_is_written(written: str, meant: str) -> None:
    """Capital letters tell nothing in a language code."""
    assert Settings(_env_file=None, language=written).language == meant
