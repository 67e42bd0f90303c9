"""Negations, hedges, quantifiers, wishes and causes: none added, none dropped, none made stronger."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.operators import Operator
from bot.claims.words import Token

_NEGATIONS = frozenset({"not", "deny"})
# What the sentences must have for a restatement to bring the key.
_ALLOWS: dict[str, frozenset[str]] = {
    "not": frozenset({"not", "deny", "stop"}),
    "deny": frozenset({"deny", "not"}),
    "stop": frozenset({"stop", "not"}),
    "possible": frozenset({"possible", "reported", "accuse"}),
    "probable": frozenset({"probable", "future", "intent"}),
    "unlikely": frozenset({"unlikely"}),
    "accuse": frozenset({"accuse", "reported"}),
    "condition": frozenset({"condition"}),
    "intent": frozenset({"intent", "future"}),
    "demand": frozenset({"demand", "should", "must"}),
    "should": frozenset({"should", "demand", "must"}),
    "must": frozenset({"must", "demand"}),
    "future": frozenset({"future", "intent", "probable", "condition", "possible", "demand", "should", "must"}),
} | {
    name: frozenset({name})
    for name in ("partial", "most", "many", "few", "all", "only", "cause", "before", "after", "despite", "up", "down")
}
_ALLOWS["instead"] = frozenset({"instead", "not"})
# What a restatement must have when it takes over the word that the key reaches.
_KEEPS: dict[str, frozenset[str]] = {
    "stop": frozenset({"stop", "not", "deny"}),
    "possible": frozenset({"possible", "reported"}),
    "probable": frozenset({"probable", "possible"}),
    "unlikely": frozenset({"unlikely"}),
    "reported": frozenset({"reported", "possible", "accuse"}),
    "condition": frozenset({"condition"}),
    "partial": frozenset({"partial"}),
    "most": frozenset({"most"}),
    "few": frozenset({"few"}),
    "intent": frozenset({"intent"}),
    "demand": frozenset({"demand", "should", "must"}),
    "should": frozenset({"should", "demand"}),
    "must": frozenset({"must", "demand", "should"}),
    "instead": frozenset({"instead", "not"}),
}
_SAID = {
    "not": "negation", "deny": "denial", "stop": "stop", "possible": "possibility", "probable": "likelihood", "reported": "hedge",
    "condition": "condition", "partial": "quantity", "most": "quantity", "many": "quantity", "few": "quantity", "all": "quantity",
    "only": "limit", "cause": "cause", "before": "order in time", "after": "order in time", "intent": "intention",
    "demand": "demand", "should": "demand", "must": "demand", "future": "future",
}  # fmt: skip


def turn_problems(text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed]) -> list[str]:
    found = [problem for op in text.operators if (problem := _added(text, op, near))]
    for sentence in cited:
        found += [problem for op in sentence.operators if (problem := _dropped(sentence, op, text, cited))]
    found += _kept(text, cited)
    return list(dict.fromkeys(found))


def _added(text: Analysed, op: Operator, near: Sequence[Analysed]) -> str | None:
    allowed = _ALLOWS.get(op.name)
    if allowed is None:
        return None
    reach = [text.tokens[i] for i in op.scope[:4]]
    for sentence in near:
        for other in sentence.operators:
            if other.name in allowed and _reaches(sentence, other, reach, wide=op.name not in _NEGATIONS):
                return None
    words = " ".join(token.text for token in text.tokens[op.at : op.end])
    return f"The {_SAID.get(op.name, 'turn')} in {words!r} is not in its sentences."


def _reaches(sentence: Analysed, op: Operator, reach: Sequence[Token], *, wide: bool) -> bool:
    if not reach:
        return True
    if wide:
        return any(sentence.has(token) for token in reach)
    scope = [sentence.tokens[i] for i in op.scope]
    return any(alike(token, other) for token in reach[:2] for other in scope) or not scope


def _dropped(sentence: Analysed, op: Operator, text: Analysed, cited: Sequence[Analysed]) -> str | None:
    if not op.scope:
        return None
    first = sentence.tokens[op.scope[0]]
    taken = [i for i in text.content if alike(text.tokens[i], first)]
    if not taken:
        return None
    words = " ".join(token.text for token in sentence.tokens[op.at : op.end])
    if op.name in _NEGATIONS:
        if all(_negated(text, i) for i in taken) or _free(first, sentence, op, cited):
            return None
        return f"The negation {words!r} is missing."
    if op.name == "future":
        return _past(text, taken, words)
    keeps = _KEEPS.get(op.name)
    if keeps is None or keeps & text.classes() or _free(first, sentence, op, cited):
        return None
    return f"The {_SAID.get(op.name, 'turn')} {words!r} is missing."


def _negated(text: Analysed, index: int) -> bool:
    return any(op.name in _NEGATIONS and index in op.scope for op in text.operators)


def _free(token: Token, sentence: Analysed, op: Operator, cited: Sequence[Analysed]) -> bool:
    """Whether the word also stands somewhere in the cited sentences out of reach of such an operator."""
    for other in cited:
        bound = {i for o in other.operators if o.name == op.name for i in o.scope}
        if any(i not in bound and alike(token, other.tokens[i]) for i in other.content):
            return True
    return False


def _past(text: Analysed, taken: Sequence[int], words: str) -> str | None:
    wide = {"future", "intent", "probable", "possible", "should", "must", "demand", "condition", "unlikely"}
    if wide & text.classes():
        return None
    for index in taken:
        token = text.tokens[index]
        before = {t.low for t in text.tokens[max(0, index - 2) : index]}
        if (token.low.endswith("ed") or token.low in text.words.verbs) and not before & (text.words.passive | {"to"}):
            return f"{words!r} speaks of the future, the restatement of the past."
    return None


def _kept(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "former minister" may become "former minister" or nothing, never "minister"."""
    found: list[str] = []
    have = {token.low for token in text.tokens}
    for sentence in cited:
        for index, token in enumerate(sentence.tokens[:-1]):
            after = sentence.tokens[index + 1]
            if token.low not in text.words.keepers or token.low in have or after.kind != "word":
                continue
            if text.has(after) and not any(_alone(after, other, text) for other in cited):
                found.append(f"{token.text!r} before {after.text!r} is missing.")
    return found


def _alone(token: Token, sentence: Analysed, text: Analysed) -> bool:
    return any(
        alike(token, sentence.tokens[i]) and (i == 0 or sentence.tokens[i - 1].low not in text.words.keepers)
        for i in sentence.content
    )
