"""The queue under `kill -9`: what was accepted is done, whatever dies when."""

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from sqlalchemy import create_engine, select

from bot.adapters.tables import jobs
from tests.adapters.crash import POISON

ROOT = Path(__file__).parents[2]
ROUNDS = 6
TASKS = 30  # offered in each round


def start(url: str, folder: Path, *messages: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.adapters.crash", url, str(folder), *messages]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def lines(folder: Path, name: str) -> list[str]:
    file = folder / name
    return file.read_text().split() if file.exists() else []


def wait_until_open(process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + 20
    while str(process.pid) not in lines(folder, "opened"):
        assert process.poll() is None, "it ended before it opened the database"
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_what_was_accepted_is_done_whatever_is_killed(database_url: str, tmp_path: Path) -> None:
    """Killed at random moments while accepting and working: no acceptance is lost, and nothing done is run again."""
    moment = random.Random()  # the moments must differ from run to run; what holds must hold for all
    for n in range(ROUNDS):
        process = start(database_url, tmp_path, *(f"m{n}-{k}" for k in range(TASKS)))
        wait_until_open(process, tmp_path)
        time.sleep(moment.uniform(0.0, 0.15))
        process.kill()
        process.wait()
    last = start(database_url, tmp_path)

    assert last.wait(timeout=30) == 0
    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        rows = connection.execute(select(jobs.c.key, jobs.c.state, jobs.c.attempts, jobs.c.deaths)).all()
    engine.dispose()
    kept = {row.key.rsplit("/", 1)[1]: row for row in rows}
    begun, ended = Counter(lines(tmp_path, "begun")), Counter(lines(tmp_path, "ended"))

    assert {row.state for row in rows} == {"done"}
    assert set(lines(tmp_path, "accepted")) <= set(kept)
    assert set(ended) == set(kept)
    assert all(begun[message] <= row.attempts == row.deaths + 1 for message, row in kept.items())


def test_a_job_that_kills_its_process_is_set_aside_and_the_others_are_done(database_url: str, tmp_path: Path) -> None:
    """The deadly job is found among its companions, given up and reported once; no companion is blamed for it."""
    companions = [f"m{n}" for n in range(8)]
    process = start(database_url, tmp_path, POISON, *companions)

    deaths = 0
    while process.wait(timeout=30) != 0:
        deaths += 1
        assert deaths < 10  # 3 alone and 2 in company on a quiet machine; a slow start lets two suspects meet once more
        process = start(database_url, tmp_path, POISON, *companions)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        states = {row.key: row.state for row in connection.execute(select(jobs.c.key, jobs.c.state))}
    engine.dispose()
    assert deaths >= 3
    assert [key for key, state in states.items() if state != "done"] == [f"message/T1/C1/{POISON}"]
    assert lines(tmp_path, "set_aside") == [f"message/T1/C1/{POISON}"]
