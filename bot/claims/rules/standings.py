"""Who is ahead of whom: of "polls put Olun six points ahead of Idris" Idris is not six points ahead of Olun."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import meet
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_MEASURED = 3  # words before "ahead of" among which a number stands
_NAMED = 4  # words of whoever stands behind it


class _Standing(NamedTuple):
    """The place of "ahead" or "behind", and the words of whoever stands behind it."""

    at: int
    ahead: bool
    other: list[Token]


def standing_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each party that the text leaves behind, or ahead, by a measure, and its sentences the other way round.
    English alone."""
    if text.words.language != "en":
        return []
    return [
        f"{own.other[-1].text!r} stands on the other side of {text.tokens[own.at].text!r} in its sentences."
        for own in _standings(text)
        for sentence in cited
        for told in _standings(sentence)
        if own.other and told.other and _turned(own, sentence, told)
    ]


def _turned(own: _Standing, sentence: Analysed, told: _Standing) -> bool:
    if own.ahead != told.ahead:
        return meet(own.other[-1:], told.other[-1:])
    return not meet(own.other, told.other) and meet(own.other[-1:], sentence.tokens[: told.at])


def _standings(text: Analysed) -> Iterator[_Standing]:
    """ "six points ahead of Idris", "three points behind Kelham"."""
    for i, token in enumerate(text.tokens):
        start = i + 2 if [t.low for t in text.tokens[i : i + 2]] == ["ahead", "of"] else i + 1
        measured = any(t.kind == "number" for t in text.tokens[max(0, i - _MEASURED) : i])
        if measured and (start > i + 1 or token.low == "behind"):
            yield _Standing(i, start > i + 1, _named(text, start))


def _named(text: Analysed, start: int) -> list[Token]:
    """The words behind, up to the next mark or small word."""
    found: list[Token] = []
    for i in range(start, min(start + _NAMED, len(text.tokens))):
        token = text.tokens[i]
        if token.low in ALL_STOPS | text.words.prepositions or (found and i not in text.content):
            break
        if i in text.content:
            found.append(token)
    return found
