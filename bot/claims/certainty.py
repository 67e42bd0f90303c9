"""How firmly a claim is put, and the words that show it."""

from bot.claims.lexicon import lexicon
from bot.claims.operators import operators
from bot.claims.reading import Certainty
from bot.claims.words import tokens

_WEAKER: dict[str, Certainty] = {"possible": "possible", "reported": "possible", "probable": "probable"}


def consistent(said: Certainty, hedge: str | None, passage: str, language: str | None) -> Certainty:
    """As certain as the article's own words: weakened by a hedge that stands there, and by no other.

    `hedge` is what was found in the article, `passage` the sentences of the claim.
    """
    words = lexicon(language)

    def classes_in(text: str) -> set[str]:
        return {operator.name for operator in operators(tokens(text, words), words)}

    if said in ("probable", "possible") and not hedge and words.known and not classes_in(passage) & _WEAKER.keys():
        return "certain"
    if said != "certain" or not hedge:
        return said
    classes = classes_in(hedge)
    for name, weaker in _WEAKER.items():
        if name in classes:
            return weaker
    return "certain" if words.known else "possible"
