"""Negations, hedges, quantifiers, wishes and causes: none added, none dropped, none made stronger."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS, balance
from bot.claims.grammar.tense import supposed, to_come, undone
from bot.claims.people.hearsay import owned
from bot.claims.rules.additions import added
from bot.claims.rules.omissions import dropped, fewer
from bot.claims.rules.qualifiers import kept, rounded_up, widened
from bot.claims.rules.superlatives import limited


def turn_problems(
    text: Analysed,
    cited: Sequence[Analysed],
    near: Sequence[Analysed],
    *,
    denied: bool = False,
    attributed: bool = False,
) -> list[str]:
    """`denied`: the sentences deny what the text says, so that a negation may be missing. `attributed`: the text is shown
    beside the name of who says so, so that "accused him of lying" may become "he lied"."""
    left_out = (NEGATIONS if denied else frozenset()) | ({"accuse"} if attributed else frozenset())
    found = [problem for op in text.operators if (problem := added(text, op, cited, near))]
    for sentence in cited:
        turned = [
            op for op in sentence.operators if op.name not in left_out and not (attributed and owned(sentence, op))
        ]
        found += [problem for op in turned if (problem := dropped(sentence, op, text, cited))]
    found += fewer(text, cited)
    found += kept(text, cited)
    found += limited(text, cited)
    found += undone(text, cited)
    found += to_come(text, cited)
    found += supposed(text, cited)
    found += widened(text, cited) + rounded_up(text, cited)
    found += balance(text, cited)
    return list(dict.fromkeys(found))
