"""Where calls wait for their turn: each process by itself, then all of a workspace together."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.ports.pacing import Pacing, Turn


class Gate(Protocol):
    """Where calls wait for their turn."""

    @property
    def shared(self) -> "Shared | None":
        """The same gate for all processes together; None where each has its own."""
        ...

    def has_room(self) -> bool:
        """Whether progress could take one now: only beyond what is kept for final answers, and never ahead of one."""
        ...

    def take_now(self) -> None:
        """Take one for progress, after every gate it has to pass has said that there is room."""
        ...

    async def take(self) -> None:
        """Take one for a final answer, waiting for it."""
        ...

    def refused(self, seconds: float) -> None:
        """Slack said 429 to what was taken last, and asks for so much rest."""
        ...

    def passed(self) -> None:
        """Slack took what was taken last."""
        ...


@dataclass(frozen=True, slots=True)
class Shared:
    """A gate that all processes of a workspace have together, with a turn at it."""

    pacing: Pacing
    team: str
    turn: Turn

    async def take(self) -> None:
        """Take the next one, and wait for it."""
        await asyncio.sleep(await self.pacing.take(self.team, [self.turn]))


async def share(gates: Sequence[Gate]) -> None:
    """Take one of each of what all processes have together, waiting for them, once they are this process's."""
    if shared := _shared(gates):
        await asyncio.sleep(await shared[0].pacing.take(shared[0].team, [each.turn for each in shared]))


async def try_share(gates: Sequence[Gate]) -> bool:
    """The same for progress; False where answers leave none."""
    shared = _shared(gates)
    return not shared or await shared[0].pacing.take_now(shared[0].team, [each.turn for each in shared])


def _shared(gates: Sequence[Gate]) -> list[Shared]:
    return [gate.shared for gate in gates if gate.shared]


def try_take(gates: Sequence[Gate]) -> bool:
    """Take one of each for progress, or of none: what cannot be shown must not cost an answer its turn."""
    room = all(gate.has_room() for gate in gates)
    for gate in gates if room else ():
        gate.take_now()
    return room
