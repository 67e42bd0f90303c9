"""What is only asked, or made a condition, is not told as so: "if the tax were raised" is not "the tax was raised"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.operators import Operator
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import BUT
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set

_OPENING = frozenset({"whether", "condition", "unless"})
_HOLDING = _OPENING | word_set(
    "possible chance probable conditional supposed reported demand intent should accuse predicted suggested unlikely"
)
_LEAST = 2  # words that tell something


def asked_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence where all that the text tells stands behind "if" or "whether", and nowhere else."""
    held = text.classes() & _HOLDING
    told = [t for t in text.meaning if t.kind == "word" and t.low not in text.words.reporting]
    if len(told) < _LEAST:
        return []
    opened = [(s, op) for s in cited for op in s.operators if op.name in _OPENING and held <= _held(s, op)]
    found = [(s, op) for s, op in opened if _within(told, s, op, cited)]
    return list(dict.fromkeys(f"{s.tokens[op.at].text!r}, before what is told, is missing." for s, op in found))


def _within(told: Sequence[Token], sentence: Analysed, op: Operator, cited: Sequence[Analysed]) -> bool:
    """Names may stand before the clause, which has a pronoun for them."""
    clause = frozenset(_clause(sentence, op))
    inside = [sentence.tokens[i] for i in clause if i in sentence.content]
    outside = [t for s in cited for i, t in enumerate(s.tokens) if s is not sentence or i not in clause]
    named = [t for t in outside if t.capital and sentence.words.language != "de"]
    deeds = [t for t in told if not _has(named, t)]
    return len(deeds) >= _LEAST and all(_has(inside, t) for t in deeds) and not all(_has(outside, t) for t in deeds)


def _held(sentence: Analysed, op: Operator) -> set[str]:
    """What holds back what the clause tells within it: of "whether he may return" not only "he may return"."""
    clause = frozenset(_clause(sentence, op))
    return {other.name for other in sentence.operators if other.at in clause}


def _clause(sentence: Analysed, op: Operator) -> Iterator[int]:
    for i in range(op.end, len(sentence.tokens)):
        if sentence.tokens[i].low in ALL_STOPS | BUT:
            return
        yield i


def _has(tokens: Sequence[Token], token: Token) -> bool:
    return any(alike(token, other) for other in tokens)
