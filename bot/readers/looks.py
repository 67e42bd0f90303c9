"""How often answers are looked at that a model writes at once: to look costs more than to read what has come meanwhile."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

LOOK: Final = 0.003
"""Seconds between two looks at an answer, for each other that comes meanwhile."""
LONGEST: Final = 0.5


class Looks:
    """Those at the answers of one model."""

    def __init__(self) -> None:
        self._answers = 0

    @contextmanager
    def answer(self) -> Iterator[None]:
        """One that comes meanwhile."""
        self._answers += 1
        try:
            yield
        finally:
            self._answers -= 1

    async def rest(self, ended: asyncio.Event | None) -> None:
        """Until the next look at one of them, or until all of it is here."""
        seconds = min(LONGEST, LOOK * (self._answers - 1))
        if seconds <= 0:
            return
        if ended is None:
            await asyncio.sleep(seconds)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await ended.wait()
