"""The ten failures of the operator's page: each is caused, and the command beside it shows what the page says."""

import asyncio
import os
import re
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.playground.transcript import transcript
from tests.deploy.pages import OPERATORS
from tests.disks import a_disk, fill
from tests.model_answers import Failure
from tests.model_server import KEY, ModelServer
from tests.scenarios.process import Served, served
from tests.scenarios.scene import Town, town

_ROW = re.compile(r"^\| (\d+) \| (.+?) \| `(.+?)` \| (.+) \|$", re.MULTILINE)
FAILURES = {
    int(n): (seen, command.replace("\\|", "|"), cure) for n, seen, command, cure in _ROW.findall(OPERATORS.read_text())
}


class Operator:
    """Somebody at a shell beside the bot: same folder, same settings, the program on the PATH."""

    def __init__(self, here: Town, folder: Path, **settings: str) -> None:
        self._folder = folder
        here.slack.scopes.discard("")
        self.settings = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "SLACK_API_URL": here.slack.api_url,
            "SLACK_BOT_TOKEN": here.slack.bot_token,
            "SLACK_APP_TOKEN": here.slack.app_token,
            "DATABASE_URL": f"sqlite:///{folder / 'claims.sqlite3'}",
        } | settings

    async def type(self, command: str, **settings: str) -> tuple[int, str]:
        """The exit code, and all that was printed."""
        environment = os.environ | self.settings | settings
        out = asyncio.subprocess.PIPE
        done = await asyncio.create_subprocess_shell(
            command, cwd=self._folder, env=environment, stdout=out, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await done.communicate()
        return int(done.returncode or 0), said.decode()

    async def look(self, failure: int, **put: str) -> tuple[int, str]:
        """Type what the page tells to type for a failure, with this machine's values `put` in."""
        command = FAILURES[failure][1]
        for word, value in put.items():
            command = command.replace(word, value)
        return await self.type(command)


@asynccontextmanager
async def at_hand(folder: Path, **settings: str) -> AsyncIterator[tuple[Town, Operator, Served]]:
    """A bot at work, and an operator who has come to look."""
    async with town() as here, served(here, folder, **settings) as bot:
        yield here, Operator(here, folder, **settings), bot


async def replied(here: Town, ts: str, words: str) -> str:
    """The thread's newest message, once these words stand in it."""
    async with asyncio.timeout(60):
        while True:
            said = [transcript(each) for each in here.slack.thread(here.newsroom, ts)[1:]]
            if said and words in said[-1]:
                return said[-1]
            await asyncio.sleep(0.1)


def test_the_page_has_ten() -> None:
    """None is left out of the tests below."""
    tested = {int(n) for name in globals() for n in re.findall(r"^test_failure_(\d+)_", name)}

    assert set(FAILURES) == tested == set(range(1, 11))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("wrong", "named"), [({"CLAIMS_PORT": "many"}, "CLAIMS_PORT"), ({"SLACK_BOT_TOKEN": "xoxb-no"}, "SLACK_BOT_TOKEN")]
)
async def test_failure_1_a_setting_is_wrong(wrong: dict[str, str], named: str, tmp_path: Path) -> None:
    """`serve` stops with one sentence, and `doctor` names the setting."""
    async with town() as here:
        somebody = Operator(here, tmp_path, **wrong)

        code, sentence = await somebody.type("claims-bot serve")
        looked, shown = await somebody.look(1)

    assert (code, len(sentence.splitlines())) == (1, 1)
    assert looked == 1
    assert named in shown


async def test_failure_2_another_process_has_the_file(tmp_path: Path) -> None:
    """The sentence tells which one, also where it has the port too, and `ps` shows it."""
    async with at_hand(tmp_path) as (_, somebody, bot):
        _, sentence = await somebody.type("claims-bot serve", CLAIMS_PORT=str(bot.port))
        process = re.search(r"in use by process (\d+)", sentence)
        assert process is not None
        code, shown = await somebody.look(2, N=process[1])

    assert (code, process[1]) == (0, str(bot.process.pid))
    assert process[1] in shown


async def test_failure_3_a_link_is_pasted_and_nothing_comes(tmp_path: Path) -> None:
    """`/readyz` tells a Slack that is away from a channel that the bot is not in."""
    async with at_hand(tmp_path) as (here, somebody, bot):
        port = {"3000": str(bot.port)}
        ts = await here.slack.say(here.ana, here.lobby, here.site.link("harbour-cranes"))
        _, not_invited = await somebody.look(3, **port)
        here.slack.fail("apps.connections.open", status=500, times=None)
        here.slack.cut_connections()
        async with asyncio.timeout(30):
            while '"slack": false' not in (away := (await somebody.look(3, **port))[1]):
                await asyncio.sleep(0.2)

    assert '{"database": true, "slack": true}' in not_invited
    assert here.slack.thread(here.lobby, ts)[1:] == []
    assert '"database": true' in away


