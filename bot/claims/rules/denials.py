"""What is denied: "neither confirm nor deny" denies nothing, and "failed because of A, not B" not because of B, not A."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, forms_in
from bot.claims.grammar.operators import Operator
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND, BUT, NOT

_NEAR = 4  # words between a negation and the verb of denying that it turns
# German "noch" negates only behind "weder", which is one itself: "noch bestritten" is "still denied".
_TURNING = (NOT - {"noch"}) | {"without", "ohne", "sans", "sin", "ne"}


def denial_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each denial that is itself denied on one side only, and for each "not" that another verb of denying,
    which both have, has taken the place of."""
    found = []
    theirs = [(s, op) for s in cited for op in s.operators if op.name == "deny"]
    for op in text.operators:
        same = [(s, o) for s, o in theirs if alike(text.tokens[op.at], s.tokens[o.at])] if op.name == "deny" else []
        if same and all(_turned(s, o) != _turned(text, op) for s, o in same):
            found.append(f"{text.tokens[op.at].text!r} is denied, or not, in its sentences.")
        if op.name == "not" and any(_instead(text, i, cited) for i in op.scope[:2]):
            found.append(f"{text.tokens[op.scope[0]].text!r} is not negated in its sentences.")
    return list(dict.fromkeys(found))


def _turned(text: Analysed, op: Operator) -> bool:
    denied = any(o.name == "deny" and o.at < op.at and op.at in o.scope for o in text.operators)
    denied = denied or any(o.name == "not" and op.at in o.scope for o in text.operators)
    before = [token.low for token in text.tokens[max(0, op.at - _NEAR) : op.at]]
    other = next((n for n in range(len(before), 0, -1) if before[n - 1] in BUT), 0)  # "without a licence but denies"
    other = len(before) if before[-1:] and before[-1] in AND else other  # "is not on trial and declined"
    return denied or not _TURNING.isdisjoint(before[other:])


def _instead(text: Analysed, index: int, cited: Sequence[Analysed]) -> bool:
    """The sentences have the word, within reach of a verb of denying that the text has too and of no negation."""
    token = text.tokens[index]
    places = forms_in(cited, token)
    return bool(places) and all(_only_denied(text, s, i) for s, i in places)


def _only_denied(text: Analysed, sentence: Analysed, index: int) -> bool:
    reaching = [op for op in sentence.operators if op.name in ("not", "deny", "stop", "pending") and index in op.scope]
    kept = [
        op
        for op in reaching
        if op.name == "deny" and any(alike(sentence.tokens[op.at], t) for t in text.tokens if t.kind == "word")
    ]
    return bool(kept) and len(kept) == len(reaching)
