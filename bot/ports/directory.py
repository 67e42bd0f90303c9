"""Who sees which channels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel that we are in. `public`: every member of the workspace sees it; `shared`: other companies or workspaces do, too;
    `direct`: one person's messages with us."""

    id: str
    public: bool
    shared: bool = False
    direct: bool = False


class Directory(Protocol):
    """Who sees which channels, as Slack says it: where a person is now, the rest now or a while ago. Raises `ChatUnavailable`.

    What Slack will not tell is taken for not to be seen.
    """

    async def ours(self) -> Sequence[Channel]:
        """The channels that we are in."""
        ...

    async def joined(self, user: str) -> frozenset[str]:
        """The channels that this person is in, as far as we know them."""
        ...

    async def visible(self, user: str, joined: frozenset[str] | None = None) -> frozenset[str]:
        """The channels of ours that this person sees: those they are in, and the public ones unless they are a guest.

        `joined` is what was answered just now, if it was asked.
        """
        ...

    async def audience(self, channel: str, user: str | None) -> frozenset[str]:
        """The channels that may be spoken of in this one: itself, and the public ones unless outsiders read along."""
        ...
