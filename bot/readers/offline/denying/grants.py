"""Grants: what is denied to somebody who asked for it, which says nothing to be untrue."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_GRANT = 5  # words behind "denied" among which what was asked for stands


def denied(found: Sequence[Token], language: Language) -> bool:
    """ "denied the motion", "denied him entry": a request is refused, and nothing said to be untrue."""
    behind = found[1 : _GRANT + 1]
    ends = language["grammar.that"] | language["grammar.prepositions"]  # not "any link between the loan and his vote"
    clause = next((at for at, token in enumerate(behind) if token.low in ends), len(behind))
    if any(token.low in language["denials.grants"] for token in behind[:clause]):
        return True
    if len(behind) < 2 or not behind[1].is_word:
        return False
    if _whom_and_what(behind, language):
        return True
    whom = behind[0].is_capital or behind[0].low in language["grammar.objects"]
    return whom and behind[1].low in language["grammar.articles"] | language["grammar.possessives"]


def _whom_and_what(behind: Sequence[Token], language: Language) -> bool:
    """ "The dam workers a raise": whom, and right behind it what."""
    articles, apart = language["grammar.articles"], language["grammar.prepositions"] | language["denials.of_matters"]
    second = next((at for at in range(2, len(behind)) if behind[at].low in language["grammar.indefinite"]), None)
    if second is None or behind[0].low not in articles:
        return False
    return all(token.is_word and token.low not in apart for token in behind[:second])
