"""In which order tests run that several processes share."""

from collections.abc import Sequence
from typing import TypeVar

Each = TypeVar("Each")


def dealt(slow: Sequence[Each], quick: Sequence[Each], processes: int) -> list[Each]:
    """Each process begins with its part of the slow ones: one of a minute that begins last lets all the others wait.

    pytest-xdist cuts the list into equal parts, the first for the first process and so on, and whoever is done takes over
    the end of what another has left.
    """
    found: list[Each] = []
    left = list(quick)
    for process in range(processes):
        part = (len(slow) + len(quick) - len(found)) // (processes - process)
        first = slow[process::processes]
        found += [*first, *left[: max(0, part - len(first))]]
        left = left[max(0, part - len(first)) :]
    return found
