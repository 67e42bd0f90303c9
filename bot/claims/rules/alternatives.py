"""Both that a negation reaches are denied: who "was not fined or jailed" was not jailed."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS, negations
from bot.claims.grammar.operators import Operator
from bot.claims.grammar.verbs import is_verb, participle
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import AND, OR

_FORM = 1  # likeness of a word of the same family; more is the word itself
_BARE = frozenset({"did", "does", "do", "will", "would", "can", "could", "may", "might", "must", "should"})


def alternative_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word that stands behind "or", or as a verb behind "and", within what a negation of the sentences
    reaches, and nowhere else in them, where no negation of the text reaches it."""
    found: list[str] = []
    for sentence in cited:
        for op in sentence.operators:
            for j in _joined(sentence, op) if op.name == "not" else ():
                taken = [i for i in text.content if likeness(text.tokens[i], sentence.tokens[j]) > _FORM]
                bare = [i for i in taken if not negations(text, i)]
                if bare and not _elsewhere(sentence, j, cited) and not _neither(text):
                    found.append(f"The negation of {text.tokens[bare[0]].text!r} is missing.")
    return list(dict.fromkeys(found))


def _joined(sentence: Analysed, op: Operator) -> Iterator[int]:
    """The words in its reach that the first of them is joined with."""
    first = min(op.scope, default=0)
    for j in op.scope:
        k = j - 1
        while k > first and sentence.tokens[k].low in sentence.words.determiners | sentence.words.passive:
            k -= 1
        either = sentence.tokens[k].low in OR
        if first < k and (either or (sentence.tokens[k].low in AND and _same_form(sentence, op, first, j))):
            yield j


def _same_form(sentence: Analysed, op: Operator, first: int, other: int) -> bool:
    """Two participles, or two plain verbs: "did not pay and left" says that they left."""
    if not (_verbal(sentence, first) and _verbal(sentence, other)):
        return False
    plain = op.at > 0 and sentence.tokens[op.at - 1].low in _BARE
    return not plain or participle(sentence, first) == participle(sentence, other)


def _verbal(sentence: Analysed, index: int) -> bool:
    return is_verb(sentence, index) or participle(sentence, index)


def _neither(text: Analysed) -> bool:
    return any(op.name == "nor" for op in text.operators)


def _elsewhere(sentence: Analysed, place: int, cited: Sequence[Analysed]) -> bool:
    """Whether the sentences have the word where nothing denies it."""
    token = sentence.tokens[place]
    return any(
        likeness(token, s.tokens[i]) and not any(op.name in NEGATIONS and i in op.scope for op in s.operators)
        for s in cited
        for i in s.content
        if not (s is sentence and i == place)
    )
