"""One deadline and one token budget for everything that a reading takes."""

import asyncio
from collections.abc import Callable

from bot.claims.reading import Usage
from bot.errors import ReaderCutOff, ReaderUnavailable


def estimated(characters: int) -> int:
    """Tokens, roughly: tables of tokens would have to be downloaded, and the server counts better anyway."""
    return characters // 4 + 1


Spent = Callable[[Usage], None]
"""Hears what each request cost, whatever came of it."""


class Budget:
    """Made inside the event loop when the work begins; `usage` is what was spent so far."""

    def __init__(self, seconds: float, tokens: int, spent: Spent | None = None) -> None:
        self.seconds = seconds
        self.deadline = asyncio.get_running_loop().time() + seconds
        self.tokens = tokens
        self.usage = Usage()
        self._spent = spent

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - asyncio.get_running_loop().time()

    def time(self) -> asyncio.Timeout:
        """Raises TimeoutError inside once the deadline has passed. Never yield to others within it."""
        return asyncio.timeout_at(self.deadline)

    def late(self) -> ReaderUnavailable:
        return ReaderUnavailable(f"the model did not finish within {self.seconds:g} s", seconds=self.seconds)

    def spend(self, usage: Usage) -> None:
        self.usage += usage
        if self._spent is not None:
            self._spent(usage)

    def room(self, characters: int, most: int, *, least: int = 256) -> int:
        """Tokens that an answer to a prompt of so many characters may take.

        Raises `ReaderCutOff` when there is no room for an answer of `least` tokens.
        """
        spent = self.usage.input_tokens + self.usage.output_tokens
        room = min(most, self.tokens - spent - estimated(characters))
        if room < least:
            raise ReaderCutOff("the token budget of this reading is spent", setting="CLAIMS_READ_TOKENS")
        return room
