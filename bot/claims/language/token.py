"""One token of a text: a word, a number or a mark."""

from dataclasses import dataclass
from typing import Literal

TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "occurrence"})
"""Units of time."""
MONEY = frozenset({"USD", "EUR", "GBP", "CHF"})
"""Units of money that the checks compare sums in."""


@dataclass(frozen=True, slots=True)
class Token:
    """`low` is folded, `keys` are the stem and the groups of synonyms it belongs to; numbers have `values` and perhaps a `unit`."""

    text: str
    low: str
    kind: Literal["word", "number", "punct"]
    stem: str = ""
    groups: frozenset[int] = frozenset()
    values: frozenset[float] = frozenset()
    unit: str | None = None
    capital: bool = False
    first: bool = False
    possessive: bool = False

    def same(self, other: "Token") -> bool:
        """One word, one of its forms, or a synonym."""
        return self.stem == other.stem or not self.groups.isdisjoint(other.groups)
