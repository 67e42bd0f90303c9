"""Genders: "she announced it" tells nothing of an Alan."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import feminine_name
from bot.claims.grammar.names import runs
from bot.claims.grammar.parties import Party
from bot.claims.grammar.relatives import transparent
from bot.claims.grammar.verb import Verb
from bot.claims.language.token import Token

_FEMININE = {"she": True, "elle": True, "ella": True, "he": False, "er": False, "il": False, "él": False}


def other_gender(verb: Verb, place: Verb, known: Sequence[Analysed]) -> bool:
    """Whether right before the verb stands a pronoun in its sentence that none of the names can be meant by that the text has there.

    `known` are sentences that may have the names with their first names.
    """
    meant = _pronoun(place)
    named = [party for party in verb.subjects if party.name and not (party.loose or party.phrase)]
    if meant is None or not named or _pronoun(verb) == meant:
        return False
    return all(feminine(party, known) is (not meant) for party in named)


def _pronoun(verb: Verb) -> bool | None:
    at = verb.at - 1
    while at > 0 and transparent(verb.text, at):
        at -= 1
    return meant_by(verb.text.tokens[at]) if at >= 0 else None


def meant_by(token: Token) -> bool | None:
    """Whether a pronoun means a woman; None for any other word."""
    return _FEMININE.get(token.text.casefold())


def feminine(party: Party, known: Sequence[Analysed]) -> bool | None:
    """By the first name that some sentence has; None where it tells nothing."""
    return feminine_name(_whole(party, known)[0].low)


def _whole(party: Party, known: Sequence[Analysed]) -> Sequence[Token]:
    """The full name that the article has for it somewhere."""
    if len(party.tokens) > 1:
        return party.tokens
    found = [[s.tokens[i] for i in run] for s in known for run in runs(s)]
    return next((run for run in found if len(run) > 1 and run[-1].low == party.tokens[-1].low), party.tokens)
