"""A denial told as what it means: who "denied the claim" that he lied says that he did not lie."""

import re
from dataclasses import replace

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.negations import NEGATIONS, deny_what_stands_before

_NEGATED = {
    "en": ((r"\b(did|does|do|has|have|had|was|were|is|are|will|would) not\b", r"\1"), (r"(?<=\w)n['’]t\b", "")),
    "de": ((r" nicht\b", ""), (r"\b([Kk])ein", "ein")),
    "fr": ((r"\bn(?:e |['’])(\w+) (?:pas|jamais) ", r"\1 "),),
    "es": ((r"\b[Nn]o (?=\w)", ""),),
}


def affirmed(own: Analysed, held: Evidence) -> tuple[str, Evidence] | None:
    """The text without its one negation, and the sentences without the one that denies what the sentence right before it
    says; None where there is no such."""
    turned = [op for op in own.operators if op.name in {*NEGATIONS, "nor"}]
    if len(held.numbers) < 2 or [op.name for op in turned] != ["not"]:
        return None
    told = dict(zip(held.numbers, held.cited, strict=True))
    denying = [n for n in held.numbers if n - 1 in told and deny_what_stands_before((told[n],))]
    plain = next(
        (said for p, r in _NEGATED.get(own.words.language, ()) if (said := re.sub(p, r, own.text)) != own.text), None
    )
    if len(denying) != 1 or plain is None:
        return None
    return plain, replace(held, numbers=tuple(n for n in held.numbers if n != denying[0]))
