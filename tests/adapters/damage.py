"""A used SQLite database, damaged as a failing disk does it: it opens, and its tables hold together no more."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path


def damage_within(path: Path) -> bytes:
    """Write 20,000 bytes of noise behind the first two pages, and tell what the file holds then."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(random.Random(7).randbytes(20_000))
    return path.read_bytes()
