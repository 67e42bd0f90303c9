"""What was not found is not what is not so: "no evidence of fraud" is not "no fraud"."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed
from bot.claims.likeness import alike

_FARTHEST = 4  # words of what there is no evidence of


def finding_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each denial of what its sentences only have found nothing of."""
    told = text.words.findings | text.words.witnessed
    if any(token.low in told for token in text.tokens):
        return []
    denied = [text.tokens[i] for op in text.operators if op.name in ("not", "deny") for i in op.scope[:2]]
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            near = op.scope[:2] if op.name == "not" else ()
            k = next((k for k, i in enumerate(near) if sentence.tokens[i].low in sentence.words.findings), None)
            if k is None:
                continue
            first = sentence.tokens[op.scope[k]]
            behind = [sentence.tokens[i] for i in op.scope[k + 1 : k + 1 + _FARTHEST]]
            if any(alike(a, b) for a in denied for b in behind):
                found.append(f"{first.text!r} is missing, of which there is none in its sentences.")
    return list(dict.fromkeys(found))
