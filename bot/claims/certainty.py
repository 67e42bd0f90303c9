"""How firmly a claim is put, and the words that show it."""

from bot.claims.lexicon import lexicon
from bot.claims.operators import operators
from bot.claims.reading import Certainty
from bot.claims.words import tokens

_WEAKER: dict[str, Certainty] = {"possible": "possible", "reported": "possible", "probable": "probable"}


def consistent(said: Certainty, hedge: str | None, language: str | None) -> Certainty:
    """A hedge that stands in the article makes a claim less than certain, as far as that hedge goes."""
    if said != "certain" or not hedge:
        return said
    words = lexicon(language)
    classes = {operator.name for operator in operators(tokens(hedge, words), words)}
    for name, weaker in _WEAKER.items():
        if name in classes:
            return weaker
    return "certain" if words.known else "possible"
