"""How the bot is to behave, channel by channel."""

from collections.abc import Mapping
from typing import Protocol

from bot.intake.rules import Rules


class Rulebook(Protocol):
    """Kept until a channel's members change it, or the workspace lets us go. Raises `LibraryError`."""

    async def rules(self, team: str, channel: str) -> Rules | None:
        """What the channel's members chose; None where they chose nothing."""
        ...

    async def keep_rules(self, team: str, channel: str, rules: Rules) -> None:
        """In place of what was chosen there before."""
        ...

    async def all_rules(self, team: str) -> Mapping[str, Rules]:
        """What was chosen in the workspace, by channel."""
        ...
