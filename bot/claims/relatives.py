"""What a clause with "who" or between commas is told of: the noun before it."""

from bot.claims.clauses import before
from bot.claims.evidence import Analysed
from bot.claims.inversion import RELATIVE
from bot.claims.nouns import is_noun
from bot.claims.verbs import is_verb

_ENDS = frozenset('.!?;:—–()…",')


def past_relative(text: Analysed, at: int) -> list[int]:
    """ "the firm that runs the harbour withdrew": what stands before a clause that ends right before the verb."""
    seen = False
    for i in range(at - 1, 0, -1):
        low = text.tokens[i].low
        if low in _ENDS:
            return []
        told = low == "that" and any(t.low in text.words.reporting for t in text.tokens[max(0, i - 5) : i])
        if low in ("who", "which", "that") and seen and not told and is_noun(text, i - 1) and i - 1 in text.content:
            return [i - 1]
        seen = seen or is_verb(text, i)
    return []


def antecedents(text: Analysed, at: int) -> list[int]:
    """What "who" and "which" mean: the noun before them."""
    for i in range(at - 1, -1, -1):
        low = text.tokens[i].low
        if low in RELATIVE and not (low == "that" and i - 1 not in text.content):
            return [] if low == "that" and is_verb(text, i - 1) else _noun_before(text, i)
        if i in text.content:
            break
    return []


def relative_from(text: Analysed, index: int) -> list[int]:
    for i in range(index - 1, max(-1, index - 4), -1):
        if text.tokens[i].low in ("who", "which"):
            return _noun_before(text, i)
    return []


def before_insertion(text: Analysed, at: int) -> list[int]:
    """ "Maria Bell, the owner, said": the name before the pair of commas."""
    commas = [i for i in range(at) if text.tokens[i].low == ","]
    if len(commas) < 2 or any(is_verb(text, i) for i in range(commas[-1], at)):
        return []
    return [i for i in before(text, commas[-2]) if i in text.content and text.tokens[i].capital][::-1]


def _noun_before(text: Analysed, index: int) -> list[int]:
    return [j for j in range(index - 1, -1, -1) if j in text.content and is_noun(text, j)][:1]
