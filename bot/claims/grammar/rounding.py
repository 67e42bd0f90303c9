"""What tells how roughly a number is told: "more than", "close to", "a maximum of"."""

import re
from collections.abc import Sequence

from bot.claims.language.lexicon import Lexicon
from bot.claims.language.smallwords import INDEFINITE
from bot.claims.language.token import Token

_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST = 4  # words of such a phrase


def rounding(text: Sequence[Token], index: int, words: Lexicon) -> int:
    """How many words such a phrase has that begins at `index`, right before its number or half; else 0."""
    if text[index].low not in words.rounders:
        return 0
    for length in range(min(_LONGEST, len(text) - index - 1), 0, -1):
        here = tuple(token.low for token in text[index : index + length])
        if (
            here in words.approximators
            and not _than_in(text, index, index + length)
            and _counts(text, index + length, words)
        ):
            return length
    return 0


def _than_in(text: Sequence[Token], index: int, at: int) -> bool:
    """ "9.000 weniger als 2023": what is compared is another year."""
    told = index > 0 and text[index - 1].kind == "number"
    return told and text[at].kind == "number" and text[at].unit is None and bool(_YEAR.match(text[at].text))


def before(text: Sequence[Token], end: int, words: Lexicon) -> tuple[int, str]:
    """Where the longest such phrase begins that stands right before `end`, and its class; `end` and "" where there is none."""
    for start in range(max(0, end - _LONGEST), end):
        rough = words.approximators.get(tuple(token.low for token in text[start:end]))
        if rough is not None:
            return start, rough
    return end, ""


def _counts(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """A number, "half", "die Hälfte", "a year"."""
    if text[index].low in words.determiners and index + 1 < len(text):
        unit = text[index].low in INDEFINITE and words.is_unit(text[index + 1].low)
        return unit or text[index + 1].low in words.halves
    return text[index].kind == "number" or text[index].low in words.halves


def rounded(text: Sequence[Token], words: Lexicon) -> set[int]:
    """The indices of all such words of a text."""
    starts = ((i, rounding(text, i, words)) for i, token in enumerate(text) if token.low in words.rounders)
    return {k for i, length in starts for k in range(i, i + length)}


def in_rounding(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """Whether the word at `index` is one of these."""
    return any(i + rounding(text, i, words) > index for i in range(max(0, index - _LONGEST + 1), index + 1))
