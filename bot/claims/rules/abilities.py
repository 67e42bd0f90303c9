"""Abilities: "anyone can read them", "we cannot pay" are put firmly, unlike "it can take years"."""

from bot.claims.grammar.kinds import listed, sorts
from bot.claims.grammar.operators import Operator
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.token import Token

_BACK = 3  # words before "can" of which one tells who can
_BEHIND = 4  # words of "not yet be ruled" behind it


def ability(text: tuple[Token, ...], op: Operator, words: Lexicon) -> bool:
    """Whether the word tells what somebody is able or allowed to do, or unable: "can" of people, and of whoever "cannot"."""
    token = text[op.at]
    if token.low not in listed(words.language, "able"):
        return token.low in listed(words.language, "i_can")
    return _unable(text, op, words) or _of_people(text, op, words)


def _unable(text: tuple[Token, ...], op: Operator, words: Lexicon) -> bool:
    """Not "cannot be ruled out"."""
    behind = [token.low for token in text[op.at + 1 : op.at + 1 + _BEHIND]]
    ahead = [token.low for token in text[max(0, op.at - 2) : op.at]]
    negations = listed(words.language, "unable")
    denied = not negations.isdisjoint(ahead) or (bool(behind) and behind[0] in negations)
    ending = words.language == "de" and "nicht" in behind
    return (denied or ending) and listed(words.language, "left_open").isdisjoint(token.low for token in text[op.at :])


def _of_people(text: tuple[Token, ...], op: Operator, words: Lexicon) -> bool:
    before = [token for token in text[max(0, op.at - _BACK) : op.at] if token.kind == "word"]
    behind = text[op.at + 1 : op.at + 2] if words.language == "de" else ()
    return any(_people(token, words) for token in (*before[-1:], *behind)) or _people_phrase(before, words)


def _people_phrase(before: list[Token], words: Lexicon) -> bool:
    """ "les habitants peuvent", "on peut", past a clitic."""
    small = words.function | words.determiners
    while before and before[-1].low in small and not _people(before[-1], words):
        before = before[:-1]
    return bool(before) and _people(before[-1], words)


def _people(token: Token, words: Lexicon) -> bool:
    return token.low in listed(words.language, "anybody") or "person" in sorts(words.language, token.low)
