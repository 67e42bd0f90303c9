"""What just changed in the workspace, for those who watch it: a terminal, a page, a test."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal[
    "posted", "changed", "deleted", "whispered", "unwhispered", "status", "view", "channel", "call", "delivery"
]


@dataclass(frozen=True, slots=True)
class Change:
    """Look it up to see it: in `where` (a channel, or a view's id) under `ts` (a thread's for a status).

    What is stored nowhere else is in `item`: the Web API call, or the attempt of a delivery, told when it goes out and
    when it is done.
    """

    kind: Kind
    where: str
    ts: str = ""
    item: Any = field(default=None, compare=False)


class Changes:
    """Hands every change to every watcher, in order."""

    def __init__(self) -> None:
        self._watchers: set[asyncio.Queue[Change]] = set()

    def tell(self, kind: Kind, where: str, ts: str = "", item: Any = None) -> None:
        for watcher in self._watchers:
            watcher.put_nowait(Change(kind, where, ts, item))

    @contextmanager
    def watching(self) -> Iterator[asyncio.Queue[Change]]:
        """The changes from now on, while inside."""
        watcher: asyncio.Queue[Change] = asyncio.Queue()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def watch(self) -> AsyncIterator[Change]:
        """Changes from the first step on, until the caller stops."""
        with self.watching() as watcher:
            while True:
                yield await watcher.get()
