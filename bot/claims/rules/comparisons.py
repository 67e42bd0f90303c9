"""What is compared with what: "A costs more than B" is not "B costs more than A"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import THAN
from bot.claims.language.stops import ALL_STOPS


def comparison_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "more to warming than to fishing" is not "more to fishing than to warming", nor "A costs more than B" "B more than
    A". Words on both sides tell nothing."""
    return [
        f"What is compared has changed places: {text.tokens[mine[0]].text!r}."
        for word, mine, others in _comparisons(text)
        for sentence in cited
        for other, theirs, behind in _comparisons(sentence)
        if word == other
        and share_word(text, mine, sentence, behind)
        and share_word(text, others, sentence, theirs)
        and not share_word(text, mine, sentence, theirs)
    ]


def _comparisons(text: Analysed) -> Iterator[tuple[str, list[int], list[int]]]:
    """(the comparative, what stands between it and "than" or else before it, what stands behind "than")."""
    turning = {op.at: op.name for op in text.operators if op.name in ("up", "down")}
    for than, token in enumerate(text.tokens):
        if token.low not in THAN:
            continue
        near = range(than - 1, max(-1, than - 9), -1)
        more = next((i for i in near if text.tokens[i].low in text.words.vocabulary.more or i in turning), None)
        if more is None:
            continue
        ahead = [i for i in range(more + 1, than) if i in text.content] or _compared_ahead(text, more)
        behind = [i for i in range(than + 1, min(than + 9, len(text.tokens))) if i in text.content]
        if ahead and behind:
            yield turning.get(more, text.tokens[more].low), ahead, behind


def _compared_ahead(text: Analysed, more: int) -> list[int]:
    """What is more than something else: the words of the clause before the comparative."""
    found: list[int] = []
    for i in range(more - 1, -1, -1):
        low = text.tokens[i].low
        if low in ALL_STOPS or low in text.words.links or low in text.words.reporting:
            break
        if i in text.content and not is_verb(text, i) and low != "worth":
            found.append(i)
    return found
