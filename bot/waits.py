"""What one attempt at a job had to wait for at Slack, for its line in the log: numbers only."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from time import monotonic
from typing import Final


@dataclass(slots=True)
class Waits:
    """How often Slack said 429, and the seconds until its calls had their turns: Slack's pace as we keep it, and the rests it
    asked for. What waits side by side counts each."""

    refused: int = 0
    seconds: float = 0.0


_OURS: Final[ContextVar[Waits | None]] = ContextVar("waits", default=None)


@contextmanager
def counting_waits() -> Iterator[Waits]:
    """Of what is called inside, also in tasks that begin there."""
    waits = Waits()
    token = _OURS.set(waits)
    try:
        yield waits
    finally:
        _OURS.reset(token)


@contextmanager
def waiting() -> Iterator[None]:
    """Inside, a call waits for its turn."""
    began = monotonic()
    try:
        yield
    finally:
        if (waits := _OURS.get()) is not None:
            waits.seconds += monotonic() - began


def refused() -> None:
    """Slack said 429."""
    if (waits := _OURS.get()) is not None:
        waits.refused += 1
