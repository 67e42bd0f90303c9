"""What a message may still hold."""

from typing import Any

from bot.slack import limits
from bot.slack.rich import Block


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
    astral = sum(ord(char) > 0xFFFF for char in value)
    return len(value) + astral + 4 * value.count("&") + 3 * (value.count("<") + value.count(">"))


class Budget:
    """Counts down blocks, text, and text with addresses."""

    def __init__(self, blocks: int = limits.BLOCKS) -> None:
        self.blocks = blocks
        self.text = limits.ALL_TEXT
        self.full = limits.ALL_TEXT_AND_ADDRESSES

    def take(self, block: Block, *, keep_blocks: int = 0, keep_text: int = 0) -> bool:
        """Whether the block still fits beside what is to be kept free; if so, it is counted."""
        read, full = text_size(block), full_size(block)
        if self.blocks - 1 < keep_blocks or self.text - read < keep_text or self.full - full < keep_text:
            return False
        self.blocks -= 1
        self.text -= read
        self.full -= full
        return True
