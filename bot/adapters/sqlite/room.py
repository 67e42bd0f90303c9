"""How much room the disk has on which a SQLite file lies."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from bot.errors import LibraryError

_MEGABYTE: Final = 1024 * 1024

ENOUGH: Final = 16 * _MEGABYTE
"""What a few jobs may need: the log beside the file, about 4 MB before it is put into it, and the largest page that
`CLAIMS_FETCH_BYTES` lets in, 5 MB, in both."""


def refuse_little_room(path: Path) -> None:
    """Raises `LibraryError` where less than that is left; what fits is written all the same."""
    with suppress(OSError):  # whoever writes there says what is wrong
        found = shutil.disk_usage(path.parent)
        if found.total and found.free < ENOUGH:  # a file system that counts nothing has no total either
            raise LibraryError(
                f"The disk of {path} has {_told(found.free)} left, less than the {_told(ENOUGH)} that the next jobs may "
                "need: make room on it."
            )


def _told(size: int) -> str:
    """In steps, so that the log does not tell of each page that is written."""
    return f"{size // _MEGABYTE} MB" if size >= _MEGABYTE else "less than 1 MB"
