"""Pronouns that may be a source: by themselves, or with their verb's helper behind them."""

from collections.abc import Sequence
from typing import Literal

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

Pronoun = Literal["he", "she", "it", "they", "who"]


def stressed(tokens: Sequence[Token], language: Language) -> Pronoun | None:
    """ "Lui", "eux", by themselves as in "selon lui"; "celui-ci", "dieser", "este", who is somebody named before."""
    words = " ".join(token.low for token in tokens)
    latter: tuple[Pronoun, ...] = ("he", "she")
    pointed = next((pronoun for pronoun in latter if words in language[f"grammar.latter_{pronoun}"]), None)
    if pointed or len(tokens) != 1:
        return pointed
    if tokens[0].low in language["grammar.stressed_he"]:
        return "he"
    return "they" if tokens[0].low in language["grammar.stressed_they"] else None


def plain(tokens: Sequence[Token], language: Language) -> Pronoun | None:
    if len(tokens) > 2 or (len(tokens) == 2 and tokens[1].low not in language["grammar.auxiliaries"]):
        return None
    low = tokens[0].low
    pronouns: tuple[Pronoun, ...] = ("he", "she", "it", "they")
    for pronoun in pronouns:
        if low in language[f"grammar.{pronoun}"]:
            return pronoun
    return "who" if low in language["grammar.relative"] else None
