"""When the model was asked, for the process that comes after this one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Starts(Protocol):
    """What a limit per minute has to know of a process that is no more. Raises `LibraryError`.

    Each of several processes keeps its own; one that starts takes over what a dead one kept, if there is one.
    """

    async def known(self, since: datetime) -> Sequence[datetime]:
        """What was kept of then and later, in order, to the second."""
        ...

    async def keep(self, start: datetime) -> None:
        """One request is sent then."""
        ...
