"""A database of SQLite in the hands of another process, and what stands beside it."""

from pathlib import Path

import pytest

from bot.adapters.sqlite.store import open_sqlite
from bot.errors import LibraryError

ROOT = Path(__file__).parents[2]


HOLD = """
import asyncio, sys
from bot.adapters.store import open_store
async def main():
    async with open_store(sys.argv[1]):
        print("open", flush=True)
        await asyncio.sleep(60)
asyncio.run(main())
"""


def open_to_others(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mode & 0o077 for file in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


async def opening(path: Path) -> str:
    """The sentence with which the file is refused."""
    with pytest.raises(LibraryError) as caught:
        async with open_sqlite(f"sqlite:///{path}"):
            pass
    return str(caught.value)
