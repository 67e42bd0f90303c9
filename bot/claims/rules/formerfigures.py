"""How much it was before: of "is now £291,000, up from £284,000 a year ago" it was not £291,000 a year ago."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import FROM
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_BEFORE = 4  # words before "up from" among which the newer number may end


def former_figure_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number of now that the text has with the time of the one before it, and without that one."""
    mine = {value for i in text.numbers for value in text.tokens[i].values}
    lows = {token.low for token in text.tokens}
    return [
        f"The number {now.text} is not told of that time in its sentences."
        for sentence in cited
        for now, before, time in _changes(sentence)
        if now.values & mine and not before.values & mine and time <= lows
    ]


def _changes(sentence: Analysed) -> Iterator[tuple[Token, Token, set[str]]]:
    """The number of now, the one behind "up from", and the words that tell when that was."""
    for at, token in enumerate(sentence.tokens):
        if token.low not in FROM or not at or sentence.tokens[at - 1].low not in sentence.words.vocabulary.updown:
            continue
        now = next((i for i in reversed(sentence.numbers) if i < at), None)
        before = next((i for i in sentence.numbers if i > at), None)
        if now is None or before is None or before - at > _BEFORE:
            continue
        time = {t.low for t in _behind(sentence, before) if _dates(sentence, t)}
        if time:
            yield sentence.tokens[now], sentence.tokens[before], time


def _behind(sentence: Analysed, index: int) -> Iterator[Token]:
    for token in sentence.tokens[index + 1 :]:
        if token.low in ALL_STOPS:
            return
        yield token


def _dates(sentence: Analysed, token: Token) -> bool:
    words = sentence.words
    year = token.kind == "number" and token.unit is None and any(1000 < value < 2200 for value in token.values)
    return year or token.low in words.times | words.vocabulary.agone or token.low in words.dates
