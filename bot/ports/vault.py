"""What must not lie about in clear: tokens of workspaces, and the states of installations under way."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class Vault(Protocol):
    """Sealed texts by key. Each belongs to a workspace, and goes with it; `org` is the organisation it came through.

    Every call raises `LibraryError`, also for a text that was sealed with a key we no longer have.
    """

    async def keep(self, key: str, text: str, *, team: str = "", org: str = "", until: datetime | None = None) -> None:
        """Put it there, in place of what was under this key; after `until` it is gone."""
        ...

    async def get(self, key: str) -> str | None:
        """None for what is not there, or no longer."""
        ...

    async def take(self, key: str) -> str | None:
        """Get it and remove it: of several who ask, one gets it."""
        ...

    async def drop(self, key: str) -> None:
        """Remove it, if it is there."""
        ...

    async def first(self, key: str, until: datetime) -> bool:
        """True for the first of several who ask before `until`; then for the next."""
        ...

    async def keys(self, beginning: str) -> Sequence[str]:
        """All keys that begin so."""
        ...

    async def seal_anew(self) -> int:
        """Seal with the newest key what an older one had sealed; how many."""
        ...
