"""What 10, 1,000 and 100,000 workspaces need: `python -m tests.proofs.capacity` writes deploy/CAPACITY.md.

The costs of a link are measured, or read from `costs.json` beside the other figures; the rest is simulated.
"""

import argparse
import asyncio
import math
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bot.adapters.postgres.connections import NEEDED
from bot.playground.delivery.socket import MOST_CONNECTIONS
from bot.playground.pace import EVENTS_PER_HOUR, PER_MINUTE
from bot.settings import Settings
from tests.proofs.costs import Costs, measure
from tests.proofs.databases import a_server
from tests.proofs.figures import Findings
from tests.proofs.simulation import Load, Machines, Outcome, simulate

PAGE = Path(__file__).parents[2] / "deploy" / "CAPACITY.md"
SIZES = (10, 1_000, 100_000)
LINKS_A_DAY = 20
BUSIEST_HOUR = 0.15
EVENTS_A_LINK = 50
HEAVIEST = 50
ANSWER_TOKENS = 1_500
SLOTS = 64
SOCKETS = int(Settings.model_fields["sockets"].default)
LATE = 1.0
BUSY = 0.7
DEFAULT_CONNECTIONS = 100 - 3
"""Of a Postgres as it comes, less those kept for its superuser."""


@dataclass(frozen=True, slots=True)
class Need:
    """What so many workspaces need in their busiest hour."""

    workspaces: int
    load: Load
    machines: Machines
    outcome: Outcome
    costs: Costs

    @property
    def connections(self) -> int:
        return self.machines.replicas * NEEDED

    @property
    def headroom(self) -> list[tuple[float, str]]:
        """Share of each outer limit that is used, the fullest first; one process and default settings."""
        links, one = self.load.links_a_second, self.load.links_a_second * self.costs.bot
        heaviest = self.load.links_a_second / self.workspaces * HEAVIEST
        return sorted(
            [
                (one + self.load.events_a_second * self.costs.event, "one process's core"),
                (links * self.costs.extraction, "one core for extraction"),
                (links / self.costs.jobs_a_second, "the queue of one Postgres"),
                (self.connections / DEFAULT_CONNECTIONS, "a default Postgres' connections"),
                (self.machines.replicas * SOCKETS / MOST_CONNECTIONS, "Socket Mode's connections"),
                (heaviest * 60 / PER_MINUTE["chat.postMessage"], "the heaviest workspace's posts a minute"),
                (heaviest * EVENTS_A_LINK * 3600 / EVENTS_PER_HOUR, "the heaviest workspace's events an hour"),
            ],
            reverse=True,
        )


