"""What a model takes of tokens while something is done, whatever comes of it: a reading that fails has cost as much."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from bot.claims.reading import Usage


class Spending:
    """`usage` so far, by whatever is done within `counted`, and by the tasks that it starts."""

    def __init__(self) -> None:
        self.usage = Usage()


_NOW: Final[ContextVar[Spending | None]] = ContextVar("spending", default=None)


def spend(usage: Usage) -> None:
    """A request was made, for so many."""
    now = _NOW.get()
    if now is not None:
        now.usage += usage


@contextmanager
def counted() -> Iterator[Spending]:
    spending = Spending()
    token = _NOW.set(spending)
    try:
        yield spending
    finally:
        _NOW.reset(token)
