"""Antonyms: "would oppose the bill" is not "would support the bill", nor "better than feared" "weaker than feared"."""

from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import negations
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import ALTHOUGH, BUT, WHILE
from bot.claims.language.token import Token

_CLAUSES = BUT | WHILE | ALTHOUGH | {"jedoch"}
_STOPS = frozenset('.!?;:—–()…,"“”') | _CLAUSES
_REACH = 2  # words behind such a word

Place = tuple[Analysed, int]


def antonym_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each word that the text has before words that its sentences have behind its contrary only. Where
    one of the two is denied, they may say the same."""
    found: list[str] = []
    for i, token in enumerate(text.tokens):
        contrary = text.words.antonyms.get(token.stem)
        if not contrary or token.kind != "word" or (token.capital and not token.first):
            continue
        contrary -= {t.stem for t in text.tokens}  # "received a pay rise"
        other = [place for place in _places(cited) if _token(place).stem in contrary and _alike_denied(text, i, place)]
        same = [(s, j) for s in cited for j, t in enumerate(s.tokens) if alike(token, t)] if other else []
        if max((_shared(text, i, p) for p in other), default=0) > max((_shared(text, i, p) for p in same), default=0):
            found.append(f"{token.text!r} stands where its sentences have the contrary.")
    return list(dict.fromkeys(found))


def _places(cited: Sequence[Analysed]) -> list[Place]:
    return [(s, j) for s in cited for j, token in enumerate(s.tokens) if token.stem in s.words.antonyms]


def _token(place: Place) -> Token:
    return place[0].tokens[place[1]]


def _alike_denied(text: Analysed, index: int, place: Place) -> bool:
    return negations(text, index) == negations(*place)


def _shared(text: Analysed, index: int, place: Place) -> int:
    """How many words behind the one are behind the other as well; of "50 minutes longer" before it."""
    ours, others = _beside(text, index), _beside(*place)
    if not ours and not others:
        ours, others = _beside(text, index, -1), _beside(*place, -1)
    theirs = [place[0].tokens[j] for j in others]
    return sum(any(alike(text.tokens[i], token) for token in theirs) for i in ours)


def _beside(text: Analysed, index: int, step: int = 1) -> list[int]:
    """The next words that carry meaning, behind or before."""
    found: list[int] = []
    for i in range(index + step, len(text.tokens) if step > 0 else -1, step):
        if text.tokens[i].low in _STOPS or len(found) == _REACH:
            break
        if i in text.content or text.tokens[i].kind == "number":
            found.append(i)
    return found
