"""The nouns right around a verb."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.names import compatible, runs
from bot.claims.grammar.nouns import is_noun
from bot.claims.grammar.verb import Verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import RELATIVE
from bot.claims.language.stops import CLAUSE_ENDS
from bot.claims.language.token import Token

_RELATIVE = RELATIVE | {"dass"}


def same_surroundings(verb: Verb, place: Verb) -> bool:
    """The words that carry meaning right before and right after the verb are the article's: nobody changed places."""
    if verb.passive != place.passive:
        return False
    pairs = [(_neighbour(verb, step), _neighbour(place, step)) for step in (-1, 1)]
    return all(a is not None and b is not None and _alike(verb, a, place, b) for a, b in pairs)


def _alike(verb: Verb, mine: int, place: Verb, theirs: int) -> bool:
    """The same word, and of names the whole: "South Korea" is not "North Korea"."""
    a, b = _name(verb.text, mine), _name(place.text, theirs)
    return alike(verb.text.tokens[mine], place.text.tokens[theirs]) and (not (a and b) or compatible(a, b))


def _name(text: Analysed, index: int) -> list[Token]:
    return next(([text.tokens[i] for i in run] for run in runs(text) if index in run), [])


def _neighbour(verb: Verb, step: int) -> int | None:
    tokens = verb.text.tokens
    i = verb.at + step
    while 0 <= i < len(tokens) and tokens[i].low not in CLAUSE_ENDS:
        if tokens[i].kind == "number" or (i in verb.text.content and is_noun(verb.text, i)):
            return i
        if tokens[i].low in verb.text.words.pronouns or tokens[i].low in _RELATIVE:
            return None
        i += step
    return None
