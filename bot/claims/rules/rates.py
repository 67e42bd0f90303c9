"""Rates and differences: "310,000 pounds a year" are not "310,000 pounds", nor "two euros less" "two euros"."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import Mark

_COUNTED = 4  # tokens between a number and "a year"


def rate_dropped(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "310,000 pounds a year" told as "310,000 pounds"."""
    following = sentence.tokens[mark.end : mark.end + 1]
    if following and (following[0].kind == "number" or following[0].low in text.words.vocabulary.moments):
        return False
    start = max(0, mark.start - _COUNTED)
    number = next((i for i in reversed(sentence.numbers) if start <= i < mark.start), None)
    if number is None or any(_parts(sentence, i) for i in range(number + 1, mark.start)):
        return False
    period = sentence.tokens[mark.end - 1]
    same = text.counts(sentence.tokens[number])
    return same and not any(period.same(token) for token in text.tokens if token.kind == "word")


def difference_dropped(text: Analysed, sentence: Analysed, mark: Mark) -> bool:
    """ "offered it for two euros less" told as "for two euros"."""
    start = max(0, mark.start - 2)
    number = next((i for i in sentence.numbers if start <= i < mark.start and sentence.tokens[i].unit), None)
    if number is None or text.classes() & {"up", "down"}:
        return False
    moved = text.words.rising | text.words.falling
    same = text.counts(sentence.tokens[number])
    return same and not any(t.low in moved or t.stem in moved for t in text.tokens)


def _parts(sentence: Analysed, index: int) -> bool:
    token = sentence.tokens[index]
    return token.kind == "punct" or token.low in sentence.words.links