@pytest.mark.slow
async def test_failure_4_the_rules_read_although_a_model_is_set(tmp_path: Path) -> None:
    """The reply says so, and `doctor` says what the model server says."""
    async with ModelServer() as server:
        server.answer_with(
            lambda _: Failure(401, {"error": {"message": "Incorrect API key provided.", "code": "invalid_api_key"}})
        )
        model = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY, "OPENAI_MODEL": "m"}
        async with at_hand(tmp_path, **model) as (here, somebody, _):
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link("harbour-cranes"))
            said = await replied(here, ts, "not what is true")
            code, shown = await somebody.look(4)

    assert "Try again" in said
    assert code == 1
    assert "Model: m does not answer" in shown
    assert "OPENAI_API_KEY" in shown


async def test_failure_5_links_wait(tmp_path: Path) -> None:
    """The metric tells for how long the oldest one has."""
    async with at_hand(tmp_path, CLAIMS_CONCURRENCY="1") as (here, somebody, bot):

        async def slow(_: Any) -> Any:
            await asyncio.sleep(60)

        here.site.pages["slow"] = slow
        for _ in range(2):
            await here.slack.say(here.ana, here.newsroom, here.site.link("slow"))
        await here.slack.settled()
        await asyncio.sleep(1.5)
        _, shown = await somebody.look(5, **{"3000": str(bot.port)})

    waiting = re.search(r'claims_oldest_job_age_seconds{state="waiting"} (\S+)', shown)
    assert waiting is not None
    assert float(waiting[1]) > 1


async def test_failure_6_the_page_is_on_the_intranet(tmp_path: Path) -> None:
    """The command shows the refusal, and reads the page once its host and port are named."""
    async with town() as here:
        somebody = Operator(here, tmp_path)
        link = here.site.link("harbour-cranes")

        refused, why = await somebody.look(6, LINK=link)
        somebody.settings["CLAIMS_FETCH_ALLOW"] = "{}:{}".format(*here.site.host)
        code, shown = await somebody.look(6, LINK=link)

    assert (refused, code) == (1, 0)
    assert FAILURES[6][0].split("”")[0].strip("“") in why
    assert "Denied by" in shown


async def test_failure_7_the_database_is_a_newer_versions(tmp_path: Path) -> None:
    """The start is refused with the page's words, and the command tells which version this is."""
    async with town() as here:
        somebody = Operator(here, tmp_path)
        await somebody.type("claims-bot db upgrade")
        with sqlite3.connect(tmp_path / "claims.sqlite3") as database:
            database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.close()

        code, sentence = await somebody.type("claims-bot serve", CLAIMS_PORT="0")
        _, shown = await somebody.look(7)

    assert code == 1
    assert FAILURES[7][0].strip("“”") in sentence
    assert re.fullmatch(r"claims-bot \d+\.\d+\.\d+\n", shown)


@pytest.mark.slow
async def test_failure_8_the_disk_is_full(tmp_path: Path) -> None:
    """`df` shows it; the link that came meanwhile is read once there is room, with no restart."""
    with a_disk(tmp_path / "disk", 32) as disk:
        async with at_hand(disk) as (here, somebody, bot):
            here.slack.backend.outbox.timing = here.slack.backend.outbox.timing.__class__(redelivery=(0.0, *[1.0] * 60))
            assert await bot.ready()
            fill(disk / "else")
            ts = await here.slack.say(here.ana, here.newsroom, here.site.link("harbour-cranes"))
            _, shown = await somebody.look(8)
            ready = await bot.ready()
            (disk / "else").unlink()
            said = await replied(here, ts, "not what is true")

    assert "100%" in shown
    assert not ready
    assert "Denied by" in said


@pytest.mark.slow
async def test_failure_9_scopes_are_missing(tmp_path: Path) -> None:
    """`doctor` names them."""
    async with at_hand(tmp_path) as (here, somebody, _):
        here.slack.scopes.discard("files:write")

        code, shown = await somebody.look(9)

    assert code == 1
    assert "scopes missing: files:write" in shown


@pytest.mark.slow
async def test_failure_10_one_link_fails_again_and_again(tmp_path: Path) -> None:
    """The log has a line with the job's error, where it came up and what the database said; reading the link by hand clears page
    and model."""
    async with at_hand(tmp_path) as (here, somebody, bot):
        with sqlite3.connect(tmp_path / "claims.sqlite3") as database:
            database.execute("ALTER TABLE readings RENAME TO lost")
        database.close()
        link = here.site.link("harbour-cranes")
        await here.slack.say(here.ana, here.newsroom, link)
        log = FAILURES[10][1].replace("journalctl --unit claims-bot", f"cat {bot.log}")
        async with asyncio.timeout(30):
            while "attempt_failed" not in (lines := (await somebody.type(log))[1]):
                await asyncio.sleep(0.2)
        cure = re.search(r"`(.+?)`", FAILURES[10][2])
        assert cure is not None
        somebody.settings["CLAIMS_FETCH_ALLOW"] = "{}:{}".format(*here.site.host)
        code, shown = await somebody.type(cure[1].replace("LINK", link))

    assert '"error": "LibraryError"' in lines
    assert '"reason": "The database cannot be used: no such table: readings."' in lines
    assert (code, "Denied by" in shown) == (0, True)
