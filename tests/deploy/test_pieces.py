"""What the operator's page shows beside its ten steps, each piece put to use."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
import yaml
from pydantic import SecretStr

from bot.metrics import Metrics
from bot.playground.transcript import transcript
from bot.settings import Settings
from tests.deploy.pages import OPERATORS, blocks, commands
from tests.scenarios.process import free_port
from tests.scenarios.scene import at_work, town

ROOT = Path(__file__).parents[2]


def piece(label: str) -> str:
    """The one block with this label."""
    (text,) = (text for each, text in blocks(OPERATORS) if each == label)
    return text


@asynccontextmanager
async def proxy(bot: int, folder: Path) -> AsyncIterator[int]:
    """nginx with the page's location in front of the bot's port; the port that it listens on."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        pytest.skip("nginx is not installed here")
    port = free_port()
    location = piece("nginx").replace(":3000", f":{bot}")
    names = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    places = "".join(f"{name}_temp_path {folder}/{name};" for name in names)
    configuration = folder / "nginx.conf"
    configuration.write_text(
        f"daemon off; {'user root;' if os.geteuid() == 0 else ''} pid {folder}/pid; error_log {folder}/errors; events {{}}\n"
        f"http {{ access_log off; {places} server {{ listen 127.0.0.1:{port}; {location} }} }}\n"
    )
    process = await asyncio.create_subprocess_exec(program, "-e", f"{folder}/errors", "-c", str(configuration))
    try:
        async with asyncio.timeout(30):
            while not await _listens(port):
                await asyncio.sleep(0.05)
        yield port
    finally:
        process.terminate()
        await process.wait()


async def test_nginx_passes_on_what_slack_sends_and_nothing_else(tmp_path: Path) -> None:
    """A signed event comes through as it was sent; health and metrics are not to be seen outside."""
    async with (
        town() as here,
        at_work(here, "http", tmp_path) as scene,
        proxy(scene.port, tmp_path) as port,
    ):
        here.slack.deliver_over_http(f"http://127.0.0.1:{port}/slack/events")
        ts = await scene.paste(here.site.link("harbour-cranes"))
        await scene.quiet()
        outside = [await _status(f"http://127.0.0.1:{port}/{each}") for each in ("healthz", "readyz", "metrics")]
        said = transcript(here.slack.thread(here.newsroom, ts)[-1])

    assert "Denied by" in said
    assert outside == [404, 404, 404]


async def _listens(port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


async def _status(url: str) -> int:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status


async def test_the_local_slack_takes_the_place_of_the_real_one(tmp_path: Path) -> None:
    """Both blocks of the rehearsal as they stand but for the ports: the bot connects, and says so."""
    slack, bot = free_port(), free_port()
    stage, start = (text.replace("3001", str(slack)) for label, text in blocks(OPERATORS) if label == "sh rehearsal")
    async with (
        _typed(stage, tmp_path, ready=lambda: _listens(slack)),
        _typed(start, tmp_path, ready=lambda: _listens(bot), CLAIMS_PORT=str(bot)),
        asyncio.timeout(60),
    ):
        while await _status(f"http://127.0.0.1:{bot}/readyz") != 200:
            await asyncio.sleep(0.1)


@asynccontextmanager
async def _typed(block: str, folder: Path, *, ready: Callable[[], Awaitable[bool]], **more: str) -> AsyncIterator[None]:
    """What a block starts, until the end of the context; it ends well when it is asked to."""
    *before, last = block.strip().replace(".venv/bin/", f"{Path(sys.executable).parent}/").split("\n")
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more
    script = "\n".join([*before, f"exec {last}"])
    process = await asyncio.create_subprocess_shell(script, cwd=folder, env=environment)
    try:
        async with asyncio.timeout(60):
            while not await ready():
                await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        code = await process.wait()
    assert code == 0


def test_the_key_for_several_workspaces_is_one_that_the_bot_takes(tmp_path: Path) -> None:
    """The line that the page's command adds to `.env` is a whole setting."""
    for command in commands("sh several"):
        subprocess.run(command, shell=True, cwd=tmp_path, check=True)

    name, _, value = (tmp_path / ".env").read_text(encoding="utf-8").strip().partition("=")
    assert name == "CLAIMS_SECRET_KEY"
    assert Settings(_env_file=None, secret_key=SecretStr(value)).secret_keys == (value,)


def test_what_traces_need_can_be_installed() -> None:
    """The page's command, run in this environment, where the tests have it already: nothing changes."""
    if not (ROOT / ".venv/bin/pip").exists():
        pytest.skip("not run from a checkout with its .venv")
    for command in commands("sh traces"):
        done = subprocess.run(
            command, shell=True, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert "Successfully installed" not in done.stdout


def test_the_autoscalers_rule_asks_for_a_metric_that_exists() -> None:
    """What prometheus-adapter is told to read is on `/metrics`, and what it makes is what the autoscaler asks for."""
    (rule,) = yaml.safe_load(piece("yaml"))["externalRules"]
    scaling = (ROOT / "deploy/kubernetes/base/scaling.yaml").read_text(encoding="utf-8")

    shown = {family.name for family in Metrics().registry.collect()}
    assert rule["seriesQuery"].partition("{")[0] in shown
    assert f"max({rule['seriesQuery']})" == rule["metricsQuery"]
    assert f"name: {rule['name']['as']}" in scaling
