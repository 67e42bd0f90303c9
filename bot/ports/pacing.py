"""The pace that all processes of one workspace keep together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tier:
    """At most `limit` in any `seconds`; one in `seconds`, with `ahead` of them saved up, makes a burst."""

    limit: int
    seconds: float
    ahead: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """One at the gate that `what` names: all of its `tier` for answers, what they leave is the `rest`."""

    what: str
    tier: Tier
    rest: Tier


class Pacing(Protocol):
    """Turns at what Slack counts for a whole workspace, whoever calls. Costs nothing where there is but one process.

    A database that is away holds nobody up: then Slack's 429 tells.
    """

    @property
    def processes(self) -> int:
        """How many share it, this one among them, as far as is known."""
        ...

    async def take(self, team: str, turns: Sequence[Turn]) -> float:
        """Take the next one of each; the seconds until all have come, 0 for at once."""
        ...

    async def take_now(self, team: str, turns: Sequence[Turn]) -> bool:
        """Take one of each for progress; False where answers leave none."""
        ...


class Alone:
    """Where there is but one process, which keeps its own pace."""

    processes = 1

    async def take(self, team: str, turns: Sequence[Turn]) -> float:
        return 0.0

    async def take_now(self, team: str, turns: Sequence[Turn]) -> bool:
        return True
