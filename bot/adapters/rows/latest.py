"""The latest so many of something, at hand."""

from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Latest(Generic[K, V]):
    """A mapping that forgets what was put first. Threads may put things too: long reads and comparisons run on some."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._known: dict[K, V] = {}
        self._putting = Lock()

    def __contains__(self, key: K) -> bool:
        return key in self._known

    def get(self, key: K) -> V | None:
        return self._known.get(key)

    def some(self, keys: Iterable[K]) -> dict[K, V]:
        """Those of them that are at hand."""
        return {key: value for key in keys if (value := self._known.get(key)) is not None}

    def put(self, more: Mapping[K, V]) -> None:
        with self._putting:
            self._known |= more
            while len(self._known) > self._most:
                del self._known[next(iter(self._known))]
