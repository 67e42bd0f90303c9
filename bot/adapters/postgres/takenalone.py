"""Turns that a process took by itself while nobody else was there: whoever joins it has to know of them."""

from collections import deque
from collections.abc import Iterator, Sequence
from time import monotonic

from bot.ports.pacing import Turn

MOST = 1000
"""Gates kept count of; those long unused are forgotten."""

Gate = tuple[str, Turn]


class TakenAlone:
    """By workspace and gate, when the last turns are that count for its tier, as the rows for all hold them."""

    def __init__(self) -> None:
        self._turns: dict[Gate, deque[float]] = {}

    def note(self, team: str, turns: Sequence[Turn]) -> None:
        """One of each was taken now."""
        now = monotonic()
        for turn in turns:
            taken = self._turns.setdefault((team, turn), deque(maxlen=turn.tier.limit))
            full = len(taken) == turn.tier.limit
            taken.append(max(now, taken[0] + turn.tier.seconds) if full else now)
        if len(self._turns) > MOST:
            self._turns = {gate: taken for gate, taken in self._turns.items() if _counts(gate, taken[-1], now)}

    def all_at_once(self) -> Iterator[tuple[str, Turn, list[float]]]:
        """(workspace, turn, seconds from now of each that still counts); afterwards nothing was taken."""
        now, known = monotonic(), self._turns
        self._turns = {}
        for gate, taken in known.items():
            if counting := [each - now for each in taken if _counts(gate, each, now)]:
                yield *gate, counting


def _counts(gate: Gate, taken: float, now: float) -> bool:
    return taken + gate[1].tier.seconds > now
