"""Listed words: where the entries of a word list stand among the words of a sentence."""

from collections.abc import Iterator, Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

Place = tuple[int, int]


def phrase(tokens: Sequence[Token], at: int, name: str, language: Language) -> int:
    """The end of the longest entry of the list `name` that begins at `at`; 0 when there is none."""
    entries = language[name]
    longest = entries.longest.get(tokens[at].low)
    if longest is None:
        return 0
    if longest == 1:
        return at + 1
    for length in range(min(longest, len(tokens) - at), 0, -1):
        if " ".join([token.low for token in tokens[at : at + length]]) in entries:
            return at + length
    return 0


def places(tokens: Sequence[Token], name: str, language: Language, start: int = 0) -> Iterator[Place]:
    """Where each entry begins, from `start` on, and where it ends; most words begin none, which one look tells."""
    begins = language[name].longest
    for at in range(start, len(tokens)):
        if tokens[at].low in begins and (end := phrase(tokens, at, name, language)):
            yield at, end


def first(tokens: Sequence[Token], name: str, language: Language, start: int = 0) -> Place | None:
    """The first of them."""
    return next(places(tokens, name, language, start), None)


def holds(tokens: Sequence[Token], name: str, language: Language, start: int = 0) -> bool:
    """There is one."""
    return first(tokens, name, language, start) is not None
