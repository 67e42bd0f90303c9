"""Genders: "she announced it" tells nothing of an Alan."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import feminine_name
from bot.claims.grammar.names import runs
from bot.claims.grammar.parties import Party
from bot.claims.grammar.relatives import transparent
from bot.claims.grammar.verb import Verb
from bot.claims.language.token import Token

_FEMININE = {"she": True, "elle": True, "ella": True, "he": False, "er": False, "il": False}


def other_gender(subjects: Sequence[Party], place: Verb, known: Sequence[Analysed]) -> bool:
    """Whether right before the verb stands a pronoun that none of the names can be meant by.

    `known` are sentences that may have the names with their first names.
    """
    at = place.at - 1
    while at > 0 and transparent(place.text, at):
        at -= 1
    meant = _FEMININE.get(place.text.tokens[at].low) if at >= 0 else None
    named = [party for party in subjects if party.name and not (party.loose or party.phrase)]
    if meant is None or not named:
        return False
    return all(feminine_name(_whole(party, known)[0].low) is (not meant) for party in named)


def _whole(party: Party, known: Sequence[Analysed]) -> Sequence[Token]:
    """The full name that the article has for it somewhere."""
    if len(party.tokens) > 1:
        return party.tokens
    found = [[s.tokens[i] for i in run] for s in known for run in runs(s)]
    return next((run for run in found if len(run) > 1 and run[-1].low == party.tokens[-1].low), party.tokens)
