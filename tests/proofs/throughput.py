"""Many links at once: `python -m tests.proofs.throughput`.

The ideal is what Slack's pace allows: every article and every model answer takes its time side by side, and each channel
takes a burst of five posts, then one a second. The per-minute tiers of the local Slack are hard caps.
"""

import asyncio
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Sqlite, a_server
from tests.proofs.figures import Findings, Row, spread
from tests.proofs.fleet import fleet
from tests.proofs.world import World, stage_of, world

CHANNELS = 20
BURST = 5
WARM = 4
"""Links before those that count: what a process makes when it is first used is made."""

LOOK = 0.25
"""Seconds between two looks at the jobs: each is a question that the bots' database answers, and the peers wait for it."""

RESTATING = ", restating"
SLACK_FACTOR = 1.3
FLAT = 1.15
"""Memory may grow so much from the second quarter of a long run to the last."""


Stages = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Seconds of an article and of the model; `many` links for the memory, without pace and without waiting."""

    links: int = 200
    page: float = 0.3
    model: float = 2.0
    many: int = 5000


def ideal(plan: Plan) -> list[float]:
    """Seconds from the paste to each reply, where nothing but the pace and the peers takes time."""
    turns = Counter(n % CHANNELS for n in range(plan.links))
    return sorted(
        plan.page + plan.model + max(0, turn - BURST + 1) for links in turns.values() for turn in range(links)
    )


async def prove(engine: Engine, plan: Plan, folder: Path, *, work: int = 0, restating: bool = False) -> Row:
    """A few that are not counted, in a channel of their own; then all at once, and wait for the last reply."""
    peers = world(channels=CHANNELS + 1, page_seconds=plan.page, model_seconds=plan.model, restating=restating)
    async with peers as here:
        assert here.model is not None
        settings = here.environment() | {"CLAIMS_CONCURRENCY": str(plan.links)}
        async with fleet(folder, settings, engine.url, work=work, patient=False) as bots:
            rooms = here.channels[:CHANNELS]
            for n in range(plan.links):
                here.paper.page(n)
            await asyncio.gather(*(here.paste(n, here.channels[-1]) for n in range(plan.links, plan.links + WARM)))
            await _done(here, engine, WARM, seconds=60)
            spent, ours, before = bots.cpu(), time.process_time(), await bots.stages()
            pasted, asked = time.time(), len(here.model.requests)
            threads = [await here.paste(n, rooms[n % CHANNELS]) for n in range(plan.links)]
            await _done(here, engine, plan.links + WARM, seconds=180)
            said = here.said_at()
            after, theirs, stages = bots.cpu(), time.process_time(), await bots.stages()
            requests = len(here.model.requests) - asked
    took = [said[thread] - pasted for thread in threads if thread in said]
    finished = sum(stage_of(each) == "done" for thread in threads for each in here.replies(*thread))
    best = ideal(plan)
    return {
        "proof": f"{engine.name}, {1 + work} bot{'s' if work else ''}{RESTATING if restating else ''}",
        "links": plan.links,
        "replies": finished,
        **spread(took, "s"),
        "ideal median s": round(statistics.median(best), 2),
        "ideal max s": round(best[-1], 2),
        "median / ideal": round(statistics.median(took) / statistics.median(best), 2),
        "max / ideal": round(max(took) / best[-1], 2),
        "CPU a link, bot, ms": round((after[0] - spent[0]) / plan.links * 1000, 1),
        "CPU a link, extraction and checks, ms": round((after[1] - spent[1]) / plan.links * 1000, 1),
        "CPU a link, Slack, news site and model, ms": round((theirs - ours) / plan.links * 1000, 1),
        **_means(before, stages),
        "requests to the model a link": round(requests / plan.links, 2),
        "refused by Slack (429)": here.slack.rate_limited,
    }


def _means(before: Stages, after: Stages) -> dict[str, float]:
    """Seconds that a link spent in each stage, waiting included."""
    times = {
        stage: (count - before.get(stage, (0.0, 0.0))[0], seconds - before.get(stage, (0.0, 0.0))[1])
        for stage, (count, seconds) in after.items()
    }
    return {f"{stage}, mean s": round(seconds / count, 2) for stage, (count, seconds) in sorted(times.items()) if count}


async def _done(here: World, engine: Engine, links: int, *, seconds: float) -> None:
    async with asyncio.timeout(seconds):
        await here.slack.settled(timeout=seconds)
        while engine.states().get("done", 0) < links:
            await asyncio.sleep(LOOK)


async def memory(engine: Engine, plan: Plan, folder: Path) -> Row:
    """Links by the hundred, one hundred after the other; the bot's memory after each, and its processor time."""
    held: list[float] = []
    used: list[float] = []
    async with world(channels=100, page_seconds=0.0, model_seconds=0.0) as here:
        here.slack.paced = False
        async with fleet(folder, here.environment(), engine.url, patient=False) as bots:
            spent, start = bots.cpu(), time.perf_counter()
            for first in range(0, plan.many, 100):
                for n in range(first, first + 100):
                    await here.paste(n)
                await _done(here, engine, first + 100, seconds=300)
                held.append(bots.memory())
                used.append(bots.cpu()[0])
                _forget(here)
            took = time.perf_counter() - start
            after = bots.cpu()
    quarter = max(1, len(held) // 4)
    early, late = statistics.median(held[quarter : 2 * quarter] or held), statistics.median(held[-quarter:])
    return {
        "proof": f"{engine.name}, one after the other",
        "links": plan.many,
        "links a second": round(plan.many / took, 1),
        "CPU a link, bot, ms": round((after[0] - spent[0]) / plan.many * 1000, 1),
        "CPU a link, extraction, ms": round((after[1] - spent[1]) / plan.many * 1000, 1),
        "memory after the first hundred, MB": round(held[0], 1),
        "memory in the second quarter, MB": round(early, 1),
        "memory at the end, MB": round(late, 1),
        "growth": round(late / early, 3),
        **_by_thousand(held, [each - spent[0] for each in used]),
    }


def _by_thousand(held: Sequence[float], used: Sequence[float]) -> dict[str, str]:
    """Of each thousand links, told by the hundred: processor time a link, and memory at the end."""
    ends = [*range(9, len(held) - 1, 10), len(held) - 1]
    rows: dict[str, str] = {}
    before, so_far = 0, 0.0
    for end in ends:
        links = (end + 1) * 100
        rows[f"to link {links:,}"] = (
            f"{(used[end] - so_far) / (links - before) * 1000:.1f} ms CPU a link, {held[end]:.1f} MB"
        )
        before, so_far = links, used[end]
    return rows


def _forget(here: World) -> None:
    """What the stand-ins keep for tests."""
    assert here.model is not None
    here.model.requests.clear()
    here.model.took.clear()
    here.paper.took.clear()


def judge(findings: Findings, row: Row) -> None:
    if "growth" in row:
        findings.hold(f"{row['proof']}: memory grows by {row['growth']}", holds=float(row["growth"]) <= FLAT)
        return
    findings.hold(f"{row['proof']}: {row['replies']} replies", holds=row["replies"] == row["links"])
    if RESTATING in str(row["proof"]):
        return  # its checks take two cores longer than the pace leaves: what they cost is told, not judged
    for each in ("median / ideal", "max / ideal"):
        findings.hold(f"{row['proof']}: {each} is {row[each]}", holds=float(row[each]) <= SLACK_FACTOR)


async def run(plan: Plan, only: str = "") -> Findings:
    """One bot on SQLite, with a model that quotes and with one that restates, one and two on Postgres, then the long run."""
    findings = Findings("throughput", f"{plan.links} links at once, articles {plan.page} s, model {plan.model} s")
    with a_server() as server:
        for name, work in (
            ("SQLite", 0),
            (f"SQLite{RESTATING}", 0),
            ("Postgres", 0),
            ("Postgres and a worker", 1),
            ("many", 0),
        ):
            if only in name:
                with tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
                    where = Path(folder)
                    engine: Engine = Postgres(server) if "Postgres" in name else Sqlite(where)
                    proved = partial(prove, work=work, restating=RESTATING in name)
                    row = await (memory if name == "many" else proved)(engine, plan, where)
                findings.rows.append(row)
                judge(findings, row)
    return findings


if __name__ == "__main__":
    main(
        __doc__,
        short=lambda only: run(Plan(links=40, many=200), only),
        whole=lambda only: run(Plan(), only),
    )
