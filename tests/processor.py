"""Time of a processor, which other programs do not take, and how much of it a machine needs for the same work."""

import time
from collections.abc import Callable
from pathlib import Path

_ENOUGH = 0.04
"""Seconds that `_count` takes on a processor that is fast enough for the bot."""


_QUEUED = Path("/proc/thread-self/schedstat")
"""Of a thread, in nanoseconds: how long it ran, and how long it was ready to and others did. Only Linux tells."""


def clock() -> float:
    """Seconds, for differences: without those in which this thread could have gone on and other programs had the processor."""
    queued = int(_QUEUED.read_text().split()[1]) if _QUEUED.exists() else 0
    return time.monotonic() - queued / 1e9


def seconds_of(work: Callable[[], object]) -> float:
    """Of the processor, by all threads of this process."""
    started = time.process_time()
    work()
    return time.process_time() - started


def allowed(seconds: float) -> float:
    """So many, and on a slower processor as much longer as other work takes there now."""
    return seconds * max(1.0, seconds_of(_count) / _ENOUGH)


def _count() -> None:
    counted: dict[str, int] = {}
    for n in range(300_000):
        word = str(n % 5000)
        counted[word] = counted.get(word, 0) + len(word)
