"""The same two words are joined by the same preposition: "cut by a quarter" is not "cut to a quarter"."""

from collections.abc import Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.rounding import in_rounding
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import OR
from bot.claims.language.token import TIMES, Token

_FARTHEST = 5  # words between a preposition and either of the two

Link = tuple[int, int, int]
"""The word before, the preposition, the word behind."""


def preposition_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each preposition that joins two words which the article joins by others only."""
    found: list[str] = []
    told = [(s, link) for s in cited for link in _links(s)]
    for a, p, b in _links(text):
        same = [(s, q) for s, (x, q, y) in told if _same(text, a, s, x) and _same(text, b, s, y)]
        low, lows = text.tokens[p].low, {s.tokens[q].low for s, q in same}
        if same and not any(low == other or _either(text, b, low, other) for other in lows):
            found.append(f"{low!r} before {text.tokens[b].text!r} is another in its sentences.")
    return list(dict.fromkeys((*found, *_measures(text, cited))))


def _measures(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """German "um ein Drittel" is not "auf ein Drittel", wherever the verb stands."""
    found: list[str] = []
    for i in text.numbers:
        mine = _measure(text, i)
        others = {_measure(s, j) for s in cited for j in s.numbers if _same(text, i, s, j)} if mine else set()
        if mine == "by" and _only_a_level(text, i, cited):
            found.append(f"{text.tokens[i].text} is not by how much in its sentences.")
        if others and not any(low is None or low == mine or _either(text, i, mine or "", low) for low in others):
            found.append(f"{mine!r} before {text.tokens[i].text!r} is another in its sentences.")
    return found


def _only_a_level(text: Analysed, index: int, cited: Sequence[Analysed]) -> bool:
    """ "rose by 310 million" where the article has "a profit of 310 million"."""
    words = text.words
    changed = any(t.stem in words.rising | words.falling for t in text.tokens[max(0, index - _FARTHEST) : index])
    places = [(s, j) for s in cited for j in s.numbers if _same(text, index, s, j)]
    return words.language == "en" and changed and bool(places) and all(_level(s, j) for s, j in places)


def _level(text: Analysed, index: int) -> bool:
    """The number stands behind the "of" of a noun that tells of no change."""
    of = next((k for k in range(index - 1, -1, -1) if not _rough(text, k)), -1)
    noun = text.tokens[of - 1] if of > 0 and text.tokens[of].low == "of" else None
    return (
        noun is not None
        and noun.kind == "word"
        and not {noun.stem, noun.low} & (text.words.rising | text.words.falling | text.words.vocabulary.changes)
    )


def _measure(text: Analysed, index: int) -> str | None:
    for k in range(index - 1, max(-1, index - _FARTHEST), -1):
        if text.tokens[k].low in text.words.measuring:
            return text.tokens[k].low
        if text.tokens[k].low in OR and text.tokens[k - 1].low == "," and (n := _right_before(text, k - 1)) is not None:
            return _measure(text, n)  # "to 5.9 percent, or 214,000 people"
        if not _rough(text, k) and text.tokens[k].low not in text.words.determiners:
            return None
    return None


def _right_before(text: Analysed, comma: int) -> int | None:
    """The number that ends there with what it counts."""
    return next((n for n in text.numbers if comma - _FARTHEST < n < comma), None)


@lru_cache(maxsize=512)
def _links(text: Analysed) -> tuple[Link, ...]:
    found: list[Link] = []
    joining = text.words.prepositions | text.words.by
    turned = {i for op in text.operators for i in range(op.at, op.end)}
    held = {*text.content, *text.numbers}
    for p, token in enumerate(text.tokens):
        if token.low not in joining or p in held or (p in turned and token.low not in text.words.turning):
            continue
        a = next((k for k in range(p - 1, max(-1, p - _FARTHEST), -1) if k in held), None)
        b = next((k for k in range(p + 1, min(len(text.tokens), p + _FARTHEST)) if k in held), None)
        if a is None or b is None or any(text.tokens[k].kind == "punct" for k in range(a, b)):
            continue
        between = {text.tokens[k].low for k in range(a + 1, b) if k != p and not _rough(text, k)}
        if not between & joining and not (_rough(text, p) and b == p + 1):
            found.append((a, p, b))
    return tuple(found)


def _rough(text: Analysed, index: int) -> bool:
    """ "about" or "close to" before a number, or a number's share."""
    return (text.tokens[index].low,) in text.words.approximators or in_rounding(text.tokens, index, text.words)


def _same(text: Analysed, i: int, sentence: Analysed, j: int) -> bool:
    """Which preposition a word takes depends on the word itself, not on what it means."""
    a, b = text.tokens[i], sentence.tokens[j]
    if a.kind == "number" or b.kind == "number":
        return a.kind == b.kind and a.unit == b.unit and bool(a.values & b.values)
    return likeness(a, b) > 1 and is_verb(text, i) == is_verb(sentence, j)


def _either(text: Analysed, behind: int, low: str, other: str) -> bool:
    words, token = text.words, text.tokens[behind]
    if low in words.timed and other in words.timed and _time(text, token):
        return True
    return any(low in group and other in group for group in words.interchangeable)


def _time(text: Analysed, token: Token) -> bool:
    return token.low in text.words.times | text.words.dates or token.unit in TIMES or token.kind == "number"
