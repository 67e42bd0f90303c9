"""The page's commands for containers, carried out by a container engine of the test's own."""

import asyncio
import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.playground.transcript import transcript
from bot.slack.scopes import BOT_SCOPES
from tests.deploy import bridge
from tests.deploy.containers import Engine, engine, missing
from tests.deploy.pages import commands
from tests.scenarios.scene import Town, town

ROOT = Path(__file__).parents[2]
SENT = ("bot", "prompts", "seeds", "deploy", "pyproject.toml", "README.md", "LICENSE")
MOST = 250_000_000
COMPOSE = ("compose", "--env-file", ".env", "--file", "deploy/compose.yaml")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    if why := missing():
        pytest.skip(why)
    with engine(tmp_path_factory.mktemp("engine")) as running:
        yield running


class Operator:
    """Somebody at a checkout of their own, whose containers reach the local Slack."""

    def __init__(self, town: Town, here: Engine, folder: Path) -> None:
        self.folder = folder / "checkout"
        self._town = town
        self._here = here
        self._shared = folder / "bridge"
        self._shared.mkdir()
        for name in SENT:
            source, target = ROOT / name, self.folder / name
            target.parent.mkdir(exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy2)(source, target)
        self._doors = [self._door(port) for port in (town.slack.site.port, town.site.host[1])]
        shutil.copy(bridge.__file__, self._shared / "sitecustomize.py")
        self._settle()

    def _door(self, port: int) -> socket.socket:
        door = bridge.at_file(self._shared / f"{port}.sock")
        bridge.serve(door, bridge.to_port(port))
        return door

    def _settle(self) -> None:
        """Their `.env`; and in their compose.yaml one line more, for what stands in for the internet."""
        slack = self._town.slack
        settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_API_URL": slack.api_url,
            "CLAIMS_FETCH_ALLOW": "{}:{}".format(*self._town.site.host),
            "POSTGRES_PASSWORD": "letters4and5digits",
            "BRIDGE": "/bridge",
            "PYTHONPATH": "/bridge:/app",
        }
        (self.folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
        compose = self.folder / "deploy/compose.yaml"
        text = compose.read_text(encoding="utf-8")
        compose.write_text(
            text.replace("    read_only: true\n", f"    read_only: true\n    volumes: [{self._shared}:/bridge:ro]\n")
        )

    async def do(self, command: str) -> str:
        """One line of the page; what it printed. One that only ends with Ctrl-C ends when both bots serve."""
        if command.endswith("--follow bot"):
            return await asyncio.to_thread(self._follow, command)
        return await asyncio.to_thread(self._run, command)

    def _run(self, command: str) -> str:
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.folder,
            env=self._here.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-3000:]}"
        return done.stdout

    def _follow(self, command: str) -> str:
        said = ""
        with subprocess.Popen(
            f"exec {command}",
            shell=True,
            cwd=self.folder,
            env=self._here.environment,
            stdout=subprocess.PIPE,
            text=True,
        ) as following:
            assert following.stdout is not None
            for line in following.stdout:
                said += line
                if said.count('"event": "serving"') == 2:
                    break
            following.terminate()
        return said

    async def read(self, article: str) -> str:
        """Paste a link; the finished reply."""
        slack = self._town.slack
        ts = await slack.say(self._town.ana, self._town.newsroom, self._town.site.link(article))
        async with asyncio.timeout(60):
            while True:
                said = [transcript(each) for each in slack.thread(self._town.newsroom, ts)[1:]]
                if said and "not what is true" in said[-1]:
                    return said[-1]
                await asyncio.sleep(0.1)

    def bots(self) -> list[dict[str, Any]]:
        """What the engine knows of both."""
        names = self._here.docker(*COMPOSE, "ps", "--quiet", "bot", folder=self.folder).split()
        return [json.loads(self._here.docker("inspect", name))[0] for name in names]

    async def healthy(self) -> None:
        """Until both bots say that they are. Raises AssertionError with what they logged."""
        for _ in range(180):
            if [each["State"]["Health"]["Status"] for each in self.bots()] == ["healthy"] * 2:
                return
            await asyncio.sleep(1)
        raise AssertionError(self._here.docker(*COMPOSE, "logs", folder=self.folder))

    def close(self) -> None:
        for door in self._doors:
            door.shutdown(socket.SHUT_RDWR)
            door.close()
        self._here.docker(*COMPOSE, "down", "--volumes", "--timeout", "5", folder=self.folder)


@pytest.mark.timeout(1200)
async def test_every_command_for_containers_does_what_the_page_says(here: Engine, tmp_path: Path) -> None:
    """Two bots and a Postgres come up, read, are backed up and put back; nothing is added but what stands in for Slack."""
    async with town() as there:
        there.slack.scopes.clear()
        there.slack.scopes.update(BOT_SCOPES)
        with closing(Operator(there, here, tmp_path)) as somebody:
            for command in commands("sh containers"):
                await somebody.do(command)
                if " up " in command:
                    await somebody.healthy()
                    before = await somebody.read("harbour-cranes")
                    bots = somebody.bots()
            await somebody.healthy()
            after = await somebody.read("tide-clock")
            await somebody.do(_ASKS_FOR_ROOT.format(somebody.bots()[0]["Id"]))

    assert "Denied by" in before
    assert "claims" in after
    assert (somebody.folder / "daily.pgdump").read_bytes().startswith(b"PGDMP")
    assert [each["HostConfig"]["ReadonlyRootfs"] for each in bots] == [True, True]


_ASKS_FOR_ROOT = (
    "docker exec {} /usr/bin/python3 -c "
    '\'import os, pathlib; assert os.getuid() == 65532; assert not os.access("/app", os.W_OK); '
    'assert not any(pathlib.Path(each, "sh").exists() for each in os.environ["PATH"].split(":"))\''
)


@pytest.mark.timeout(1200)
def test_the_image_is_small_and_knows_how_it_is(here: Engine) -> None:
    """Below 250 MB, nobody's, with a health check; `--version` runs on a root that cannot be written; it is pushed under
    its name, as far as one gets without that registry."""
    build, push = commands("sh kubernetes")[:2]
    name = build.split()[-2]
    subprocess.run(build, shell=True, cwd=ROOT, env=here.environment, capture_output=True, check=True)

    (image,) = json.loads(here.docker("image", "inspect", name))
    said = here.docker("run", "--rm", "--read-only", "--cap-drop", "ALL", "--network", "none", name, "--version")
    pushed = subprocess.run(push, shell=True, env=here.environment, capture_output=True, text=True, check=False)

    assert image["Size"] < MOST
    assert image["Config"]["User"] in ("65532", "nonroot")
    assert image["Config"]["Healthcheck"]["Test"]
    assert said.startswith("claims-bot ")
    assert f"refers to repository [{name.rpartition(':')[0]}]" in pushed.stdout
