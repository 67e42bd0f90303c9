"""Where a SQLite file lies: an open one that was moved or removed goes on to take writes, which nobody finds again."""

from pathlib import Path

from bot.errors import LibraryAway


class Place:
    """Of one database, as it was found first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: tuple[int, int] | None = None

    def check(self) -> None:
        """Raises `LibraryAway` while another file, or none, has the name."""
        there = _file(self._path)
        if self._file is None:
            self._file = there
        elif there != self._file:
            raise LibraryAway(
                f"{self._path} was moved or removed while it was in use: put it back, or start the bot again."
            )


def _file(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
