"""Word lists: what the data files list, and what rules put together of it."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TypeVar

_SPLIT = re.compile(r"\s*[,\n]\s*")
_Other = TypeVar("_Other")


class Words(frozenset[str]):
    """Entries in lower case; phrases of several words stay whole.

    What is put together of two of them is made once: rules ask for the same at word after word, and to make it takes longer than
    all else that they do there.
    """

    def __init__(self, entries: Iterable[str] = ()) -> None:
        """`entries` are taken by `frozenset`."""
        self._with: dict[Words, Words] = {}
        self._without: dict[Words, Words] = {}

    def __or__(self, other: AbstractSet[_Other]) -> "frozenset[str | _Other]":
        if not isinstance(other, Words):
            return super().__or__(other)
        if other not in self._with:
            self._with[other] = Words(super().__or__(other))
        return self._with[other]

    def __sub__(self, other: AbstractSet[object]) -> "frozenset[str]":
        if not isinstance(other, Words):
            return super().__sub__(other)
        if other not in self._without:
            self._without[other] = Words(super().__sub__(other))
        return self._without[other]

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
