"""The processes of a process, as the system tells of them."""

import os
from contextlib import suppress
from pathlib import Path


def children() -> list[int]:
    """The processes that this one has started, and those that they have, as far as they still run."""
    return workers() + offspring(os.getpid())


def workers() -> list[int]:
    """Those that pages are read in: copies of the one that this process has started."""
    return [pid for parent in offspring(os.getpid()) for pid in offspring(parent)]


def offspring(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                name, state, its_parent = stat_of(entry)
                if its_parent == parent and state != "Z" and "python" in name:
                    found.append(int(entry.name))
    return found


def runs(pid: int) -> bool:
    with suppress(OSError):
        return stat_of(Path(f"/proc/{pid}"))[1] != "Z"
    return False


def environment_of(pid: int) -> bytes:
    return Path(f"/proc/{pid}/environ").read_bytes()


def stat_of(process: Path) -> tuple[str, str, int]:
    name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
    fields = rest.split()
    return name, fields[0], int(fields[1])
