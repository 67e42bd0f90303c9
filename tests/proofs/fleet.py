"""Bots as an operator runs them: processes, started again whenever they end."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp
import psutil

ROOT = Path(__file__).parents[2]
START_SECONDS = 180.0
_STAGE = re.compile(r'^claims_stage_seconds_(count|sum)\{stage="(\w+)"\} (\S+)$', re.MULTILINE)


class BotProcess:
    """One `claims-bot serve` or `work` under supervision. Its lines are kept in `folder`."""

    def __init__(self, command: str, environment: Mapping[str, str], folder: Path, name: str) -> None:
        self.name = name
        self.deaths = 0
        self._arguments = [sys.executable, "-m", "bot", command]
        ours = ("CLAIMS_", "SLACK_", "OPENAI_", "DATABASE_URL")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        self._environment = {**clean, "PYTHONPATH": str(ROOT), **environment}
        self._folder = folder
        self._starts = 0
        self._process: subprocess.Popen[bytes]
        self.start()

    def start(self) -> None:
        self._starts += 1
        with self._log.open("wb") as lines:
            self._process = subprocess.Popen(
                self._arguments, cwd=self._folder, env=self._environment, stdout=lines, stderr=lines
            )

    @property
    def _log(self) -> Path:
        return self._folder / f"{self.name}-{self._starts}.log"

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        """SIGKILL: nothing of it runs a moment longer. What it had started ends by itself."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    async def stop(self) -> int:
        """SIGTERM, and SIGKILL after half a minute; the exit code."""
        self._process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            await asyncio.to_thread(self._process.wait, 30)
        self._process.kill()
        return self._process.wait()

    def lines(self, event: str | None = None) -> Iterator[dict[str, Any]]:
        """What it logged, in all its lives."""
        for n in range(1, self._starts + 1):
            for line in (self._folder / f"{self.name}-{n}.log").read_text(encoding="utf-8").splitlines():
                with suppress(ValueError):
                    told = json.loads(line)
                    if event is None or told.get("event") == event:
                        yield told

    def serves(self) -> bool:
        """Whether its present life has come as far as serving."""
        return not self.ended and b'"event": "serving"' in self._log.read_bytes()

    def tail(self) -> str:
        return self._log.read_text(encoding="utf-8")[-2000:]

    def processes(self) -> list[psutil.Process]:
        """Itself and what it has started."""
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(self.pid)
            return [process, *process.children(recursive=True)]
        return []


class Fleet:
    """All bots of one proof."""

    def __init__(self, bots: list[BotProcess]) -> None:
        self.bots = bots
        self._watching = asyncio.create_task(self._watch(), name="supervisor")

    async def ready(self) -> None:
        """Until every bot serves. Raises `TimeoutError` with what a slow one said."""
        async with asyncio.timeout(START_SECONDS):
            while not all(bot.serves() for bot in self.bots):
                await asyncio.sleep(0.05)

    async def _watch(self) -> None:
        """Like an init system: whatever ends is started again half a second later."""
        while True:
            for bot in self.bots:
                if bot.ended:
                    bot.deaths += 1
                    bot.start()
            await asyncio.sleep(0.5)

    async def close(self, *, patient: bool) -> None:
        self._watching.cancel()
        await asyncio.gather(self._watching, return_exceptions=True)
        if not patient:
            for bot in self.bots:
                bot.kill()
        await asyncio.gather(*(bot.stop() for bot in self.bots))

    def cpu(self) -> tuple[float, float]:
        """Seconds of processor time so far: of the bots, and of what extracts articles for them."""
        bots, presses = 0.0, 0.0
        for bot in self.bots:
            for n, process in enumerate(bot.processes()):
                with suppress(psutil.NoSuchProcess):
                    times = process.cpu_times()
                    spent = times.user + times.system
                    bots, presses = (bots, presses + spent) if n else (bots + spent, presses + _of_the_dead(times))
        return bots, presses

    async def stages(self) -> dict[str, tuple[float, float]]:
        """How often each stage ran so far, and seconds in it in all, as the bots' own metrics tell."""
        told: dict[str, tuple[float, float]] = {}
        async with aiohttp.ClientSession() as session:
            for bot in self.bots:
                port = list(bot.lines("serving"))[-1]["port"]
                async with session.get(f"http://127.0.0.1:{port}/metrics") as answer:
                    page = await answer.text()
                for kind, stage, value in _STAGE.findall(page):
                    count, seconds = told.get(stage, (0.0, 0.0))
                    add = float(value)
                    told[stage] = (count + add, seconds) if kind == "count" else (count, seconds + add)
        return told

    def memory(self) -> float:
        """Megabytes that the bots themselves hold."""
        with suppress(psutil.NoSuchProcess):
            return sum(psutil.Process(bot.pid).memory_info().rss for bot in self.bots) / 1e6
        return 0.0


def _of_the_dead(times: Any) -> float:
    """Of children that have ended already."""
    return float(getattr(times, "children_user", 0.0) + getattr(times, "children_system", 0.0))


@asynccontextmanager
async def fleet(
    folder: Path,
    environment: Mapping[str, str],
    database_url: str,
    *,
    serve: int = 1,
    work: int = 0,
    patient: bool = True,
) -> AsyncIterator[Fleet]:
    """So many bots on one database, all serving; told to stop at the end, or killed where they are not waited for."""
    settings = {**environment, "DATABASE_URL": database_url, "CLAIMS_PORT": "0"}
    names = [("serve", n) for n in range(serve)] + [("work", n) for n in range(work)]
    bots = Fleet([BotProcess(command, settings, folder, f"{command}-{n}") for command, n in names])
    try:
        await bots.ready()
        yield bots
    finally:
        await bots.close(patient=patient)


def now() -> float:
    """Seconds, for differences."""
    return time.perf_counter()
