"""Whom a pronoun means with which begins what somebody says."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import BODIES, sorts
from bot.claims.grammar.verb import verb_at
from bot.claims.language.smallwords import THAT

_BODILY = frozenset({"it", "sie", "il", "elle"})


def saying_of_itself(text: Analysed, pronoun: int) -> list[int]:
    """ "The government said it had promised nothing": the word for the body that says so, if it is no name; else nothing."""
    says = pronoun - 1
    while says > 0 and text.tokens[says].low in THAT | {","}:
        says -= 1
    if says < 1 or text.tokens[says].low not in text.words.reporting or text.tokens[pronoun].low not in _BODILY:
        return []
    found = [party for party in verb_at(text, says).subjects if not party.phrase]
    tellers = (
        [] if len(found) != 1 or found[0].name else [i for i in text.content if text.tokens[i] is found[0].tokens[-1]]
    )
    return [i for i in tellers if i < says and sorts(text.words.language, text.tokens[i].low) & set(BODIES)]
