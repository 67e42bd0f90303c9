"""How much memory there is, and how the workers share what the bot leaves of it: whatever pages do, all fits together."""

import os
from collections.abc import Iterator
from pathlib import Path

_MB = 1_000_000
_BOT = 300 * _MB  # the bot at its busiest, 200, and what its workers are copies of, 75
_SHARED = 90 * _MB  # of a worker's addresses, what it has of that before its first page
_OWN_AT_MOST = 310 * _MB  # ordinary pages take 30, those at the limits of what is an article 150
_OWN_AT_LEAST = 110 * _MB
_MOST = 8


def enough_workers(memory: int | None = None, processors: int | None = None) -> int:
    """As many as there are processors and room for; never one alone: a page may hold one up for seconds."""
    room = ((memory or memory_allotted()) - _BOT) // _OWN_AT_MOST
    return max(2, min(_MOST, room, processors or _processors()))


def worker_memory(memory: int | None = None) -> int:
    """Bytes of addresses that each worker may have."""
    memory = memory or memory_allotted()
    own = (memory - _BOT) // enough_workers(memory)
    return _SHARED + max(_OWN_AT_LEAST, min(_OWN_AT_MOST, own))


def memory_allotted(mine: Path = Path("/proc/self/cgroup"), top: Path = Path("/sys/fs/cgroup")) -> int:
    """Bytes that this process and those it starts may hold: the machine's, or less where a control group says so (cgroups(7))."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min([machine, *_limits(mine, top)])


def _limits(mine: Path, top: Path) -> Iterator[int]:
    """Those of our group and of all above it; in a container the group's own folder is the top."""
    for line in mine.read_text().splitlines() if mine.exists() else []:
        _, controllers, path = line.split(":", 2)
        if controllers and "memory" not in controllers.split(","):
            continue
        base, name = (top / "memory", "memory.limit_in_bytes") if controllers else (top, "memory.max")
        group = base / path.strip("/")
        for folder in (group, *group.parents):
            told = folder / name
            if told.is_file() and (limit := told.read_text().strip()).isdigit():
                yield int(limit)
            if folder == base:
                break


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
