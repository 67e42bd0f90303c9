"""The queue under `kill -9`: what was accepted is done, whatever dies when."""

import atexit
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from bot.adapters.rows.tables import jobs
from tests.adapters.crash import HELD, POISON
from tests.engines import a_ready_postgres_database

ROOT = Path(__file__).parents[2]
ROUNDS = 6
TASKS = 30  # offered in each round


@dataclass(frozen=True)
class Copy:
    """A process that accepts and works."""

    pid: int
    loaded: "subprocess.Popen[str]"

    def kill(self) -> None:
        """SIGKILL: nothing of it runs a moment longer."""
        os.kill(self.pid, signal.SIGKILL)
        self.wait()

    def wait(self) -> int:
        """How it ended."""
        return told(self.loaded, self.pid)


def start(url: str, folder: Path, *messages: str) -> Copy:
    if _loaded().poll() is not None:  # other tests kill what their process has started
        _loaded.cache_clear()
    loaded = _loaded()
    return Copy(told(loaded, [url, str(folder), *messages]), loaded)


def told(loaded: "subprocess.Popen[str]", what: int | list[str]) -> int:
    assert loaded.stdin is not None
    assert loaded.stdout is not None
    loaded.stdin.write(f"{json.dumps(what)}\n")
    loaded.stdin.flush()
    return int(loaded.stdout.readline())


@cache
def _loaded() -> "subprocess.Popen[str]":
    """What all are copies of; it ends with us."""
    pipe = subprocess.PIPE
    loaded = subprocess.Popen(
        [sys.executable, "-m", "tests.adapters.crash"],
        cwd=ROOT,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    atexit.register(loaded.communicate)  # its input ends, and so does it
    return loaded


def lines(folder: Path, name: str) -> list[str]:
    file = folder / name
    return file.read_text().split() if file.exists() else []


def wait_until_told(folder: Path, name: str, line: str = "") -> None:
    """Until the file has that line; without one, until it has any."""
    deadline = time.monotonic() + 20
    while not (line in lines(folder, name) if line else lines(folder, name)):
        assert time.monotonic() < deadline, f"nothing was {name}"
        time.sleep(0.005)


def wait_until_counted(folder: Path, name: str, count: int) -> None:
    deadline = time.monotonic() + 30
    while len(lines(folder, name)) < count:
        assert time.monotonic() < deadline, f"{len(lines(folder, name))} of {count} were {name}"
        time.sleep(0.005)


@pytest.mark.slow
def test_what_was_accepted_is_done_whatever_is_killed(database_url: str, tmp_path: Path) -> None:
    """Killed at random moments while accepting and working: no acceptance is lost, and nothing done is run again."""
    moment = random.Random()  # the moments must differ from run to run; what holds must hold for all
    for n in range(ROUNDS):
        process = start(database_url, tmp_path, *(f"m{n}-{k}" for k in range(TASKS)))
        wait_until_told(tmp_path, "opened", str(process.pid))
        if n == 0:  # on a busy machine every kill might come before the first acceptance
            wait_until_told(tmp_path, "accepted")
        time.sleep(moment.uniform(0.0, 0.15))
        process.kill()
    last = start(database_url, tmp_path)

    assert last.wait() == 0
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


@pytest.mark.slow
def test_a_job_that_kills_its_process_is_set_aside_and_the_others_are_done(database_url: str, tmp_path: Path) -> None:
    """The deadly job is found among its companions, given up and reported once; no companion is blamed for it."""
    companions = [f"m{n}" for n in range(8)]
    process = start(database_url, tmp_path, POISON, *companions)

    deaths = 0
    while process.wait() != 0:
        deaths += 1
        assert deaths < 10  # 3 alone; a slow start can let two suspects meet once more
        process = start(database_url, tmp_path, POISON, *companions)

    engine = create_engine(database_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        states = {row.key: row.state for row in connection.execute(select(jobs.c.key, jobs.c.state))}
    engine.dispose()
    assert deaths >= 3
    assert [key for key, state in states.items() if state != "done"] == [f"message/T1/C1/{POISON}"]
    assert lines(tmp_path, "set_aside") == [f"message/T1/C1/{POISON}"]


@pytest.mark.slow
def test_a_job_whose_workers_are_all_killed_three_times_is_set_aside(postgres_server: str, tmp_path: Path) -> None:
    """Only the deaths of whoever ran it count, and the third of them is the last: those who come then tell of it, once."""
    with a_ready_postgres_database(postgres_server) as url:
        for death in range(1, 4):
            workers = [start(url, tmp_path, HELD) for _ in range(3)]
            wait_until_counted(tmp_path, "begun", death)
            for worker in workers:
                worker.kill()
        last = [start(url, tmp_path, HELD) for _ in range(3)]

        assert [worker.wait() for worker in last] == [0, 0, 0]
    assert lines(tmp_path, "begun") == [HELD] * 3
    assert lines(tmp_path, "set_aside") == [f"message/T1/C1/{HELD}"]
