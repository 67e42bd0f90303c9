"""Alike claims found again: `python -m tests.proofs.lookup`.

How long it takes to look for the claims of a new article, and to find words, in a workspace that has read articles with these very
claims; on Postgres before its planner has any figures of the tables, and after. Nothing else runs.
"""

import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bot.adapters.store import open_store, upgrade
from bot.claims.grammar.terms import asked
from tests.crowd import article, tell
from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Sqlite, a_server
from tests.proofs.figures import Findings, Row

FLAT = 2.0
"""Among the most it may take so many times as long as among the fewest; neither counts while it takes less than `SOON`."""
SOON = 0.020
CHANNELS = frozenset({"C1", "C2"})
TABLES = ("articles", "readings", "mentions", "replies", "search_claims")


@dataclass(frozen=True, slots=True)
class Plan:
    """So many articles with the same five claims, one size after the other, each looked for `times` times."""

    sizes: Sequence[int] = (100, 1000, 10_000)
    times: int = 15


async def prove(engine: Engine, plan: Plan) -> Sequence[Row]:
    upgrade(engine.url)
    if engine.name == "Postgres":
        _never_analyse(engine.url)
    rows: list[Row] = []
    told = 0
    for size in plan.sizes:
        tell(engine.url, ((article(n), f"C{n % 2 + 1}") for n in range(told, size)))
        told = size
        rows.append({"proof": f"{engine.name}, {size:,} alike", "engine": engine.name, **await _looked(engine, plan)})
    if engine.name == "Postgres":
        _analyse(engine.url)
        name = f"{engine.name}, {told:,} alike, analysed"
        rows.append({"proof": name, "engine": engine.name, **await _looked(engine, plan)})
    return rows


async def _looked(engine: Engine, plan: Plan) -> dict[str, float]:
    took, used, found = [], [], []
    async with open_store(engine.url) as store:
        for _ in range(plan.times):
            start, spent = time.perf_counter(), time.process_time()
            seen = await store.memory.seen("T1", "none", article(999_999), CHANNELS)
            took.append(time.perf_counter() - start)
            used.append(time.process_time() - spent)
            start = time.perf_counter()
            hits = await store.memory.find("T1", asked("Tarnmouth controls"), CHANNELS, limit=10)
            found.append(time.perf_counter() - start)
    return {
        "claims seen before": len(seen),
        "looked for, min ms": round(min(took) * 1000, 2),
        "looked for, median ms": round(statistics.median(took) * 1000, 2),
        "looked for, max ms": round(max(took) * 1000, 2),
        "CPU of ours, median ms": round(statistics.median(used) * 1000, 2),
        "words found": len(hits.found) + hits.more,
        "words, median ms": round(statistics.median(found) * 1000, 2),
    }


def _never_analyse(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        for table in TABLES:
            connection.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")


def _analyse(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("ANALYZE")


def judge(findings: Findings, rows: Sequence[Row]) -> None:
    """As long among many as among few."""
    few, many = (max(SOON, float(row["looked for, median ms"]) / 1000) for row in (rows[0], rows[-1]))
    findings.hold(f"{rows[-1]['proof']}: {many / few:.1f} times as long as among few", holds=many <= FLAT * few)
    for row in rows:
        findings.hold(f"{row['proof']}: {row['claims seen before']} of 5", holds=row["claims seen before"] == 5)


async def run(plan: Plan, only: str = "") -> Findings:
    findings = Findings("lookup", "A new article's five claims looked for, among articles that make the same ones")
    with a_server() as server, tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
        engines: Sequence[Engine] = (Sqlite(Path(folder)), Postgres(server))
        for engine in engines:
            if only in engine.name:
                rows = await prove(engine, plan)
                findings.rows.extend(rows)
                judge(findings, rows)
    return findings


if __name__ == "__main__":
    main(__doc__, short=lambda only: run(Plan((20, 200), 5), only), whole=lambda only: run(Plan(), only))
