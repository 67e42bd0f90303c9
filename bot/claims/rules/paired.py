"""Negations in pairs: of "neither sold nor leased" neither side is told as so, and none as so while the other is not."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import BUT
from bot.claims.language.stops import PARTING_OR_QUOTING

_PAIRS = {"en": ("neither", "nor"), "de": ("weder", "noch"), "fr": ("ni", "ni"), "es": ("ni", "ni")}
_OTHERS = frozenset({"neither", "nor", "weder", "noch", "ni"})  # negations whose operators reach one side alone


def paired_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each side of a pair that the text tells in a clause without any negation."""
    found = [
        f"{sentence.tokens[side].text!r} is not negated like this in its sentences."
        for sentence in cited
        for side in _sides(sentence)
        if any(_told(text, i) for i in text.content if alike(text.tokens[i], sentence.tokens[side]))
    ]
    return list(dict.fromkeys(found))


def _sides(sentence: Analysed) -> Iterator[int]:
    """The first word that carries meaning behind each of the two."""
    first, second = _PAIRS.get(sentence.words.language, ("", ""))
    lows = [token.low for token in sentence.tokens]
    if first not in lows or second not in lows[lows.index(first) + 1 :]:
        return
    start = lows.index(first)
    for at in (start, lows.index(second, start + 1)):
        side = next((i for i in sentence.content if i > at), None)
        if side is not None:
            yield side


def _told(text: Analysed, index: int) -> bool:
    """No negation stands in the clause of the word."""
    parting = PARTING_OR_QUOTING | BUT
    places = range(len(text.tokens))
    start = next((i + 1 for i in reversed(places[:index]) if text.tokens[i].low in parting), 0)
    end = next((i for i in places[index:] if text.tokens[i].low in parting), len(text.tokens))
    negated = any(start <= op.at < end for op in text.operators if op.name in NEGATIONS)
    return not negated and not any(token.low in _OTHERS for token in text.tokens[start:end])
