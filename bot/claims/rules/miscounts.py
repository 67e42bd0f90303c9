"""Numbers from elsewhere: where a sentence has all that is told but the number, its own number is the one to tell."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.rules.years import year

_COUNTED = 3  # words behind a number among which stands what it counts
_LEAST = 2  # words besides what is counted


def miscount_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number that one of the sentences has otherwise, though it has everything else."""
    found = [
        f"The number {text.tokens[n].text} is {s.tokens[m].text} in the sentence that tells the rest."
        for n in text.numbers
        if not year(text, n)
        for s in cited
        for m in _instead(text, n, s, cited)
    ]
    return list(dict.fromkeys(found))


def _instead(text: Analysed, n: int, sentence: Analysed, cited: Sequence[Analysed]) -> Iterator[int]:
    """The only number there of the same unit, which counts the same."""
    if sentence.counts(text.tokens[n]):
        return
    rest = [text.tokens[i] for i in text.numbers if i != n]
    free = [m for m in sentence.numbers if not any(sentence.tokens[m].values & other.values for other in rest)]
    same = [m for m in free if sentence.tokens[m].unit == text.tokens[n].unit and not year(sentence, m)]
    thing = None if text.tokens[n].unit else _thing(text, n)
    told = [*rest, *(t for t in _telling(text) if thing is None or t is not text.tokens[thing])]
    others = [s for s in cited if s.counts(text.tokens[n])]
    if len(same) != 1 or len(told) < _LEAST or not all(sentence.tells(t) for t in told):
        return
    if any(sum(s.tells(t) for t in told) >= min(_LEAST, len(told)) for s in others):
        return
    if text.tokens[n].unit or (thing is not None and _counts(sentence, same[0], text.tokens[thing])):
        yield same[0]


def _telling(text: Analysed) -> list[Token]:
    small = text.words.reporting | text.words.neutral
    return [token for token in text.meaning if token.low not in small]


def _thing(text: Analysed, n: int) -> int | None:
    return next((i for i in text.content if n < i <= n + _COUNTED), None)


def _counts(sentence: Analysed, m: int, thing: Token) -> bool:
    at = _thing(sentence, m)
    return at is not None and alike(sentence.tokens[at], thing)
