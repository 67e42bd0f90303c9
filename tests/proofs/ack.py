"""Slack is answered in time: `python -m tests.proofs.ack`.

Links arrive at a steady rate and all at once while jobs run; each is written to the database before its ack.
"""

import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Sqlite, a_server
from tests.proofs.figures import Findings, Row, spread
from tests.proofs.fleet import fleet
from tests.proofs.world import World, world

LATEST = 3.0
STEADY_P99 = 0.060
BURST_P99 = 0.600


@dataclass(frozen=True, slots=True)
class Plan:
    """`rate` events a second for `seconds`, then `burst` at once, while `jobs` run."""

    rate: float = 20.0
    seconds: float = 60.0
    burst: int = 500
    jobs: int = 200


async def prove(engine: Engine, plan: Plan, folder: Path) -> list[Row]:
    """Two rows: the steady rate and the burst."""
    model_seconds = plan.seconds + 60.0  # the jobs run until all was measured; who ends all the same is replaced
    async with world(model_seconds=model_seconds, channels=40) as here:
        settings = here.environment() | {"CLAIMS_CONCURRENCY": str(plan.jobs), "CLAIMS_READ_SECONDS": "600"}
        async with fleet(folder, settings, engine.url, patient=False):
            for n in range(plan.jobs):
                await here.paste(n)
            await _all_run(here, plan)
            steady = await _measured(here, plan.jobs, round(plan.rate * plan.seconds), 1 / plan.rate)
            burst = await _measured(here, len(steady) + plan.jobs, plan.burst, 0.0)
            running = engine.states().get("running", 0)
    return [
        _row(f"{engine.name}, {plan.rate:g} a second", steady, running),
        _row(f"{engine.name}, {plan.burst} at once", burst, running),
    ]


async def _all_run(here: World, plan: Plan) -> None:
    """Until every job waits for its model."""
    assert here.model is not None
    async with asyncio.timeout(120):
        while len(here.model.requests) < plan.jobs:
            await asyncio.sleep(0.1)
    await here.slack.settled(timeout=60)


async def _measured(here: World, first: int, events: int, gap: float) -> list[float]:
    """Seconds to the ack of each event."""
    before = len(here.slack.deliveries)
    loop = asyncio.get_running_loop()
    start = loop.time()
    for n in range(events):
        await asyncio.sleep(max(0.0, start + n * gap - loop.time()) if gap else 0.0)
        await here.paste(first + n)
    await here.slack.settled(timeout=120)
    taken = [each for each in here.slack.deliveries[before:] if each.type == "message" and "bot_id" not in each.payload["event"]]  # fmt: skip
    late = sum(each.acked_after is None for each in taken)
    return [each.acked_after for each in taken if each.acked_after is not None] + [float("inf")] * late


def _row(name: str, acks: Sequence[float], running: int) -> Row:
    return {"proof": name, "events": len(acks), "jobs running": running, **spread(acks, "ms", 1000)}


def judge(findings: Findings, row: Row) -> None:
    at_once = "at once" in str(row["proof"])
    bound = BURST_P99 if at_once else STEADY_P99
    p99, latest = float(row["p99 ms"]) / 1000, float(row["max ms"]) / 1000
    findings.hold(f"{row['proof']}: p99 {p99 * 1000:.0f} ms, bound {bound * 1000:.0f} ms", holds=p99 < bound)
    findings.hold(f"{row['proof']}: the latest ack after {latest:.1f} s", holds=latest <= LATEST)


async def run(plan: Plan, only: str = "") -> Findings:
    """Both engines."""
    findings = Findings("ack", "From an event to its ack, while jobs run")
    with a_server() as server:
        for name in ("SQLite", "Postgres"):
            if only in name:
                with tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
                    engine: Engine = Postgres(server) if name == "Postgres" else Sqlite(Path(folder))
                    findings.rows += await prove(engine, plan, Path(folder))
    for row in findings.rows:
        judge(findings, row)
    return findings


if __name__ == "__main__":
    main(__doc__, short=lambda only: run(Plan(20.0, 5.0, 100, 40), only), whole=lambda only: run(Plan(), only))
