"""How far a clause goes from a word of it, for what is told before anything is known of its verbs."""

from collections.abc import Iterator, Sequence

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.smallwords import AND, OR, THAT
from bot.claims.language.stops import PARTING_OR_QUOTING
from bot.claims.language.token import Token

# What adds to a clause and does not end it.
_ADDING = AND | OR | THAT
# What begins a verb of its own behind "and".
_ANEW = frozenset(
    ["will", "would", "has", "have", "had", "is", "are", "was", "were", "can", "could", "may", "did", "does"]
)


def _anew(text: Sequence[Token], index: int) -> bool:
    """ "and will", "and Vasko has"."""
    while index < len(text) and text[index].capital:
        index += 1
    return index < len(text) and text[index].low in _ANEW


def _up_to(text: Sequence[Token], index: int) -> bool:
    """German "bis zu 500 Stellen", "bis 500": no clause."""
    following = text[index + 1 : index + 2]
    return text[index].low == "bis" and bool(following) and (following[0].low == "zu" or following[0].kind == "number")


def until_end(text: Sequence[Token], indices: range, words: Lexicon) -> Iterator[int]:
    """Those of `indices`, forwards or backwards, that come before what ends the clause."""
    for index in indices:
        if text[index].low in ("whom", "which") and index and text[index - 1].low == "of":
            yield index
            continue
        if text[index].low in PARTING_OR_QUOTING or text[index].low == ",":
            return
        following = text[index + 1].low if index + 1 < len(text) else ""
        if text[index].low in AND and following in THAT:
            return
        if text[index].low in ("and", "but") and _anew(text, index + 1):
            return
        if text[index].low in words.links - _ADDING and not _up_to(text, index):
            return
        yield index
