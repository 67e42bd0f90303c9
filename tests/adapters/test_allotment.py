"""How memory is shared out among the processes."""

from pathlib import Path

import pytest

from bot.adapters.processes.allotment import enough_workers, memory_allotted, worker_memory

MB = 1_000_000
BOT = 275 * MB  # at its busiest, with what its workers are copies of
SHARED = 75 * MB


@pytest.mark.parametrize("processors", [1, 2, 4, 16])
@pytest.mark.parametrize("memory", [512 << 20, 1 << 30, 2 << 30, 16 << 30])
def test_bot_and_workers_fit_into_what_there_is(memory: int, processors: int) -> None:
    """All workers at their limit beside the bot at its busiest are not too much for a container of that size."""
    workers = enough_workers(memory, processors)

    assert workers >= 2
    assert BOT + workers * (worker_memory(memory) - SHARED) <= memory + 20 * MB * workers


def test_more_processors_have_more_workers_where_there_is_room() -> None:
    """One gigabyte has room for two, four for eight."""
    assert [enough_workers(memory, 8) for memory in (1 << 30, 2 << 30, 4 << 30)] == [2, 5, 8]


@pytest.mark.parametrize(
    ("mine", "folder", "name"),
    [
        ("0::/system.slice/claims-bot.service", "system.slice/claims-bot.service", "memory.max"),
        ("0::/system.slice/claims-bot.service", "system.slice", "memory.max"),
        ("0::/", ".", "memory.max"),
        ("9:cpu:/x\n4:memory:/box", "memory/box", "memory.limit_in_bytes"),
        ("4:memory:/docker/0123", "memory", "memory.limit_in_bytes"),
    ],
)
def test_the_limit_of_a_unit_or_container_counts(tmp_path: Path, mine: str, folder: str, name: str) -> None:
    """The smallest of those above the process, in either version of control groups."""
    group = tmp_path / "cgroup"
    (group / folder).mkdir(parents=True)
    (group / folder / name).write_text("1073741824\n")
    if folder != ".":
        (group / name).write_text("max\n")
    (tmp_path / "mine").write_text(mine + "\n")

    assert memory_allotted(tmp_path / "mine", group) == 1 << 30


def test_without_limits_there_is_the_machine(tmp_path: Path) -> None:
    """Also on a system that has no control groups."""
    (tmp_path / "mine").write_text("0::/\n")

    assert memory_allotted(tmp_path / "mine", tmp_path) == memory_allotted(tmp_path / "none", tmp_path) > 1 << 30
