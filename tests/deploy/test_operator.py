"""The operator's page, carried out as it is written: each `sh` block, in order, on a checkout of its own."""

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.playground.transcript import transcript
from bot.slack.scopes import BOT_SCOPES
from tests.deploy.pages import commands
from tests.scenarios.process import free_port
from tests.scenarios.scene import Town, town

ROOT = Path(__file__).parents[2]
SENT = ("bot", "prompts", "seeds", "deploy", "Makefile", "pyproject.toml", "README.md", "LICENSE")
_SERVE = ".venv/bin/claims-bot serve"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files of this project, with the environment that is installed already."""
    if not (ROOT / _SERVE.partition(" ")[0]).exists():
        pytest.skip("not run from a checkout with its .venv")
    for name in SENT:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


class Operator:
    """Somebody who does what the page says, in one folder, with a Slack app whose tokens are to be filled in."""

    def __init__(self, here: Town, folder: Path) -> None:
        self.port = free_port()
        self._here = here
        self._folder = folder
        self._environment = os.environ | {
            "SLACK_API_URL": here.slack.api_url,
            "CLAIMS_FETCH_ALLOW": "{}:{}".format(*here.site.host),
            "CLAIMS_PORT": str(self.port),
        }
        self._serving: asyncio.subprocess.Process | None = None

    async def do(self, command: str) -> str:
        """Type one line; what it printed. Raises where it fails."""
        if command == _SERVE:
            await self._serve()
            return ""
        if "db restore" in command:
            await self.stop()
        done = await self._start(command.replace(":3000", f":{self.port}"))
        async with asyncio.timeout(90):
            said, _ = await done.communicate()
        assert done.returncode == 0, f"{command}\n{said.decode()}"
        if command.startswith("cp "):
            self._fill_in(self._folder / command.rsplit(maxsplit=1)[-1])
        return said.decode()

    async def stop(self) -> None:
        """SIGTERM, after which it must end well."""
        if self._serving is not None:
            self._serving.terminate()
            assert await self._serving.wait() == 0
            self._serving = None

    async def _serve(self) -> None:
        self._serving = await self._start(f"exec {_SERVE}")
        async with asyncio.timeout(30):
            while self._here.slack.connections == 0:
                assert self._serving.returncode is None
                await asyncio.sleep(0.05)

    async def _start(self, command: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_shell(
            command,
            cwd=self._folder,
            env=self._environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )

    def _fill_in(self, settings: Path) -> None:
        slack = self._here.slack
        text = settings.read_text(encoding="utf-8")
        text = text.replace("SLACK_BOT_TOKEN=\n", f"SLACK_BOT_TOKEN={slack.bot_token}\n")
        settings.write_text(
            text.replace("SLACK_APP_TOKEN=\n", f"SLACK_APP_TOKEN={slack.app_token}\n"), encoding="utf-8"
        )


@asynccontextmanager
async def operator(folder: Path) -> AsyncIterator[tuple[Operator, Town]]:
    async with town() as here:
        here.slack.scopes.clear()
        here.slack.scopes.update(BOT_SCOPES)
        somebody = Operator(here, folder)
        try:
            yield somebody, here
        finally:
            await somebody.stop()


@pytest.mark.slow
@pytest.mark.timeout(240)
async def test_every_command_of_the_page_does_what_it_says(checkout: Path) -> None:
    """From the installation to a thread that fills, a backup, an upgrade and a restore; nothing is added but two tokens."""
    said: dict[str, str] = {}

    async with operator(checkout) as (somebody, here):
        for command in commands("sh"):
            said[command] = await somebody.do(command)
            if "--replace" in command:  # what is to be done every day
                await somebody.do(command)
            if command.startswith("curl"):
                ts = await here.slack.say(here.ana, here.newsroom, here.site.link("harbour-cranes"))
                thread = await replied(here, ts)

    (ready,) = (json.loads(answer) for command, answer in said.items() if command.startswith("curl"))
    assert ready == {"database": True, "slack": True}
    assert "Denied by" in thread
    assert "✗" not in said[".venv/bin/claims-bot doctor"]
    assert (checkout / ".env").stat().st_mode & 0o077 == 0
    assert (checkout / "daily.backup").is_file()


async def replied(here: Town, ts: str) -> str:
    """The finished reply in the thread."""
    async with asyncio.timeout(30):
        while True:
            said = [transcript(each) for each in here.slack.thread(here.newsroom, ts)[1:]]
            if said and "not what is true" in said[-1]:
                return said[-1]
            await asyncio.sleep(0.05)
