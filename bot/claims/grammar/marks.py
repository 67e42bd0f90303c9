"""Phrases of one table where they stand in a text."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.claims.grammar.evidence import Analysed

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


class Mark(NamedTuple):
    """A phrase from `start` up to `end`, and its class."""

    start: int
    end: int
    kind: str


def marks(text: Analysed, table: Table) -> Iterator[Mark]:
    """The longest phrase at each place."""
    lows = () if table.keys().isdisjoint(text.lows) else tuple(token.low for token in text.tokens)
    for start, low in enumerate(lows):
        for phrase, kind in table.get(low, ()):
            if lows[start : start + len(phrase)] == phrase:
                yield Mark(start, start + len(phrase), kind)
                break
