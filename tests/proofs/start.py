"""From the start of the process to its first connection, and what it holds when nobody asks for anything:
`python -m tests.proofs.start`.
"""

import asyncio
import tempfile
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Sqlite, a_server
from tests.proofs.figures import Findings, Row, spread
from tests.proofs.fleet import BotProcess
from tests.proofs.world import World, world

START_BOUND = 2.0
MEMORY_BOUND = 130.0
TABLES = 10.0
"""MB that the first start may hold beside: what makes the tables stays loaded until the next one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """So many starts one after the other, the first on an empty database; `idle` seconds until memory is looked at."""

    starts: int = 8
    idle: float = 10.0


async def prove(engine: Engine, plan: Plan, folder: Path, *, model: bool = False) -> Row:
    """Start, wait until connected, stay idle, look, stop; with a `model` to read with, or the rules alone."""
    seconds: list[float] = []
    bot: list[float] = []
    tree: list[float] = []
    async with world(page_seconds=0.0, model_seconds=0.0 if model else None) as here:
        environment = here.environment() | {"DATABASE_URL": engine.url, "CLAIMS_PORT": "0"}
        for n in range(plan.starts):
            began = time.perf_counter()
            process = BotProcess("serve", environment, folder, f"start-{n}")
            await _connected(here, process)
            seconds.append(time.perf_counter() - began)
            await asyncio.sleep(plan.idle)
            held = [each.memory_info().rss / 1e6 for each in process.processes()]
            bot.append(held[0])
            tree.append(sum(held))
            assert await process.stop() == 0
            await _gone(here)
    return {
        "proof": f"{engine.name}, {'with a model' if model else 'rules alone'}",
        "starts": plan.starts,
        "first start, s": round(seconds[0], 2),
        **spread(seconds[1:], "s"),
        "idle: the bot, MB": round(max(bot[1:]), 1),
        "idle: with extraction, MB": round(max(tree[1:]), 1),
        "idle after the first start, MB": round(tree[0], 1),
    }


async def _connected(here: World, process: BotProcess) -> None:
    async with asyncio.timeout(60):
        while here.slack.connections == 0:
            assert not process.ended, process.tail()
            await asyncio.sleep(0.005)


async def _gone(here: World) -> None:
    async with asyncio.timeout(30):
        while here.slack.connections:
            await asyncio.sleep(0.02)


async def run(plan: Plan, only: str = "") -> Findings:
    """Both engines, each with a model and without."""
    findings = Findings("start", "From the start of the process to its first connection, and memory when idle")
    with a_server() as server:
        for name, model in product(("SQLite", "Postgres"), (False, True)):
            if only in name:
                with tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
                    engine: Engine = Postgres(server) if name == "Postgres" else Sqlite(Path(folder))
                    row = await prove(engine, plan, Path(folder), model=model)
                findings.rows.append(row)
                _judge(findings, row)
    return findings


def held_when_idle(row: Row) -> float:
    """The most that a start left, in MB, without what the first one may hold for the tables that it made."""
    return max(float(row["idle: with extraction, MB"]), float(row["idle after the first start, MB"]) - TABLES)


def _judge(findings: Findings, row: Row) -> None:
    median, memory = float(row["median s"]), held_when_idle(row)
    name = row["proof"]
    findings.hold(f"{name}: median start {median:.1f} s, bound {START_BOUND} s", holds=median < START_BOUND)
    findings.hold(f"{name}: {memory:.0f} MB when idle, bound {MEMORY_BOUND:.0f} MB", holds=memory < MEMORY_BOUND)


if __name__ == "__main__":
    main(__doc__, short=lambda only: run(Plan(3, 2.0), only), whole=lambda only: run(Plan(), only))
