"""Words of a restatement that its sentences do not have."""

from collections.abc import Sequence

from bot.claims.evidence import Analysed, alike
from bot.claims.words import Token


def unseen(text: Analysed, sentences: Sequence[Analysed]) -> list[Token]:
    """The words that carry meaning and are neither in the sentences nor neutral."""
    stems = {t.stem for s in sentences for t in s.tokens}
    groups = {g for s in sentences for t in s.tokens for g in t.groups}
    family = [t for s in sentences for t in s.meaning]
    return [
        token
        for token in text.meaning
        if token.stem not in stems
        and not token.groups & groups
        and not (token.low in text.words.neutral and not (token.capital and not token.first))
        and not any(alike(token, other) for other in family)
    ]


def word_problems(text: Analysed, sentences: Sequence[Analysed]) -> list[str]:
    found = list(dict.fromkeys(token.text for token in unseen(text, sentences)))
    return [f"Not in its sentences: {', '.join(found)}."] if found else []
