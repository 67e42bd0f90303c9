"""Where the article has a word of the restatement: of several places the one with the same words around it."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike, likeness
from bot.claims.language.token import Token

_NEAR = 3  # words that carry meaning on each side, by which one place is told from another


def counterparts(text: Analysed, index: int, cited: Sequence[Analysed]) -> list[tuple[Analysed, int]]:
    """Where the sentences have the word in the form nearest to it, and of those places the ones with most of the words
    around it."""
    token = text.tokens[index]
    found = [(likeness(token, s.tokens[j]), s, j) for s in cited for j in s.content]
    best = max((like for like, _, _ in found), default=0)
    if not best:
        return []
    places = [(s, j) for like, s, j in found if like and (like == best or best < 3)]
    around = _around(text, index)
    shared = [sum(any(alike(a, b) for b in _around(s, j)) for a in around) for s, j in places]
    return [place for place, n in zip(places, shared, strict=True) if n == max(shared)]


def _around(text: Analysed, index: int) -> list[Token]:
    place = text.content.index(index)
    near = text.content[max(0, place - _NEAR) : place + _NEAR + 1]
    return [text.tokens[j] for j in near if j != index]