def needs(workspaces: int, costs: Costs) -> Need:
    """The fewest replicas with which replies come in time and no core is busier than `BUSY`."""
    links = workspaces * LINKS_A_DAY * BUSIEST_HOUR / 3600
    load = Load(links, links * EVENTS_A_LINK)
    seconds = min(30_000.0, max(90.0, 1000 / links))
    in_flight = links * (load.page + load.model) * 1.5
    replicas = max(1, math.ceil(links * costs.bot / BUSY), math.ceil(in_flight / SLOTS))
    databases = max(1, math.ceil(links / costs.jobs_a_second / BUSY))
    while True:
        machines = Machines(replicas, SLOTS, databases)
        outcome = simulate(load, machines, costs, seconds=seconds)
        if outcome.p95 < LATE and max(outcome.bot_core, outcome.extraction_core) <= BUSY:
            return Need(workspaces, load, machines, outcome, costs)
        replicas += max(1, replicas // 10)


def findings_of(found: list[Need]) -> Findings:
    findings = Findings("capacity", "What so many workspaces need in their busiest hour")
    for need in found:
        findings.rows.append(
            {
                "proof": f"{need.workspaces:,} workspaces",
                "links a second": round(need.load.links_a_second, 3),
                "events a second": round(need.load.events_a_second, 1),
                "replicas of two cores": need.machines.replicas,
                "reply late by, median s": round(need.outcome.median, 3),
                "reply late by, p95 s": round(need.outcome.p95, 3),
                "busiest core": f"{max(need.outcome.bot_core, need.outcome.extraction_core):.0%}",
                "Postgres servers": need.machines.databases,
                "Postgres connections": need.connections,
                "Postgres transactions a second": round(need.load.links_a_second * need.costs.transactions, 1),
                "model requests a minute": round(need.load.links_a_second * 60, 1),
                "model tokens a minute": int(
                    round(need.load.links_a_second * 60 * (need.costs.tokens + ANSWER_TOKENS), -2)
                ),
            }
        )
    return findings


def page(found: list[Need]) -> str:
    """The Markdown page."""
    costs = found[0].costs
    rows = findings_of(found).rows
    lines = ["| | " + " | ".join(str(row["proof"]) for row in rows) + " |", "|---" * (len(rows) + 1) + "|"]
    lines += [
        f"| {name} | " + " | ".join(_figure(row[name]) for row in rows) + " |" for name in rows[0] if name != "proof"
    ]
    first = [
        f"| {need.workspaces:,} | " + "; ".join(f"{what} {share:.0%}" for share, what in need.headroom[:4]) + " |"
        for need in found
    ]
    return _PAGE.format(
        made=costs.made,
        load=costs.load,
        cores=costs.cores,
        bot=costs.bot * 1000,
        extraction=costs.extraction * 1000,
        event=costs.event * 1000,
        transactions=costs.transactions,
        jobs=costs.jobs_a_second,
        tokens=costs.tokens,
        answer=ANSWER_TOKENS,
        links=LINKS_A_DAY,
        hour=BUSIEST_HOUR,
        events=EVENTS_A_LINK,
        heaviest=HEAVIEST,
        page_seconds=found[0].load.page,
        model_seconds=found[0].load.model,
        slots=SLOTS,
        late=LATE,
        busy=BUSY,
        per_bot=NEEDED,
        sockets=SOCKETS,
        table="\n".join(lines),
        first="\n".join(["| workspaces | used of each limit, the fullest first |", "|---|---|", *first]),
    )


def _figure(value: str | float | bool) -> str:
    return f"{value:,}" if isinstance(value, (int, float)) else str(value)


_PAGE = """<!-- Written by `make capacity`; change tests/proofs/capacity.py instead. -->
# How far it goes

What a team of any size needs, from the measured cost of a link and a simulation of the busiest hour
(`tests/proofs/simulation.py`). `make capacity` measures again on your machine and writes this page anew.

**Measured** on {cores} cores under a load of {load:g}, {made}, Postgres on the same machine: a link costs {bot:.0f} ms of one core in the bot (a model's answer
in forty pieces, checks, all writes, Slack's calls) and {extraction:.0f} ms in extraction; an event that is none of ours {event:.1f} ms;
{transactions:.0f} transactions of Postgres, the queue's polling and heartbeats among them; one process accepts and finishes {jobs:.0f} empty jobs a second. A request to the model holds about
{tokens:,.0f} tokens.

**Assumed**: {links} links a day and workspace, {hour:.0%} of them in the busiest hour; {events} messages seen for each link; the heaviest
workspace {heaviest} times the average; a page takes {page_seconds:g} s and the model {model_seconds:g} s (medians); {answer:,} tokens an answer; one
installation serves all workspaces, as [Several workspaces](README.md#several-workspaces) has it; with a SLACK_BOT_TOKEN each workspace
takes a process of its own, whatever its load.

**Wanted**: 95 of 100 replies at most {late:g} s later than page and model take, and no core busier than {busy:.0%}.

{table}

A replica is one `serve` or `work` process with `CLAIMS_CONCURRENCY={slots}` and two cores, and holds {per_bot} connections.

## What breaks first

Shares of what one process, a Postgres with its default settings, and Slack allow; more than 100% is more than one of them can do.

{first}

- **One process's core**: set `DATABASE_URL=postgresql://…` and add replicas; nothing else changes.
- **Postgres' connections**: raise `max_connections`, about 10 MB each. A pooler in transaction mode does not do: the queue listens.
- **Socket Mode's connections**: ten an app, and each accepting replica takes {sockets}. Let the other replicas `work`, or switch to HTTP
  behind any load balancer.
- **The queue of one Postgres**: partition by workspace. Every row and every lock carries its workspace, so several databases, each with
  replicas of its own, need no change but a router in front that looks at `team_id`.
- **Extraction**: it runs in processes of its own and needs no database; more replicas of `work` are all it takes.
- **The model's requests and tokens a minute**: yours to ask of its provider. Two queues, one for links that somebody asked about and one
  for those merely pasted, keep the first fast when the second must wait; today there is one.
- **A heavy workspace's posts and events**: Slack's own limits. Posts queue and go out at Slack's pace; beyond 30,000 events an hour Slack
  itself leaves events out and says so.
"""


async def _costs(out: Path, *, again: bool) -> Costs:
    kept = None if again else Costs.read(out)
    if kept is not None:
        return kept
    with a_server() as server, tempfile.TemporaryDirectory(prefix="claims-proof-") as folder:
        costs = await measure(server, Path(folder))
    costs.write(out)
    return costs


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/proofs"), help="folder for the JSON")
    parser.add_argument("--page", type=Path, default=PAGE, help="the page to write")
    parser.add_argument("--again", action="store_true", help="measure again, though costs.json is there")
    given = parser.parse_args()
    costs = asyncio.run(_costs(given.out, again=given.again))
    found = [needs(size, costs) for size in SIZES]
    findings = findings_of(found)
    findings.show()
    given.page.write_text(page(found), encoding="utf-8")
    print(findings.write(given.out), given.page)
    sys.exit(0)


if __name__ == "__main__":
    main()
