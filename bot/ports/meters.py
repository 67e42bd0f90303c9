"""What was used, counted."""

from typing import Protocol

from bot.intake.allowance import Meter


class Meters(Protocol):
    """What was used. Counts survive restarts, hold across processes, and count one key once. Raises `LibraryError`."""

    async def take(self, meter: Meter, key: str) -> bool:
        """Count one under `key`. False, and nothing counted, when the meter shows its most already."""
        ...

    async def add(self, meter: Meter, key: str, amount: int) -> None:
        """Count `amount` under `key`, whatever the meter shows: it was used."""
        ...

    async def used(self, meter: Meter) -> int:
        """What the meter shows."""
        ...
