"""Listening in on a model: each request as it goes out, again with what came of it, and again with what the checks say.

For people who develop prompts. Keys travel in headers and are not part of it; but a server may quote one in its words.
"""

import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.claims.reading import Usage


@dataclass(frozen=True, slots=True)
class Heard:
    """One request by its number, its body, and the answer; `seconds` is None while it is under way.

    `words` is what the server said instead of an answer, as it came. `problems` is why an answer was not taken as it is:
    it is asked again with them, and after the last time what can be used of the best answer is.
    """

    number: int
    at: float
    body: dict[str, Any]
    seconds: float | None = None
    answer: str = ""
    model: str = ""
    usage: Usage | None = None
    error: str = ""
    words: str = ""
    problems: tuple[str, ...] = ()


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

    def ended(self, heard: Heard, *, answer: str, model: str, usage: Usage, error: str = "", words: str = "") -> Heard:
        """It was answered, or it failed with `error`."""
        took = time.time() - heard.at
        ended = replace(heard, seconds=took, answer=answer, model=model, usage=usage, error=error, words=words)
        self._told(ended)
        return ended

    def judged(self, heard: Heard, problems: Sequence[str]) -> None:
        """The answer was held against the checks, and did not pass them."""
        self._told(replace(heard, problems=tuple(problems)))
