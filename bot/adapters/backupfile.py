"""A file that holds a backup: for its owner alone from the first byte, and with a checksum behind the last.

The checksum is one line behind what SQLite or `pg_dump` wrote; neither reads that far, so their own programs open the
file as it is.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.errors import LibraryError

_MARK = b"\nclaims-bot backup, SHA-256 of the bytes before: "
_BEGUN = b"\nclaims-bot backup"
_LINE = len(_MARK) + 64 + 1
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Kept:
    """What a backup holds: the first `size` bytes of `file`. `checked` where it has a checksum, which agrees."""

    file: Path
    size: int
    checked: bool


@contextmanager
def made_at(path: Path) -> Iterator[Path]:
    """A new, empty file that only its owner reads; gone at the end, unless it was moved. Raises OSError."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def sign(file: Path) -> None:
    """Write the checksum behind what is there, all of it onto the disk. Raises OSError."""
    with file.open("r+b") as opened:
        size = file.stat().st_size
        line = _MARK + _digest(opened, size).encode() + b"\n"
        opened.seek(size)
        opened.write(line)
        _onto_disk(opened)


def verified(file: Path) -> Kept:
    """Raises `LibraryError` where the checksum says that the file is not what was written, or is itself cut; OSError."""
    with file.open("rb") as opened:
        whole = file.stat().st_size
        opened.seek(max(whole - _LINE, 0))
        line = opened.read()
        if not line.startswith(_MARK):
            if _BEGUN in line:
                raise cut_or_damaged(file, "its checksum is not whole")
            return Kept(file, whole, checked=False)
        if line != _MARK + _digest(opened, whole - _LINE).encode() + b"\n":
            raise cut_or_damaged(file, "its checksum does not agree")
    return Kept(file, whole - _LINE, checked=True)


def cut_or_damaged(file: Path, why: str) -> LibraryError:
    return LibraryError(f"{file} is cut off or damaged ({why}): use another backup. Nothing was changed.")


def copy(kept: Kept, target: Path) -> None:
    """What the backup holds, onto the disk. Raises OSError."""
    with kept.file.open("rb") as source, target.open("wb") as opened:
        for chunk in _chunks(source, kept.size):
            opened.write(chunk)
        _onto_disk(opened)


def _digest(file: BinaryIO, size: int) -> str:
    digest = hashlib.sha256()
    for chunk in _chunks(file, size):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(file: BinaryIO, size: int) -> Iterator[bytes]:
    file.seek(0)
    while size and (chunk := file.read(min(size, _CHUNK))):
        size -= len(chunk)
        yield chunk


def _onto_disk(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
