"""Listening in on a model: each request as it goes out, and again with what came of it.

For people who develop prompts. Keys travel in headers and are not part of it.
"""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from bot.claims.reading import Usage


@dataclass(frozen=True, slots=True)
class Heard:
    """One request by its number, its body, and the answer; `seconds` is None while it is under way."""

    number: int
    at: float
    body: dict[str, Any]
    seconds: float | None = None
    answer: str = ""
    model: str = ""
    usage: Usage | None = None
    error: str = ""


Told = Callable[[Heard], None]


class Tap:
    """Tells of the requests of one process, in the order they go out."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._numbers = itertools.count(1)

    def sent(self, body: dict[str, Any]) -> Heard:
        """A request goes out."""
        heard = Heard(next(self._numbers), time.time(), body)
        self._told(heard)
        return heard

    def ended(self, heard: Heard, *, answer: str, model: str, usage: Usage, error: str = "") -> None:
        """It was answered, or it failed with `error`."""
        took = time.time() - heard.at
        self._told(replace(heard, seconds=took, answer=answer, model=model, usage=usage, error=error))
