"""A restatement in a language without rules: how much of it its sentences have, by the beginnings of words.

Nothing here knows grammar. Names must stand in the article and keep their order, a word that is negated must be negated
in both, and most words, most neighbours too, must be the sentences' own; in doubt the restatement is refused.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.claims.grammar.evidence import Analysed, Evidence, analysed
from bot.claims.language.token import Token

# Shares of the longer words: with the same beginning, and with the same form.
_AKIN = 0.75
_SAME = 0.5
# Of more pairs of neighbours than this, one, then two may be none in the article: where a sentence was left out or a
# name replaces a pronoun.
_SEAMS = (2, 4)
_REACH = 8
_AFTER_NUMBER = 4
# Conjunctions, prepositions and articles that Arabic and Hebrew write together with the word after them.
_CLITICS = {"\u0600": ("و", "ف", "ب", "ل", "ك", "س", "ال", "لل"), "\u0590": ("ו", "ה", "ב", "ל", "כ", "מ", "ש")}
_DEFINITE = "ال"
_SHORT = 3


def overlap_problems(text: Analysed, held: Evidence, wide: Sequence[Analysed], speakers: Sequence[str]) -> list[str]:
    """`wide` are all the sentences that nouns may come from, `speakers` the names of who says so."""
    cited, near = held.cited, held.near
    return (
        _names(text, held, speakers)
        + _missing(text, near, wide)
        + _counted(text, near)
        + _order(text, wide)
        + _negations(text, cited, near)
    )


def akin(a: Token, b: Token) -> bool:
    """Two forms of one word, as far as their beginnings tell."""
    if a.stem == b.stem:
        return True
    short, long = sorted((_bare(a.low), _bare(b.low)), key=len)
    shared = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return shared >= _SHORT and shared >= 0.6 * len(short) and shared >= 0.45 * len(long)


@lru_cache(maxsize=8192)
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


def _names(text: Analysed, held: Evidence, speakers: Sequence[str]) -> list[str]:
    """Names are the sentences', the speakers', or those of the last sentence before that names anybody."""
    known = [analysed(name, held.language) for name in speakers]
    named = next((s for s in held.earlier if _capitals(s)), None)
    places = [*held.cited, *known, *([named] if named else [])]
    return [f"The name {t.text!r} is not in its sentences." for t in _capitals(text) if not _has(places, t)]


def _capitals(text: Analysed) -> list[Token]:
    """Names of people are two words, so that one of them is not the sentence's first."""
    beside = {i + 1 for i in text.content if text.tokens[i].capital}
    return [
        t
        for i, t in zip(text.content, text.meaning, strict=True)
        if t.capital and (not t.first or i in beside or (i + 1 in text.content and text.tokens[i + 1].capital))
    ]


def _missing(text: Analysed, near: Sequence[Analysed], wide: Sequence[Analysed]) -> list[str]:
    words = _longer(text)
    unseen = [t.text for t in words if not _has(wide, t)]
    forms = {t.low for s in near for t in s.tokens}
    same = sum(t.low in forms for t in words)
    if len(words) - len(unseen) >= _AKIN * len(words) and same >= _SAME * len(words):
        return []
    return [
        f"Not in its sentences: {', '.join(dict.fromkeys(unseen))}." if unseen else "Too few words are the article's."
    ]


def _order(text: Analysed, sentences: Sequence[Analysed]) -> list[str]:
    """Words that follow each other here do so there, others between them allowed, but for a few seams."""
    words = [token for token in _longer(text) if _has(sentences, token)]
    names = [token for token in words if token.capital and not token.first]
    longer = [_longer(s) for s in sentences]
    pairs = list(pairwise(token for token in words if token not in names))
    seams = sum(not any(_follows(a, b, tokens) for tokens in longer) for a, b in pairs)
    beside = [pair for pair in pairwise(text.meaning) if all(t.low.startswith(_DEFINITE) for t in pair)]
    turned = any(_turned(a, b, tokens) for a, b in (*pairwise(names), *beside) for tokens in longer)
    allowed = sum(len(pairs) > few for few in _SEAMS)
    return ["Its words stand in another order than in its sentences."] if turned or seams > allowed else []


def _turned(a: Token, b: Token, tokens: Sequence[Token]) -> bool:
    """Whether two names, or Arabic nouns with their article, stand the other way round, and never like this."""
    first = [i for i, token in enumerate(tokens) if akin(a, token)]
    second = [i for i, token in enumerate(tokens) if akin(b, token)]
    return bool(first and second) and min(first) > max(second)


def _follows(a: Token, b: Token, tokens: Sequence[Token]) -> bool:
    places = [i for i, token in enumerate(tokens) if akin(a, token)]
    return any(akin(b, token) for i in places for token in tokens[i + 1 : i + 1 + _REACH])


def _counted(text: Analysed, near: Sequence[Analysed]) -> list[str]:
    """The words after a number, which count and measure, are the article's."""
    after = [t for i in text.numbers for t in text.tokens[i + 1 : i + 1 + _AFTER_NUMBER] if t.kind == "word"]
    foreign = [t.text for t in after if len(t.low) > _SHORT and not _has(near, t)]
    return [f"The number of {word!r} is not in its sentences." for word in dict.fromkeys(foreign)]


def _negations(text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed]) -> list[str]:
    """What is negated in one and not in the other."""
    here, there = _negated([text]), _negated(near)
    added = [reach for reach in here if not any(_meet(reach, other) for other in there)]
    dropped = [reach for reach in _negated(cited) if _meet(reach[:1], text.meaning)]
    found = [
        f"The negation of {reach[0].text!r} is missing." for reach in dropped if not any(_meet(reach, o) for o in here)
    ]
    return found + [f"The negation of {reach[0].text!r} is not in its sentences." for reach in added]


def _meet(some: Sequence[Token], others: Sequence[Token]) -> bool:
    return any(akin(a, b) for a in some for b in others)


def _negated(sentences: Iterable[Analysed]) -> list[list[Token]]:
    """The longer words that each negation reaches first."""
    reaches = [[s.tokens[i] for i in op.scope] for s in sentences for op in s.operators if op.name == "not"]
    longer = [[t for t in reach if len(t.low) > _SHORT or len(t.text) == 1][:2] for reach in reaches]
    return [reach for reach in longer if reach]
