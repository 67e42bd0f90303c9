"""Sexes: "a woman was arrested" does not tell of a man, nor "the boys" of girls."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from bot.claims.grammar.evidence import Analysed


def sex_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word for people of one sex, where the sentences only speak of the other."""
    known = text.words.vocabulary
    male, female = known.men | known.he, known.women | known.she
    found = [
        f"{word!r} is not of the sex that its sentences tell."
        for own, mine, other in ((known.women, female, known.men), (known.men, male, known.women))
        for word in _told(text, own)
        if any(any(_told(s, other)) for s in cited) and not any(any(_told(s, mine)) for s in cited)
    ]
    return list(dict.fromkeys(found))


def _told(text: Analysed, words: Collection[str]) -> Iterator[str]:
    """Those words that are no title: "Frau" of "Frau Holm"."""
    for token, after in zip_longest(text.tokens, text.tokens[1:]):
        titled = token.capital and after is not None and after.kind == "word" and after.capital
        if token.low in words and not titled:
            yield token.text
