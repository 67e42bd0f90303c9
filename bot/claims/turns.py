"""Negations, hedges, quantifiers, wishes and causes: none added, none dropped, none made stronger."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.licences import ALLOWS, KEEPS
from bot.claims.operators import WITH_CONTENT, Operator
from bot.claims.words import Token

_NEGATIONS = frozenset({"not", "deny"})
_DEMANDS = frozenset({"should", "must", "demand", "supposed"})
# What may stand before an imperative, and what an English one does not end in.
_OPENING = frozenset(["please", "and", "or", "but", "bitte", "und", "et", "y", "o", "t"])
_NO_COMMAND = ("ing", "ed")
_ANAPHORS = frozenset(
    [
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "claim",
        "claims",
        "charge",
        "charges",
        "report",
        "reports",
        "this",
        "that",
        "it",
        "vorwurfe",
        "vorwurf",
        "das",
        "accusations",
        "allegations",
        "acusaciones",
        "acusacion",
    ]
)
_PRESENT = frozenset(["be", "is", "are", "being", "am", "wird", "werden", "est", "sont", "es", "son"])
_OPEN = frozenset(["future", "intent", "probable", "possible", "should", "must", "demand", "condition", "unlikely"])
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "should", "shall"])
_SAID = {
    "not": "negation", "deny": "denial", "stop": "stop", "possible": "possibility", "probable": "likelihood", "reported": "hedge",
    "condition": "condition", "partial": "quantity", "most": "quantity", "many": "quantity", "few": "quantity", "all": "quantity",
    "only": "limit", "cause": "cause", "before": "order in time", "after": "order in time", "intent": "intention",
    "demand": "demand", "should": "demand", "must": "demand", "future": "future",
}  # fmt: skip


def turn_problems(
    text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed], *, denied: bool = False
) -> list[str]:
    """`denied`: the sentences deny what the text says, so that a negation may be missing."""
    left_out = _NEGATIONS if denied else frozenset()
    found = [problem for op in text.operators if (problem := _added(text, op, near))]
    for sentence in cited:
        turned = [op for op in sentence.operators if op.name not in left_out]
        found += [problem for op in turned if (problem := _dropped(sentence, op, text, cited))]
    found += _kept(text, cited)
    found += _balance(text, cited)
    return list(dict.fromkeys(found))


def _added(text: Analysed, op: Operator, near: Sequence[Analysed]) -> str | None:
    allowed = ALLOWS.get(op.name)
    if allowed is None or (op.name in WITH_CONTENT and _same_word(text, op, near)):
        return None
    if (
        op.name in ("intent", "demand")
        and op.at
        and text.tokens[op.at - 1].low in ("the", "its", "their", "his", "der", "den", "le", "el")
    ):
        return None
    reach = [text.tokens[i] for i in op.scope[:4]]
    if op.name == "against" and any(o.name == "against" and not o.scope for s in near for o in s.operators):
        return None
    for sentence in near:
        for other in sentence.operators:
            if other.name in allowed and _reaches(sentence, other, reach, wide=op.name not in _NEGATIONS | {"instead"}):
                return None
    if op.name in _DEMANDS and any(_commanded(sentence, reach) for sentence in near):
        return None
    words = " ".join(token.text for token in text.tokens[op.at : op.end])
    return f"The {_SAID.get(op.name, 'turn')} in {words!r} is not in its sentences."


def _commanded(sentence: Analysed, reach: Sequence[Token]) -> bool:
    """Whether one of the words opens a clause in its plain form: "stop calling us & stay inside"."""
    for index, token in enumerate(sentence.tokens):
        before = sentence.tokens[index - 1].low if index else "."
        opens = not before[0].isalnum() or before in _OPENING
        if opens and token.kind == "word" and any(alike(token, other) for other in reach[:2]):
            return not token.low.endswith(_NO_COMMAND)
    return False


def _same_word(text: Analysed, op: Operator, near: Sequence[Analysed]) -> bool:
    token = text.tokens[op.at]
    return op.name not in _NEGATIONS and any(
        alike(token, s.tokens[o.at]) for s in near for o in s.operators if o.name == op.name
    )


def _reaches(sentence: Analysed, op: Operator, reach: Sequence[Token], *, wide: bool) -> bool:
    if not reach:
        return True
    if wide:
        return any(sentence.has(token) for token in reach)
    scope = [sentence.tokens[i] for i in op.scope]
    return any(alike(token, other) for token in reach[:2] for other in scope) or not scope


def _dropped(sentence: Analysed, op: Operator, text: Analysed, cited: Sequence[Analysed]) -> str | None:
    if op.name == "against" and not op.scope:
        before = sentence.tokens[op.at - 1]
        bare = text.has(before) and "against" not in text.classes()
        return f"The turn {sentence.tokens[op.at].text!r} is missing." if bare else None
    taken = _taken(sentence, op, text)
    if not taken or _satisfied(sentence, op, text, taken) or _free(text, taken, op, cited):
        return None
    words = " ".join(token.text for token in sentence.tokens[op.at : op.end])
    return f"The {_SAID.get(op.name, 'turn')} {words!r} is missing."


def _satisfied(sentence: Analysed, op: Operator, text: Analysed, taken: Sequence[int]) -> bool:
    if op.name in _NEGATIONS:
        least = min((_negations(sentence, i) for i in op.scope[:1]), default=1)
        if op.name == "deny":
            reached = [i for i in text.content if any(alike(text.tokens[i], sentence.tokens[j]) for j in op.scope[:3])]
            return any(_negations(text, i) >= min(least, 2) for i in reached)
        return all(_negations(text, i) >= min(least, 2) for i in taken)
    if op.name == "conditional" and any(t.low in sentence.words.reporting for t in sentence.tokens[: op.at]):
        return True
    if op.name == "future":
        return not _past(text, taken)
    keeps = KEEPS.get(op.name)
    if keeps is None:
        return True
    if op.name == "possible" and sentence.tokens[op.end : op.end + 1] and sentence.tokens[op.end].low in ("not", "n't"):
        return any(_negations(text, i) for i in taken)
    held = [o for o in text.operators if o.name in keeps]
    return any(o.name != "against" or set(taken) & set(o.scope) for o in held)


def _taken(sentence: Analysed, op: Operator, text: Analysed) -> list[int]:
    """Where the restatement has the word that the operator reaches first; of a condition, most of what it limits."""
    if op.name in ("condition", "unless"):
        found = [[i for i in text.content if alike(text.tokens[i], sentence.tokens[j])] for j in op.scope[:3]]
        return [i for places in found for i in places] if sum(map(bool, found)) >= min(2, len(found)) else []
    reach = 1 if sentence.words.known else 4
    for j in op.scope[:reach] + tuple(j for j in op.scope[1:2] if _turning(sentence, op.scope[0])):
        among = text.content if j in sentence.content else range(len(text.tokens))
        taken = [i for i in among if alike(text.tokens[i], sentence.tokens[j])]
        if taken:
            return taken
    return []


def _turning(sentence: Analysed, index: int) -> bool:
    return any(op.at <= index < op.end for op in sentence.operators)


def _negations(text: Analysed, index: int) -> int:
    """How many negations reach the word."""
    return sum(1 for op in text.operators if op.name in _NEGATIONS and index in op.scope)


def _counts(token: Token, near: Sequence[Analysed]) -> set[int]:
    return {_negations(s, i) for s in near for i in s.content if alike(token, s.tokens[i])}


def _balance(text: Analysed, near: Sequence[Analysed]) -> list[str]:
    """The first word that a negation reaches is reached by as many in the article."""
    found: list[str] = []
    for op in text.operators:
        if op.name not in _NEGATIONS or not op.scope or (op.name == "deny" and _points_back(near)):
            continue
        reached = [_counts(text.tokens[i], near) for i in op.scope[:4]]
        agrees = [_negations(text, i) in counts - {0} for i, counts in zip(op.scope, reached, strict=False)]
        if reached[0] and _negations(text, op.scope[0]) not in reached[0] and not any(agrees[1:]):
            found.append(f"{text.tokens[op.scope[0]].text!r} is not negated like this in its sentences.")
    return found


def _free(text: Analysed, taken: Sequence[int], op: Operator, cited: Sequence[Analysed]) -> bool:
    """Whether the word, with a neighbour it has in the restatement, also stands out of reach of such an operator."""
    for other in cited:
        bound = {i for o in other.operators if o.name == op.name for i in o.scope}
        for place, i in enumerate(other.content):
            if i in bound or not any(alike(text.tokens[t], other.tokens[i]) for t in taken):
                continue
            beside = [other.tokens[j] for j in other.content[max(0, place - 1) : place + 2] if j != i]
            if any(alike(a, b) for t in taken for a in _beside(text, t) for b in beside):
                return True
    return False


def _beside(text: Analysed, index: int) -> list[Token]:
    if index not in text.content:
        return []
    place = text.content.index(index)
    return [text.tokens[j] for j in text.content[max(0, place - 1) : place + 2] if j != index]


def _past(text: Analysed, taken: Sequence[int]) -> bool:
    """Whether what is to come is told as done."""
    for index in taken:
        token = text.tokens[index]
        if any(op.name in _OPEN and not op.at <= index < op.end for op in text.operators):
            continue
        before = {t.low for t in text.tokens[max(0, index - 2) : index]}
        if (token.low.endswith("ed") or token.low in text.words.past) and not before & (_PRESENT | {"to"}):
            return True
    return False


def _points_back(sentences: Sequence[Analysed]) -> bool:
    """ "…, which Calder denies", "both denied the allegations": what is denied stands elsewhere."""
    denials = [(s, op) for s in sentences for op in s.operators if op.name == "deny"]
    return any(all(s.tokens[i].low in _ANAPHORS for i in op.scope) for s, op in denials)


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
