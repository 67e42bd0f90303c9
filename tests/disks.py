"""A disk of a test's own, which can be filled."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def a_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Skips the test where none can be made."""
    folder.mkdir()
    size = f"size={megabytes}m"
    if subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=False).returncode:
        pytest.skip("no disk of its own can be made here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=False)


def fill(path: Path, *, but: int = 0) -> None:
    """Until nothing more goes onto the disk, `but` for so many bytes."""
    with path.open("wb", buffering=0) as file:
        for size in (65536, 512, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
        file.truncate(file.tell() - but)
