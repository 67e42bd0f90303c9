"""One deadline and one token budget for everything that a reading takes."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.claims.reading import Usage
from bot.errors import ReaderCutOff, ReaderUnavailable

ENOUGH = 4000  # tokens for a part: where there are too few for all, the first ones are read well


def estimated(characters: int) -> int:
    """Tokens, roughly: tables of tokens would have to be downloaded, and the server counts better anyway."""
    return characters // 4 + 1


Spent = Callable[[Usage], None]
"""Hears what each request cost, whatever came of it."""


class Budget:
    """Made inside the event loop when the work begins; `usage` is what was spent so far.

    `calls` is how many conversations are to share it: while some have not begun, none takes more than its part.
    """

    def __init__(self, seconds: float, tokens: int, spent: Spent | None = None, *, calls: int = 1) -> None:
        self.seconds = seconds
        self.deadline = asyncio.get_running_loop().time() + seconds
        self.tokens = tokens
        self.usage = Usage()
        self._spent = spent
        self._waiting = calls
        self._held = 0

    @property
    def left(self) -> float:
        """Seconds until the deadline."""
        return self.deadline - asyncio.get_running_loop().time()

    def time(self) -> asyncio.Timeout:
        """Raises TimeoutError inside once the deadline has passed. Never yield to others within it."""
        return asyncio.timeout_at(self.deadline)

    def late(self) -> ReaderUnavailable:
        return ReaderUnavailable(f"the model did not finish within {self.seconds:g} s", seconds=self.seconds)

    def begin(self) -> None:
        """One of the expected conversations begins."""
        self._waiting = max(0, self._waiting - 1)

    def spend(self, usage: Usage) -> None:
        self.usage += usage
        if self._spent is not None:
            self._spent(usage)

    @contextmanager
    def hold(self, characters: int, most: int, *, least: int = 256) -> Iterator[int]:
        """Tokens that an answer to a prompt of so many characters may take; held back from others until it is spent.

        Raises `ReaderCutOff` when there is no room for an answer of `least` tokens.
        """
        prompt = estimated(characters)
        free = self.tokens - self.usage.input_tokens - self.usage.output_tokens - self._held
        share = free // (self._waiting + 1) - prompt
        room = min(most, free - prompt, max(share, ENOUGH))
        if room < least:
            raise ReaderCutOff("the token budget of this reading is spent", setting="CLAIMS_READ_TOKENS")
        self._held += prompt + room
        try:
            yield room
        finally:
            self._held -= prompt + room
