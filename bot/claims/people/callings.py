"""What a name is called beside it, and whether a noun for a body can mean its bearer."""

from collections.abc import Iterator, Sequence
from typing import Literal

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import named_sorts, sorts
from bot.claims.grammar.titles import titles
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.token import Token

_UNION = frozenset({"union"})
_REACH = 6  # words behind "Helena Moss," among which it is told what she is


def called(name: Sequence[Token], known: Sequence[Analysed], language: str) -> Literal["person", "body"] | None:
    """`known` are the sentences that tell who is who; None where they do not tell."""
    if named_sorts(language, tuple(token.low for token in name)):
        return "body"
    for beside in _all_beside(name, known):
        kinds = {kind for low in beside for kind in sorts(language, low)}
        if beside & titles() or kinds == {"person"}:
            return "person"
        if kinds:
            return "body"
    return None


def only_body(name: Sequence[Token], known: Sequence[Analysed], language: str) -> bool:
    """Whether whatever stands beside the name, or in it, is said of bodies alone; "the hotel's owner, Simmons" may be either."""
    kinds = set(named_sorts(language, tuple(token.low for token in name)))
    kinds |= {kind for beside in _all_beside(name, known) for low in beside for kind in sorts(language, low)}
    return bool(kinds) and "person" not in kinds


def of_another_kind(name: Sequence[Token], noun: Token, known: Sequence[Analysed], language: str) -> bool:
    """ "the company" is no "Transit Union", and "the union" no "operator, Skyfarer"; but clubs are named like firms."""
    own, kinds = named_sorts(language, tuple(token.low for token in name)), sorts(language, noun.low)
    if not own and kinds == _UNION:  # what is called a firm may also be called a service, but never a union
        own = frozenset(kind for beside in _all_beside(name, known) for low in beside for kind in sorts(language, low))
    return bool(own and kinds) and not own & kinds and not ("club" in kinds and "company" in own)


def _all_beside(name: Sequence[Token], known: Sequence[Analysed]) -> Iterator[set[str]]:
    """For each time that the sentences have the name, the words beside it."""
    lows = tuple(token.low for token in name)
    for sentence in known:
        for i in sentence.content:
            same = sentence.tokens[i].low == lows[-1] and sentence.tokens[i].capital
            if same and not _of_another(sentence, i, lows):
                yield _beside(sentence, i, len(lows))


def _of_another(text: Analysed, index: int, lows: Sequence[str]) -> bool:
    """Another of the same last name."""
    before = text.tokens[index - 1] if index - 1 in text.content else None
    return before is not None and before.capital and before.low not in {*lows, *titles()}


def _beside(text: Analysed, index: int, longest: int) -> set[str]:
    """The words right before the name, a comma allowed, and those between commas right behind."""
    tokens = text.tokens
    start = index
    while start and tokens[start - 1].capital and index - start < longest - 1:
        start -= 1
    if tokens[index].possessive:
        return set()
    near = start - 2 if start > 1 and tokens[start - 1].low == "," else start - 1
    found = {tokens[near].low} if near >= 0 else set()
    if index + 1 < len(tokens) and tokens[index + 1].low == ",":
        for i in range(index + 2, min(index + _REACH, len(tokens))):
            low = tokens[i].low
            if tokens[i].kind == "punct" or is_verb(text, i) or low in text.words.prepositions | {"whose", "dont"}:
                break
            found.add(low)
    return found
