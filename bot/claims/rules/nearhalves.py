"""How nearly half: "at least half" is not "half", "more than half" not "almost half"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.rules.figures import approximation

_SIDE = {"more": "more", "less": "less", "about": "less"}  # "almost half" is told as "just under half"


def half_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each half that is told more roughly, or less so, than every half of its sentences."""
    told = {side for sentence in cited for _, side in _halves(sentence)}
    return [
        f"How nearly {text.tokens[at].text!r} is meant is not as in its sentences."
        for at, side in _halves(text)
        if told and side not in told
    ]


def _halves(text: Analysed) -> Iterator[tuple[int, str | None]]:
    """Where each word for a half stands, and the side on which the words before it leave it open."""
    for i, token in enumerate(text.tokens):
        before = text.tokens[i - 1].low if i else ""
        if token.low in text.words.halves and before not in text.words.ordinals:
            first = i - 1 if before in text.words.determiners else i
            yield i, _SIDE.get(approximation(text, first) or "")
