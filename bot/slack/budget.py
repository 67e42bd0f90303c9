"""What a message may still hold."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any, Final, Self, TypeVar

from bot.reply.catalogue import Words
from bot.slack import limits
from bot.slack.rich import Block, context

_Item = TypeVar("_Item")

_LINE: Final = 120
"""Characters that a line of our own may need: how much is left out."""


def text_size(part: Any) -> int:
    """Characters that people read in a block, as Slack counts them: escaped."""
    return _size(part, ("text",))


def full_size(part: Any) -> int:
    """The same with the addresses of links."""
    return _size(part, ("text", "url"))


def _size(part: Any, names: tuple[str, ...]) -> int:
    if isinstance(part, dict):
        own = sum(_width(part[name]) for name in names if isinstance(part.get(name), str))
        return own + sum(_size(value, names) for value in part.values() if isinstance(value, dict | list))
    if isinstance(part, list):
        return sum(_size(item, names) for item in part)
    return 0


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
        for block in chain(*groups):
            self.blocks -= 1
            self.text -= text_size(block)
            self.full -= full_size(block)
        return self

    def share(self, of: int) -> "Budget":
        """An equal part of what is left."""
        return Budget(self.blocks // of, self.text // of, self.full // of)

    def holds(self, blocks: Sequence[Block], *, spare: int = 0) -> bool:
        """Whether these fit and leave room for `spare` lines of our own after them."""
        return (
            self.blocks - len(blocks) >= spare
            and self.text - sum(map(text_size, blocks)) >= spare * _LINE
            and self.full - sum(map(full_size, blocks)) >= spare * _LINE
        )

    def take(self, block: Block, *, spare: int = 0) -> bool:
        """Take the block if there is room for it."""
        fits = self.holds([block], spare=spare)
        if fits:
            self.less([block])
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
