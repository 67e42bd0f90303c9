"""Whether a verb is passive, which turns the sides of those who do and those who bear it."""

from bot.claims.clauses import after, before
from bot.claims.evidence import Analysed
from bot.claims.verbs import is_verb, participle

_BETWEEN = frozenset(
    {
        "each",
        "both",
        "all",
        "most",
        "likely",
        "almost",
        "also",
        "already",
        "still",
        "first",
        "later",
        "since",
        "pas",
        "deja",
        "no",
        '"',
        "n't",
    }
)


def passive(text: Analysed, index: int) -> bool:
    """ "was seized", "seized by", "wurde … verletzt"."""
    if text.words.language == "de":
        clause = (*before(text, index), *after(text, index))
        return any(text.tokens[i].low in text.words.passive for i in clause)
    be = _auxiliary_be(text, index)
    following = [
        text.tokens[i].low
        for i in after(text, index)
        if text.tokens[i + 1 : i + 2] and text.tokens[i + 1].kind != "number"
    ][:1]
    return (be and participle(text, index)) or (bool(following) and following[0] in text.words.by)


def either_voice(text: Analysed, index: int) -> bool:
    """ "the passengers affected", "the study, published in May": a participle, or the past of a verb that takes nothing."""
    if text.words.language != "en" or not is_verb(text, index):
        return not is_verb(text, index)
    following = text.tokens[index + 1] if index + 1 < len(text.tokens) else None
    ends = (
        following is None
        or following.kind in ("punct", "number")
        or following.low in (*text.words.prepositions, "and", "or")
    )
    before = text.tokens[index - 1] if index else None
    return ends and participle(text, index) and before is not None and (before.low == "," or index - 1 in text.content)


def _auxiliary_be(text: Analysed, index: int) -> bool:
    """A form of "be" before the word, with nothing but adverbs, negations and quotation marks between."""
    for token in reversed(text.tokens[max(0, index - 6) : index]):
        if token.low in text.words.passive:
            return True
        adverb = token.low.endswith(("ly", "ment", "mente")) or token.low in _BETWEEN
        if not adverb and token.low not in text.words.auxiliaries:
            return False
    return False
