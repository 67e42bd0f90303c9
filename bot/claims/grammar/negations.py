"""Negations, and how many of them reach a word."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import likeness
from bot.claims.language.token import Token

NEGATIONS = frozenset({"not", "deny"})
_PREFIXED = frozenset({"not", "nicht"})  # "unclear" is read as "not clear"


def negations(text: Analysed, index: int) -> int:
    """How many negations reach the word; one right before it ("unclear" is "not clear") is its own and the only one."""
    if any(op.name in NEGATIONS and op.end == index and text.tokens[op.at].low in _PREFIXED for op in text.operators):
        return 1
    return sum(1 for op in text.operators if op.name in NEGATIONS and index in op.scope)


def _counts(token: Token, near: Sequence[Analysed]) -> set[int]:
    """By how many negations the word is reached, where the sentences have it in the form nearest to it."""
    found = [(likeness(token, s.tokens[i]), negations(s, i)) for s in near for i in s.content]
    best = max((like for like, _ in found), default=0)
    counts = {count for like, count in found if like == best} if best else set()
    return counts | {1} if counts and any(_pending(token, s) for s in near) else counts


def _pending(token: Token, sentence: Analysed) -> bool:
    """ "still needs approval": it is not approved."""
    reached = {i for op in sentence.operators if op.name == "pending" for i in op.scope}
    return any(likeness(token, sentence.tokens[i]) for i in reached)


def balance(text: Analysed, near: Sequence[Analysed]) -> list[str]:
    """The first word that a negation reaches is reached by as many in the article."""
    found: list[str] = []
    for op in text.operators:
        if op.name not in NEGATIONS or not op.scope or (op.name == "deny" and deny_what_stands_before(near)):
            continue
        reached = [_counts(text.tokens[i], near) for i in op.scope[:4]]
        agrees = [negations(text, i) in counts - {0} for i, counts in zip(op.scope, reached, strict=False)]
        first = next((k for k, counts in enumerate(reached) if counts), None)
        if first is not None and not any(agrees):
            found.append(f"{text.tokens[op.scope[first]].text!r} is not negated like this in its sentences.")
    return found


def deny_what_stands_before(sentences: Sequence[Analysed]) -> bool:
    """ "…, which Calder denies", "both denied the allegations": what is denied stands elsewhere."""
    denials = [(s, op) for s in sentences for op in s.operators if op.name == "deny"]
    return any(all(s.tokens[i].low in s.words.vocabulary.anaphors for i in op.scope) for s, op in denials)
