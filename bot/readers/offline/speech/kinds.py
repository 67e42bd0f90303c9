"""Kinds: whether a claim is a fact, a figure, a prediction, an intention, an opinion or a directive."""

import re

from bot.claims.reading import ClaimKind
from bot.readers.offline.speech import hedges
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_FIGURE = re.compile(r"[$€£]\s?\d|\d+(?:[.,]\d+)?\s?(?:%|percent|per cent|million|billion|trillion)")
_BY_FRAME: dict[Frame, ClaimKind] = {
    "urge": "directive",
    "demand": "directive",
    "promise": "intention",
    "judge": "opinion",
    "call": "opinion",
    "accuse": "fact",
}


def of(text: str, start: int, end: int, frame: Frame, language: Language, cue: str = "") -> ClaimKind:
    """The reporting verb decides first, then the words of the content; "spoke of five dead" gives a number, and no verdict."""
    words = tokens.cut(text, start, end)
    counts = bool(words) and cue.lower() in language["kinds.giving"] and _counts(words[0], language)
    if frame in _BY_FRAME and not counts:
        return _BY_FRAME[frame]
    for kind in ("intention", "directive", "prediction", "opinion"):
        if any(
            (last := phrasing.phrase(words, at, f"kinds.{kind}", language))
            and not hedges.is_name(text, words, at, language)
            and not hedges.measures(words, at, last, language)
            for at in range(len(words))
        ):
            return kind
    return "figure" if _FIGURE.search(text, start, end) else "fact"


def _counts(word: Token, language: Language) -> bool:
    """ "Five", "200"."""
    return word.text[0].isdigit() or word.low in language.counts
