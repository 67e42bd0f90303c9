"""Renaming: what somebody said, or shows, is given another name."""

from collections.abc import Sequence

from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_EARLY = 6  # words among which stands what is given the name


def dismissed(cue: str, words: Sequence[Token], language: Language) -> bool:
    """ "Dismissed the pictures as old": evidence is dismissed, whatever name it is given."""
    said = [word.low for word in words[:_EARLY]]
    opening = next((at for at, low in enumerate(said) if low in language["grammar.as_"]), 0)
    return cue in language["denials.dismissing"] and not language["denials.evidence"].isdisjoint(said[:opening])


def unserious(words: Sequence[Token], language: Language) -> bool:
    """ "Called the accusation “a bad film”": a name in quotation marks for what somebody said, and none that takes it seriously."""
    quote = next((at for at, word in enumerate(words) if word.text in language["denials.quote_marks"]), None)
    if not language["denials.serious"] or quote is None or quote > _EARLY:
        return False
    accused = language["denials.accusations"] & {word.low for word in words[:quote]}
    return bool(accused) and not phrasing.holds(words, "denials.serious", language, quote)
