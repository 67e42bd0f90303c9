"""Hearsay: what hangs on "a claim by its former chemist that …" is told by those who spread it, and by nobody else."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import POSSESSIVES
from bot.claims.people.tellers import telling

_TOLD = frozenset({"hearsay", "accuse", "reported"})


def noun_of(sentence: Analysed, op: Operator) -> int | None:
    """The noun on which the proposition hangs that the operator reaches."""
    ahead = range(op.at, min(op.scope, default=op.at))
    return next((i for i in ahead if sentence.tokens[i].low in sentence.words.contents), None)


def spread(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    """Whether the text tells the proposition as they do who spread it, or as something that is only told."""
    noun = noun_of(sentence, op) if op.name in ("hearsay", "deny") else None
    if noun is None:
        return False
    tellers = telling(text)
    if tellers:
        owners = _owners(sentence, noun, min(op.scope))
        return bool(owners) and all(party.within(sentence, owners) for party in tellers)
    told = any(o.name in _TOLD and set(taken) & set(o.scope) for o in text.operators)
    return told or (op.name == "hearsay" and any(alike(sentence.tokens[noun], token) for token in text.meaning))


def told_by_accuser(sentence: Analysed, op: Operator, text: Analysed) -> bool:
    """Whether nobody tells in the text what somebody is accused of who stands in the sentence only behind that."""
    if "deny" in text.classes():
        return True
    ahead, behind = range(op.at), range(op.end, len(sentence.tokens))
    tellers = [party for party in telling(text) if party.within(sentence)]
    return all(party.within(sentence, ahead) or not party.within(sentence, behind) for party in tellers)


def owned(sentence: Analysed, op: Operator) -> bool:
    """Whether somebody stands beside the noun who spreads it: "her claim that"."""
    noun = noun_of(sentence, op)
    if noun is None:
        return False
    start = _phrase(sentence, noun)
    pronoun = any(token.low in POSSESSIVES for token in sentence.tokens[start:noun])
    return pronoun or any(sentence.tokens[i].capital for i in _owners(sentence, noun, min(op.scope)))


def _owners(sentence: Analysed, noun: int, end: int) -> list[int]:
    """Words that carry meaning beside the noun, before it in its phrase, or between it and what hangs on it."""
    return [i for i in range(_phrase(sentence, noun), end) if i in sentence.content and i != noun]


def _phrase(sentence: Analysed, noun: int) -> int:
    start = noun
    while start and _modifies(sentence, start - 1):
        start -= 1
    return start


def _modifies(sentence: Analysed, index: int) -> bool:
    small = sentence.words.determiners | POSSESSIVES
    return sentence.tokens[index].low in small or (index in sentence.content and not is_verb(sentence, index))
