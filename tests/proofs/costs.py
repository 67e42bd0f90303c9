"""What one link and one event cost, as measured on this machine."""

import asyncio
import json
import os
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from bot.adapters.store import open_store
from bot.intake.task import ReadLinks
from bot.ports import Job
from tests.proofs.databases import Postgres, Server
from tests.proofs.fleet import fleet
from tests.proofs.world import world

LINKS = 100
EVENTS = 400
JOBS = 600


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds of one core; transactions of Postgres; `tokens` of a request; `load` of the last minute, ours included."""

    bot: float
    extraction: float
    event: float
    transactions: float
    jobs_a_second: float
    tokens: float
    made: str = field(default_factory=lambda: datetime.now(UTC).date().isoformat())
    cores: int = field(default_factory=lambda: os.cpu_count() or 1)
    load: float = field(default_factory=lambda: round(os.getloadavg()[0], 1))

    def write(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "costs.json").write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Costs | None":
        path = folder / "costs.json"
        return cls(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None


async def measure(server: Server, folder: Path) -> Costs:
    """About a minute: talk that is none of ours, then links, on Postgres; then jobs that do nothing."""
    engine = Postgres(server)
    async with world(page_seconds=0.05, model_seconds=0.5) as here:
        async with fleet(folder, here.environment() | {"CLAIMS_CONCURRENCY": "50"}, engine.url, patient=False) as bots:
            before = sum(bots.cpu())
            for n in range(EVENTS):
                await here.slack.say(here.ana, here.channels[n % 20], "See you at lunch, then.")
            await here.slack.settled(timeout=60)
            event = (sum(bots.cpu()) - before) / EVENTS
            spent, written = bots.cpu(), _transactions(engine)
            for n in range(LINKS):
                await here.paste(n)
            await here.slack.settled(timeout=60)
            while engine.states().get("done", 0) < LINKS:
                await asyncio.sleep(0.2)
            await asyncio.sleep(1.5)  # statistics come late
            after = bots.cpu()
            transactions = (_transactions(engine) - written) / LINKS
        assert here.model is not None
        tokens = sum(len(json.dumps(asked.body)) for asked in here.model.requests) / 4 / LINKS
    bot, extraction = ((b - a) / LINKS for a, b in zip(spent, after, strict=True))
    return Costs(bot, extraction, event, transactions, await _jobs_a_second(Postgres(server)), tokens)


def _transactions(engine: Postgres) -> int:
    with psycopg.connect(engine.url, autocommit=True) as connection:
        found = connection.execute("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()")
        return int((found.fetchone() or (0,))[0])


async def _jobs_a_second(engine: Postgres) -> float:
    """Accepted and worked on by one process, with work that does nothing."""

    async def run(_: Job) -> None:
        return

    tasks = [
        ReadLinks(team="T", channel=f"C{n}", message=f"{n}.0", links=("https://example.test/",)) for n in range(JOBS)
    ]
    async with open_store(engine.url) as store:
        worker = asyncio.create_task(store.jobs.work(run, concurrency=16))
        started = time.perf_counter()
        await asyncio.gather(*(store.jobs.accept(task) for task in tasks))
        while not await store.jobs.idle():
            await asyncio.sleep(0.02)
        took = time.perf_counter() - started
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
    return JOBS / took
