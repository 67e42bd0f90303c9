"""What just changed in the workspace, for those who watch it: a terminal, a page, a test."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["posted", "changed", "deleted", "whispered", "status", "view"]


@dataclass(frozen=True, slots=True)
class Change:
    """Look it up to see it: in `where` (a channel, or a view's id) under `ts` (a thread's for a status)."""

    kind: Kind
    where: str
    ts: str


class Changes:
    """Hands every change to every watcher, in order."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Change]] = set()

    def tell(self, kind: Kind, where: str, ts: str) -> None:
        for watcher in self._watchers:
            watcher.put_nowait(Change(kind, where, ts))

    async def watch(self) -> AsyncIterator[Change]:
        """Changes from now on, until the caller stops."""
        watcher: asyncio.Queue[Change] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            while True:
                yield await watcher.get()
        finally:
            self._watchers.discard(watcher)
