"""Nothing lost, nothing twice: `python -m tests.proofs.crash`.

Links are pasted while bots are killed at random moments. In the end every thread holds exactly one reply.
"""

import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.playground.server import LocalSlack
from tests.proofs.command import main
from tests.proofs.databases import Engine, Postgres, Server, Sqlite, a_server
from tests.proofs.failures import told_failures
from tests.proofs.figures import Findings, Row
from tests.proofs.fleet import Fleet, fleet, now
from tests.proofs.world import World, stage_of, world

PATIENCE = 240.0
"""Seconds after the last paste by which everything must be said."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How much of it: `kills` at random moments, `gap` seconds apart on average; `restarts` of the database server."""

    links: int = 200
    kills: int = 10
    gap: float = 3.0
    restarts: int = 0
    seed: int = 1


Trouble = Callable[[LocalSlack], None]


def no_trouble(_: LocalSlack) -> None:
    """Slack does as it should."""


def one_in_five_fails(slack: LocalSlack) -> None:
    """429 for one call in five, and 500 for one in five of the rest, whatever is called."""
    slack.fail("[a-z]*.*", rate_limited=1, every=5, times=None)
    slack.fail("[a-z]*.*", status=500, every=5, times=None)


def one_in_five_is_cut(slack: LocalSlack) -> None:
    """One post and one edit in five is there, and nobody hears of it."""
    slack.fail("chat.postMessage", drop_after_accept=True, every=5, times=None)
    slack.fail("chat.update", drop_after_accept=True, every=5, times=None)


async def prove(engine: Engine, plan: Plan, folder: Path, *, trouble: Trouble = no_trouble) -> Row:
    """Paste, kill, wait, count."""
    many = engine.name == "Postgres"
    dice = random.Random(plan.seed)
    async with world(model_seconds=1.0) as here, _bots(here, engine, folder, work=2 if many else 0) as bots:
        trouble(here.slack)
        started = now()
        async with asyncio.TaskGroup() as acts:
            pasting = acts.create_task(_paste(here, plan, dice))
            acts.create_task(_kill(bots, plan, dice))
            acts.create_task(_restart(engine, plan))
        threads = pasting.result()
        await _until_said(here, engine, threads)
        took = now() - started
        await asyncio.sleep(3.0)  # whatever would be said twice is said by now
        for failure in told_failures(here, bots, threads):
            print(failure, file=sys.stderr)
        return {**_count(here, engine, bots, threads), "seconds": round(took, 1)}


def _bots(here: World, engine: Engine, folder: Path, *, work: int) -> AbstractAsyncContextManager[Fleet]:
    return fleet(folder, here.environment(), engine.url, serve=1, work=work)


async def _paste(here: World, plan: Plan, dice: random.Random) -> list[tuple[str, str]]:
    threads = []
    for n in range(plan.links):
        threads.append(await here.paste(n))
        await asyncio.sleep(dice.uniform(0, 2 * plan.kills * plan.gap / plan.links))
    return threads


async def _kill(bots: Fleet, plan: Plan, dice: random.Random) -> None:
    for _ in range(plan.kills):
        await asyncio.sleep(dice.uniform(0.1, 2 * plan.gap - 0.1))
        bot = dice.choice(bots.bots)
        bot.kill()


async def _restart(engine: Engine, plan: Plan) -> None:
    for _ in range(plan.restarts):
        await asyncio.sleep(plan.kills * plan.gap / (plan.restarts + 1))
        await engine.crash()


async def _until_said(here: World, engine: Engine, threads: list[tuple[str, str]]) -> None:
    """Every event acked, no job left. Gives up in silence: what is missing is counted."""
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            await here.slack.settled(timeout=PATIENCE)
            while set(engine.states()) & {"waiting", "running"}:
                await asyncio.sleep(0.2)


def _count(here: World, engine: Engine, bots: Fleet, threads: list[tuple[str, str]]) -> Row:
    replies = {thread: here.replies(*thread) for thread in threads}
    stages = Counter(stage_of(message) for each in replies.values() for message in each)
    acked = {
        (each.payload["event"]["channel"], each.payload["event"]["ts"])
        for each in here.slack.deliveries
        if each.acked_after is not None and each.type == "message"
    }
    states = engine.states()
    return {
        "engine": engine.name,
        "links": len(threads),
        "bots": len(bots.bots),
        "kills": sum(bot.deaths for bot in bots.bots),
        "replies": stages["done"],
        "failures told": stages["failed"],
        "unfinished": stages["growing"] + states.get("waiting", 0) + states.get("running", 0),
        "threads with two": sum(len(each) > 1 for each in replies.values()),
        "acked and lost": sum(thread in acked and not each for thread, each in replies.items()),
        "never acked": sum(thread not in acked for thread in threads),
        "redelivered": sum(each.attempt > 0 for each in here.slack.deliveries),
    }


def judge(findings: Findings, row: Row) -> None:
    """One reply in each thread: that is all."""
    name = row["proof"]
    for each in ("failures told", "unfinished", "threads with two", "acked and lost", "never acked"):
        findings.hold(f"{name}: {each} {row[each]}", holds=row[each] == 0)
    findings.hold(f"{name}: {row['replies']} replies to {row['links']} links", holds=row["replies"] == row["links"])


async def run(plan: Plan, only: str = "") -> Findings:
    """Every variant whose name holds `only`, one after the other."""
    findings = Findings("crash", "Links pasted while bots are killed")
    with a_server() as server:
        for name, engine, trouble, restarts in _variants(server):
            if only in name:
                with tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
                    database: Engine = Postgres(server) if engine == "Postgres" else Sqlite(Path(folder))
                    kept = Plan(plan.links, plan.kills, plan.gap, restarts, plan.seed)
                    row = {"proof": name, **await prove(database, kept, Path(folder), trouble=trouble)}
                findings.rows.append(row)
                judge(findings, row)
    return findings


def _variants(server: Server) -> list[tuple[str, str, Trouble, int]]:
    variants: list[tuple[str, str, Trouble, int]] = [
        (f"{engine}, {name}", engine, trouble, 0)
        for name, trouble in (("killed", no_trouble), ("429 and 500", one_in_five_fails), ("cut", one_in_five_is_cut))
        for engine in ("SQLite", "Postgres")
    ]
    if server.can_crash:
        variants.append(("Postgres, restarted hard", "Postgres", no_trouble, 2))
    return variants


if __name__ == "__main__":
    main(__doc__, short=lambda only: run(Plan(25, 3, 2.0), only), whole=lambda only: run(Plan(), only))
