"""The nouns right around a verb."""

from bot.claims.evidence import alike
from bot.claims.nouns import is_noun
from bot.claims.token import Token
from bot.claims.verb import Verb

_STOPS = frozenset(".!?;:—–()…,")
_RELATIVE = frozenset({"who", "which", "that", "qui", "que", "quien", "dass"})


def same_surroundings(verb: Verb, place: Verb) -> bool:
    """The words that carry meaning right before and right after the verb are the article's: nobody changed places."""
    if verb.passive != place.passive:
        return False
    pairs = [(_neighbour(verb, step), _neighbour(place, step)) for step in (-1, 1)]
    return all(a is not None and b is not None and alike(a, b) for a, b in pairs)


def _neighbour(verb: Verb, step: int) -> Token | None:
    tokens = verb.text.tokens
    i = verb.at + step
    while 0 <= i < len(tokens) and tokens[i].low not in _STOPS:
        if tokens[i].kind == "number" or (i in verb.text.content and is_noun(verb.text, i)):
            return tokens[i]
        if tokens[i].low in verb.text.words.pronouns or tokens[i].low in _RELATIVE:
            return None
        i += step
    return None
