"""What is compared with what: "A costs more than B" is not "B costs more than A"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, share_word
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import THAN
from bot.claims.language.stops import ALL_STOPS

_ENDING = frozenset({"en", "de"})


def comparison_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "more to warming than to fishing" is not "more to fishing than to warming", nor "A costs more than B" "B more than
    A", where more words have changed sides than have not."""
    found = [
        f"What is compared has changed places: {text.tokens[mine[0]].text!r}."
        for word, mine, others in _comparisons(text)
        for sentence in cited
        for other, theirs, behind in _comparisons(sentence)
        if word == other and _crossed(text, mine, others, sentence, theirs, behind)
    ]
    return list(dict.fromkeys(found))


def _crossed(
    text: Analysed, mine: list[int], others: list[int], sentence: Analysed, theirs: list[int], behind: list[int]
) -> bool:
    there, here = _shared(text, mine, sentence, behind), _shared(text, others, sentence, theirs)
    kept = _shared(text, mine, sentence, theirs)
    return bool(there and here) and (not kept or there + here > kept + _shared(text, others, sentence, behind))


def _shared(text: Analysed, some: list[int], sentence: Analysed, others: list[int]) -> int:
    return sum(share_word(text, [i], sentence, others) for i in some)


def _comparisons(text: Analysed) -> Iterator[tuple[str, list[int], list[int]]]:
    """(the comparative, what stands between it and "than" or before it, what stands behind "than")."""
    turning = {op.at: op.name for op in text.operators if op.name in ("up", "down")}
    for than, token in enumerate(text.tokens):
        if token.low not in THAN:
            continue
        near = range(than - 1, max(-1, than - 9), -1)
        more = next((i for i in near if i in turning or _comparative(text, i, than)), None)
        if more is None:
            continue
        between = [i for i in range(more + 1, than) if i in text.content]
        behind = [i for i in range(than + 1, min(than + 9, len(text.tokens))) if i in text.content]
        for ahead in (between, _compared_ahead(text, more)):
            if ahead and behind:
                yield turning.get(more, text.tokens[more].low), ahead, behind


def _comparative(text: Analysed, index: int, than: int) -> bool:
    """ "more", or in English and German what ends so right before "than"."""
    token = text.tokens[index]
    ends = text.words.language in _ENDING and token.low.endswith("er") and not token.capital
    return token.low in text.words.vocabulary.more or (ends and index == than - 1 and token.low != "other")


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
