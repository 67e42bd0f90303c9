"""Failures on order: what a test wants Slack to do wrong."""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import TypedDict


class Failing(TypedDict, total=False):
    """What can be said of a `Fault`."""

    error: str | None
    status: int | None
    rate_limited: float | None
    drop_after_accept: bool
    garbled: str | None
    delay: float
    times: int | None
    every: int


@dataclass(slots=True)
class Fault:
    """One way to fail. `times` is how often (None: for ever), `every` one call in so many, `delay` seconds before it;
    with `garbled` the call is taken, and the answer is this text."""

    method: str
    error: str | None = None
    status: int | None = None
    rate_limited: float | None = None
    drop_after_accept: bool = False
    garbled: str | None = None
    delay: float = 0.0
    times: int | None = 1
    every: int = 1
    seen: int = 0


class Faults:
    """Faults in the order they were asked for; the first that fits a call is used."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def take(self, method: str) -> Fault | None:
        """The fault that this call meets, used up by it."""
        for fault in self._faults:
            if not fnmatchcase(method, fault.method):
                continue
            fault.seen += 1
            if fault.seen % fault.every:
                continue
            return self._spend(fault)
        return None

    def _spend(self, fault: Fault) -> Fault:
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._faults.remove(fault)
        return fault
