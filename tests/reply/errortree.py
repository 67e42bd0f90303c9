"""The errors that must be told."""

from collections.abc import Iterator

from bot.errors import ClaimsBotError


def classes(root: type[ClaimsBotError] = ClaimsBotError) -> Iterator[type[ClaimsBotError]]:
    """The tree of errors, root included."""
    yield root
    for child in root.__subclasses__():
        yield from classes(child)
