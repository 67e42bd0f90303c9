"""Reporting words that stand apart: "gab am Montag an", "hält den Plan für falsch", "geht von Brandstiftung aus"."""

from collections.abc import Sequence

from bot.readers.offline.text.language import APART, Language
from bot.readers.offline.text.tokens import DASHES, STOPS, Token

_FARTHEST = 30
_MARKS = (STOPS - DASHES) | {","}


def find(tokens: Sequence[Token], at: int, name: str, language: Language) -> tuple[int, ...]:
    """The tokens of the further words of the longest entry of the list `name` that begins at `at`; none when there is none.

    A word at the end of an entry ends its clause too, as in "gab … an"; one with "…" behind it does not.
    """
    first = tokens[at].low
    if first not in language.parted:
        return ()
    entries = [entry for entry in language[name] if APART in entry and entry.split(" ")[0] == first]
    found = [_parts(tokens, at, entry.split(" "), language) for entry in entries]
    return max(found, key=len, default=())


def opening(tokens: Sequence[Token], parts: Sequence[int], language: Language) -> int:
    """Where what is reported begins: at "vor" in "warnte am Montag vor Glatteis"; 0 where the words do not tell."""
    own = language["cues.own_objects"]
    return next((at for at in parts if tokens[at].low in own and not _closes(tokens, at, language)), 0)


def _parts(tokens: Sequence[Token], at: int, entry: Sequence[str], language: Language) -> tuple[int, ...]:
    parts: list[int] = []
    place = at
    for index, word in enumerate(entry[1:], start=1):
        if word == APART:
            continue
        last = index == len(entry) - 1
        near = range(place + 1, _end(tokens, place + 1) if entry[index - 1] == APART else min(place + 2, len(tokens)))
        fitting = (i for i in near if tokens[i].low == word and (not last or _closes(tokens, i, language)))
        found = next(fitting, None)
        if found is None:
            return ()
        parts.append(place := found)
    return tuple(parts)


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the clause ends; a quotation belongs to it."""
    near = range(start, min(start + _FARTHEST, len(tokens)))
    return next((at for at in near if tokens[at].text in _MARKS), min(start + _FARTHEST, len(tokens)))


def _closes(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Nothing of the clause follows but "and" and another verb."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or not (behind.is_word or behind.is_quote) or behind.low in language["grammar.verb_links"]
