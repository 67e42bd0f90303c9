"""A restatement in a language without rules: how much of it its sentences have, by the beginnings of words.

Nothing here knows grammar. Names must stand in the article and keep their order, a word that is negated must be negated
in both, and most words, most neighbours too, must be the sentences' own; in doubt the restatement is refused.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bot.claims.evidence import Analysed
from bot.claims.words import Token

# Shares of the longer words: with the same beginning, and with the same form.
_AKIN = 0.75
_SAME = 0.5
# Neighbours that are none in the article: one where a sentence was left out, one where a name replaces a pronoun;
# of a few words only one.
_SEAMS = 2
_FEW = 4
_REACH = 4
# Conjunctions, prepositions and articles that Arabic and Hebrew write together with the word after them.
_CLITICS = {"\u0600": ("و", "ف", "ب", "ل", "ك", "س", "ال", "لل"), "\u0590": ("ו", "ה", "ב", "ל", "כ", "מ", "ש")}
_SHORT = 3


def overlap_problems(
    text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed], wide: Sequence[Analysed]
) -> list[str]:
    """`near` are the cited sentences with their neighbours, `wide` all that names and nouns may come from."""
    return _names(text, wide) + _missing(text, near, wide) + _order(text, wide) + _negations(text, cited, near)


def akin(a: Token, b: Token) -> bool:
    """Two forms of one word, as far as their beginnings tell."""
    if a.stem == b.stem:
        return True
    short, long = sorted((_bare(a.low), _bare(b.low)), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return shared >= _SHORT and shared >= 0.6 * len(short) and shared >= 0.45 * len(long)


def _bare(word: str) -> str:
    """Without what is written together with it."""
    for block, clitics in _CLITICS.items():
        if block <= word[:1] <= chr(ord(block) + 0xFF):
            for _ in range(2):
                clitic = next((c for c in sorted(clitics, key=len, reverse=True) if word.startswith(c)), "")
                if clitic and len(word) - len(clitic) >= _SHORT:
                    word = word[len(clitic) :]
    return word


def _longer(text: Analysed) -> list[Token]:
    """Words of some length; every character of a script without spaces."""
    return [t for t in text.meaning if len(t.low) > _SHORT or len(t.text) == 1]


def _has(sentences: Iterable[Analysed], token: Token) -> bool:
    return any(akin(token, other) for s in sentences for other in s.meaning)


def _names(text: Analysed, wide: Sequence[Analysed]) -> list[str]:
    names = [t for t in text.meaning if t.capital and not t.first]
    return [f"The name {t.text!r} is not in its sentences." for t in names if not _has(wide, t)]


def _missing(text: Analysed, near: Sequence[Analysed], wide: Sequence[Analysed]) -> list[str]:
    words = _longer(text)
    unseen = [t.text for t in words if not _has(wide, t)]
    forms = {t.low for s in near for t in s.tokens}
    same = sum(t.low in forms for t in words)
    if len(words) - len(unseen) >= _AKIN * len(words) and same >= _SAME * len(words):
        return []
    return [f"Not in its sentences: {', '.join(dict.fromkeys(unseen))}." if unseen else "Too few words are the article's."]


def _order(text: Analysed, sentences: Sequence[Analysed]) -> list[str]:
    """Words that follow each other here do so there, others between them allowed, but for a few seams."""
    words = [token for token in _longer(text) if _has(sentences, token)]
    longer = [_longer(s) for s in sentences]
    pairs = list(pairwise(words))
    seams = sum(not any(_follows(a, b, tokens) for tokens in longer) for a, b in pairs)
    allowed = _SEAMS if len(pairs) > _FEW else 1
    return ["Its words stand in another order than in its sentences."] if seams > allowed else []


def _follows(a: Token, b: Token, tokens: Sequence[Token]) -> bool:
    places = [i for i, token in enumerate(tokens) if akin(a, token)]
    return any(akin(b, token) for i in places for token in tokens[i + 1 : i + 1 + _REACH])


def _negations(text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed]) -> list[str]:
    """What is negated in one and not in the other."""
    here = _negated([text])
    there = _negated(near)
    dropped = [t for t in _negated(cited) if _plain(text, t, here)]
    added = [t for t in here if not any(akin(t, other) for other in there)]
    found = [f"The negation of {t.text!r} is missing." for t in dropped]
    if here and len(added) == len(here):
        found.append(f"The negation of {added[0].text!r} is not in its sentences.")
    return list(dict.fromkeys(found))


def _plain(text: Analysed, token: Token, negated: Sequence[Token]) -> bool:
    stands = any(akin(token, other) for other in text.meaning)
    return stands and not any(akin(token, other) for other in negated)


def _negated(sentences: Iterable[Analysed]) -> list[Token]:
    """The word that each negation reaches first."""
    return [s.tokens[op.scope[0]] for s in sentences for op in s.operators if op.name == "not" and op.scope]
