"""German compounds told by their head: "das Bad" where the article has said "Freibad", "der Prozess" for "Mordprozess"."""

import re
from collections.abc import Iterable

from bot.claims.grammar.evidence import Analysed, Evidence, analysed
from bot.claims.language.smallwords import INDEFINITE
from bot.claims.language.token import Token
from bot.claims.rules.genitives import by_parts

_HEAD = 3
_FIRST = 3  # letters that the first part of a compound has at least


def by_heads(text: str, held: Evidence) -> str:
    """A German text with the compound, or its head, that its sentences have in the place of the other."""
    if held.language != "de":
        return text
    own = analysed(text, "de")
    for i in own.content:
        token = own.tokens[i]
        if _noun(own, i) and not any(s.has(token) for s in held.cited):
            meant = _head(token, held) or (_compound(token, held.cited) if _definite(own, i) else None)
            if meant is not None:
                text = re.sub(rf"\b{re.escape(token.text)}\b", meant, text)
    return by_parts(text, own, held.cited)


def _head(token: Token, held: Evidence) -> str | None:
    """ "Bad" for "Freibad": the head with an article in the sentences, where the article has but one such compound."""
    wide = [t for s in (*held.near, *held.earlier, *held.topical) for i, t in enumerate(s.tokens) if _noun(s, i)]
    for sentence in held.cited:
        for i, other in enumerate(sentence.tokens):
            if _noun(sentence, i) and _definite(sentence, i) and _ends_in(token, other):
                told = {t.stem for t in wide if _ends_in(t, other)}
                return other.text if told == {token.stem} else None
    return None


def _compound(token: Token, cited: Iterable[Analysed]) -> str | None:
    """ "Mordprozess" for "Prozess": the only one of the sentences."""
    told = {t.stem: t.text for s in cited for i, t in enumerate(s.tokens) if _noun(s, i) and _ends_in(t, token)}
    return next(iter(told.values())) if len(told) == 1 else None


def _ends_in(compound: Token, head: Token) -> bool:
    return compound.stem.endswith(head.stem) and len(compound.stem) - len(head.stem) >= _FIRST


def _noun(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    timed = token.low in text.words.times | text.words.dates
    return token.kind == "word" and token.capital and len(token.stem) >= _HEAD and not token.first and not timed


def _definite(text: Analysed, index: int) -> bool:
    before = [token.low for token in text.tokens[max(0, index - 2) : index]]
    fixed = text.words.determiners - INDEFINITE | {"im", "am", "zum", "zur", "vom", "beim"}
    return any(low in fixed for low in before)
