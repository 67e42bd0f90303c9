"""The short forms of the proofs. Bounds of time are wide here: other tests run beside them."""

import asyncio
import json
from pathlib import Path

import pytest

from tests.proofs import ack, crash, lookup, overhead, start, throughput
from tests.proofs.databases import Postgres, Server, Sqlite
from tests.proofs.figures import Findings, percentile, spread


@pytest.mark.slow
async def test_killed_bots_lose_nothing_and_double_nothing(postgres_server: str, tmp_path: Path) -> None:
    """Links are pasted while bots die, one on SQLite and three on Postgres: one finished reply in each thread."""
    findings = Findings("crash", "short")
    plan = crash.Plan(links=16, kills=3, gap=1.5)
    (tmp_path / "one").mkdir()
    (tmp_path / "many").mkdir()

    rows = await asyncio.gather(
        crash.prove(Sqlite(tmp_path / "one"), plan, tmp_path / "one", trouble=crash.one_in_five_is_cut),
        crash.prove(Postgres(Server(postgres_server, None)), plan, tmp_path / "many"),
    )

    for row in rows:
        crash.judge(findings, {"proof": row["engine"], **row})
    assert findings.broken == []
    assert all(int(row["kills"]) > 0 for row in rows)


@pytest.mark.slow
async def test_every_event_is_acked_in_time_while_jobs_run(tmp_path: Path) -> None:
    """A steady rate and a burst, each link written before its ack: none later than Slack's three seconds."""
    rows = await ack.prove(Sqlite(tmp_path), ack.Plan(rate=20.0, seconds=3.0, burst=60, jobs=20), tmp_path)

    assert [row["events"] for row in rows] == [60, 60]
    assert all(float(row["max ms"]) <= 3000 for row in rows)


@pytest.mark.slow
async def test_links_pasted_at_once_are_all_read(tmp_path: Path) -> None:
    """25 links over twenty channels, one process: 25 replies, and Slack never has to say 429."""
    plan = throughput.Plan(links=25, page=0.1, model=0.5)

    row = await throughput.prove(Sqlite(tmp_path), plan, tmp_path)

    assert row["replies"] == 25
    assert row["refused by Slack (429)"] == 0
    assert float(row["max s"]) < 30


async def test_one_link_alone_takes_little_beyond_its_article_and_model(tmp_path: Path) -> None:
    """What is ours of a reply's time stays far below what people notice."""
    row = await overhead.prove(Sqlite(tmp_path), overhead.Plan(runs=5, page=0.05, model=0.2), tmp_path)

    assert 0 < float(row["median ms"]) < 1000


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["SQLite", "Postgres"])
async def test_a_bot_is_soon_connected_and_holds_little_when_idle(
    engine: str, postgres_server: str, tmp_path: Path
) -> None:
    """What it holds does not depend on what runs beside it: the bound of memory is the proof's own."""
    database = Postgres(Server(postgres_server, None)) if engine == "Postgres" else Sqlite(tmp_path)

    row = await start.prove(database, start.Plan(starts=2, idle=1.0), tmp_path, model=True)

    assert start.held_when_idle(row) < start.MEMORY_BOUND
    assert float(row["median s"]) < 30


def test_the_ideal_follows_the_pace_of_posts() -> None:
    """Ten links in each channel: five at once, then one a second."""
    best = throughput.ideal(throughput.Plan(links=200, page=0.3, model=2.0))

    assert (best[0], best[99], best[-1]) == (2.3, 2.3, 7.3)


def test_findings_are_kept_as_json(tmp_path: Path) -> None:
    """Rows, machine and broken bounds are there for programs."""
    findings = Findings("name", "title", rows=[{"proof": "a", **spread([0.1, 0.2, 0.3], "ms", 1000)}])
    findings.hold("too slow", holds=False)

    kept = json.loads(findings.write(tmp_path / "out").read_text(encoding="utf-8"))

    assert kept["rows"] == [{"proof": "a", "min ms": 100.0, "median ms": 200.0, "p99 ms": 300.0, "max ms": 300.0}]
    assert kept["broken"] == ["too slow"]
    assert kept["cores"] >= 1


def test_percentiles_are_of_the_nearest_rank() -> None:
    """The 99th of a hundred values is the 99th, of ten the last."""
    assert percentile([float(n) for n in range(1, 101)], 0.99) == 99
    assert percentile([float(n) for n in range(1, 11)], 0.99) == 10


@pytest.mark.slow
async def test_alike_claims_are_found_among_many_as_among_few(postgres_server: str, tmp_path: Path) -> None:
    """On both engines each claim is found, in about the same time."""
    findings = Findings("lookup", "short")

    for engine in (Sqlite(tmp_path), Postgres(Server(postgres_server, None))):
        lookup.judge(findings, await lookup.prove(engine, lookup.Plan(sizes=(20, 400), times=5)))

    assert [each for each in findings.broken if "times as long" not in each] == []
