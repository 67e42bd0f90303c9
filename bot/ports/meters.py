"""What was used, counted."""

from datetime import datetime
from typing import Protocol

from bot.intake.allowance import Meter


class Meters(Protocol):
    """What was used. Counts survive restarts, hold across processes, and count one key once. Raises `LibraryError`."""

    async def take(self, meter: Meter, key: str) -> bool:
        """Count one under `key`. False, and nothing counted, when the meter shows its most already."""
        ...

    async def set_aside(self, meter: Meter, key: str, amount: int, until: datetime) -> bool:
        """Keep what `key` will perhaps use from others `until` it is settled, given back, or then; anew for a key again.

        False, and nothing set aside, where that and what others have set aside go beyond the meter's most; but if nothing was
        used and nothing is set aside, any amount may.
        """
        ...

    async def settle(self, meter: Meter, key: str, amount: int, *, stored: bool = False) -> None:
        """Count `amount` once under `key`, whatever the meter shows: it was used. What was set aside for it is free again.

        With `stored` it was used by an earlier run, and counts only where that one did not live to say so.
        """
        ...

    async def give_back(self, meter: Meter, key: str) -> None:
        """Nothing was used of what was set aside."""
        ...

    async def used(self, meter: Meter) -> int:
        """What the meter shows."""
        ...
