"""What a message may still hold."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, Final, Self, TypeVar

from bot.reply.catalogue import Words
from bot.slack.drawing import limits
from bot.slack.drawing.rich import Block, context

_Item = TypeVar("_Item")

_LINE: Final = 120
"""Characters that a line of our own may need: how much is left out."""


def text_size(part: Any) -> int:
    """Characters that people read in a block, as Slack counts them: escaped."""
    return _sizes(part)[0]


def full_size(part: Any) -> int:
    """The same with the addresses of links."""
    return _sizes(part)[1]


def _sizes(part: Any) -> tuple[int, int]:
    """Both, in one walk: a block is drawn for every claim of every reply."""
    text = full = 0
    if isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str):
                width = _width(value) if name in ("text", "url") else 0
                text, full = text + (width if name == "text" else 0), full + width
            elif isinstance(value, dict | list):
                inner = _sizes(value)
                text, full = text + inner[0], full + inner[1]
    elif isinstance(part, list):
        for item in part:
            inner = _sizes(item)
            text, full = text + inner[0], full + inner[1]
    return text, full


def json_size(part: Any) -> int:
    """Bytes as JSON in ASCII, as it is sent: a letter of another script takes six, some take twelve."""
    return len(json.dumps(part))


def _width(value: str) -> int:
    """Slack may count UTF-16 units and its own entities; the larger figure is the safe one."""
    units = len(value) if value.isascii() else len(value.encode("utf-16-le", "surrogatepass")) // 2
    return units + 4 * value.count("&") + 3 * (value.count("<") + value.count(">"))


class Budget:
    """Counts down blocks, text, and text with addresses."""

    def __init__(
        self,
        blocks: int = limits.BLOCKS,
        text: int = limits.ALL_TEXT,
        full: int = limits.ALL_TEXT_AND_ADDRESSES,
    ) -> None:
        self.blocks, self.text, self.full = blocks, text, full

    def less(self, *groups: Iterable[Block]) -> Self:
        """Without what these blocks take, whether there is room for them or not."""
        self._spend(*_taken(chain(*groups)))
        return self

    def _spend(self, blocks: int, text: int, full: int) -> None:
        self.blocks, self.text, self.full = self.blocks - blocks, self.text - text, self.full - full

    def share(self, of: int) -> "Budget":
        """An equal part of what is left."""
        return Budget(self.blocks // of, self.text // of, self.full // of)

    def holds(self, blocks: Sequence[Block], *, spare: int = 0) -> bool:
        """Whether these fit and leave room for `spare` lines of our own after them."""
        return self._has_room(*_taken(blocks), spare)

    def _has_room(self, blocks: int, text: int, full: int, spare: int) -> bool:
        return self.blocks - blocks >= spare and self.text - text >= spare * _LINE and self.full - full >= spare * _LINE

    def take(self, block: Block, *, spare: int = 0) -> bool:
        """Take the block if there is room for it."""
        taken = _taken([block])
        fits = self._has_room(*taken, spare)
        if fits:
            self._spend(*taken)
        return fits


def fit(
    items: Sequence[_Item], draw: Callable[[_Item], Block], left: Callable[[int], Block], budget: Budget, keep: int = 0
) -> list[Block]:
    """A block an item as far as there is room, then a line that says how many are left out.

    `keep` lines stay free for what follows.
    """
    blocks: list[Block] = []
    for i, item in enumerate(items):
        block = draw(item)
        if not budget.take(block, spare=keep + (i < len(items) - 1)):
            blocks.append(left(len(items) - i))
            budget.less(blocks[-1:])
            break
        blocks.append(block)
    return blocks


def left_out(more: str, said: Words) -> Callable[[int], Block]:
    """The line that says how many are left out."""
    return lambda n: context(said(f"section.{more}", n=n))


def _taken(blocks: Iterable[Block]) -> tuple[int, int, int]:
    """What these take: blocks, text, text with addresses."""
    sizes = [_sizes(block) for block in blocks]
    return len(sizes), sum(text for text, _ in sizes), sum(full for _, full in sizes)
