"""`claims-bot serve` as a process of its own, in the town of a scenario."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import aiohttp

from bot.slack.scopes import BOT_SCOPES
from tests.scenarios.scene import Town

ROOT = Path(__file__).parents[2]


@dataclass
class Served:
    """A running bot. `port` is where its health is told."""

    process: asyncio.subprocess.Process
    port: int
    log: Path

    async def ready(self) -> bool:
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self.port}/readyz") as answer,
        ):
            return answer.status == 200

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """The signal; the exit code, and the seconds it took."""
        began = monotonic()
        self.process.send_signal(number)
        return await self.process.wait(), monotonic() - began


@asynccontextmanager
async def served(here: Town, folder: Path, **environment: str) -> AsyncIterator[Served]:
    """Connected to the local Slack, with its database in `folder` unless DATABASE_URL says otherwise."""
    async with begun(here, folder, **environment) as bot:
        async with asyncio.timeout(30):
            while here.slack.connections == 0:
                assert bot.process.returncode is None, bot.log.read_text()
                await asyncio.sleep(0.05)
        yield bot


@asynccontextmanager
async def begun(here: Town, folder: Path, **environment: str) -> AsyncIterator[Served]:
    """The same, whether it is connected or not."""
    here.slack.scopes.clear()
    here.slack.scopes.update(BOT_SCOPES)
    port = free_port()
    values = {
        "PYTHONPATH": str(ROOT),
        "SLACK_API_URL": here.slack.api_url,
        "SLACK_BOT_TOKEN": here.slack.bot_token,
        "SLACK_APP_TOKEN": here.slack.app_token,
        "DATABASE_URL": f"sqlite:///{folder / 'claims.sqlite3'}",
        "CLAIMS_FETCH_ALLOW": "{}:{}".format(*here.site.host),
        "CLAIMS_PORT": str(port),
    }
    log = folder / f"serve-{port}.log"
    with log.open("wb") as output:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "serve", env=os.environ | values | environment, stdout=output, stderr=output
        )
    try:
        yield Served(process, port, log)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
