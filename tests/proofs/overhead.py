"""One link alone: `python -m tests.proofs.overhead`.

From the paste to the finished reply, less what the news site and the model took: extraction, checks, all writes, the queue
and Slack's calls are in what is left.
"""

import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Sqlite, a_server
from tests.proofs.figures import Findings, Row, spread
from tests.proofs.fleet import fleet
from tests.proofs.world import World, world

BOUND = 0.120


@dataclass(frozen=True, slots=True)
class Plan:
    """So many links, one after the other, after three that are not counted."""

    runs: int = 40
    page: float = 0.3
    model: float = 1.0


async def prove(engine: Engine, plan: Plan, folder: Path) -> Row:
    """One link after the other."""
    async with world(page_seconds=plan.page, model_seconds=plan.model) as here:
        bots_here = fleet(folder, here.environment(), engine.url, patient=False)
        async with bots_here as bots:
            left = [await _one(here, engine, n) for n in range(plan.runs + 3)]
            spent = bots.cpu()
    return {"proof": engine.name, "runs": plan.runs, **spread(left[3:], "ms", 1000), "CPU in all, s": sum(spent)}


async def _one(here: World, engine: Engine, n: int) -> float:
    assert here.model is not None
    before = time.time()
    thread = await here.paste(n)
    async with asyncio.timeout(30):
        while engine.states().get("done", 0) <= n:
            await asyncio.sleep(0.02)
    replied = here.said_at()[thread] - before
    return replied - here.paper.took[f"port/article-{n}"] - here.model.took[-1]


async def run(plan: Plan, only: str = "") -> Findings:
    """Both engines."""
    findings = Findings(
        "overhead", f"What is left of a reply's time without article ({plan.page} s) and model ({plan.model} s)"
    )
    with a_server() as server:
        for name in ("SQLite", "Postgres"):
            if only in name:
                with tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
                    engine: Engine = Postgres(server) if name == "Postgres" else Sqlite(Path(folder))
                    row = await prove(engine, plan, Path(folder))
                findings.rows.append(row)
                median = float(row["median ms"])
                findings.hold(
                    f"{name}: median {median:.0f} ms, bound {BOUND * 1000:.0f} ms", holds=median < BOUND * 1000
                )
    return findings


if __name__ == "__main__":
    main(__doc__, short=lambda only: run(Plan(8, 0.1, 0.3), only), whole=lambda only: run(Plan(), only))
