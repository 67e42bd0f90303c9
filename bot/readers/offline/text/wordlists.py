"""Word lists: what the data files list, and what rules put together of it."""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TypeVar

_SPLIT = re.compile(r"\s*[,\n]\s*")
_Other = TypeVar("_Other")
_Join = Callable[[frozenset[str], frozenset[str]], frozenset[str]]


class Words(frozenset[str]):
    """Entries in lower case; phrases of several words stay whole.

    What is put together of two of them is made once: rules ask for the same at word after word, and to make it takes longer than
    all else that they do there.
    """

    def __or__(self, other: AbstractSet[_Other]) -> "frozenset[str | _Other]":
        return self._joined(frozenset.__or__, other) if isinstance(other, Words) else super().__or__(other)

    def __sub__(self, other: AbstractSet[object]) -> "frozenset[str]":
        return self._joined(frozenset.__sub__, other) if isinstance(other, Words) else super().__sub__(other)

    def _joined(self, join: _Join, other: "Words") -> "Words":
        key = join, other
        if key not in self._made:
            self._made[key] = Words(join(self, other))
        return self._made[key]

    @cached_property
    def _made(self) -> dict[tuple[_Join, "Words"], "Words"]:
        return {}

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The most words of the entries by their first word."""
        longest: dict[str, int] = {}
        for entry in self:
            words = entry.split(" ")
            longest[words[0]] = max(len(words), longest.get(words[0], 0))
        return longest


def entries_in(text: str) -> Words:
    """The entries of a list as the data files write them: parted by commas and lines, in lower case."""
    found = [word.lower() for word in _SPLIT.split(text.strip()) if word]
    return Words([*found, *(word.replace("ß", "ss") for word in found)])  # as Swiss newspapers write it
