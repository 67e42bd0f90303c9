"""Swaps beside a demand or a verb: who is asked is not made of who asks, nor of somebody who belongs to who is asked."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import POSSESSIVES

_OBLIGED = frozenset({"should", "must", "supposed"})
_FAR = 4  # words behind a verb among which stands whom it takes


def swap_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each."""
    found = [
        f"{text.tokens[owner].text!r} alone is meant in its sentences, not {text.tokens[owner + 1].text!r}."
        for owner, verb in _owned(text)
        if (told := [s for s in cited if s.has(text.tokens[verb])])
        and all(_alone(text, owner, verb, sentence) for sentence in told)
    ]
    return found + _demanders(text, cited)


def _owned(text: Analysed) -> Iterator[tuple[int, int]]:
    """The owner in "called on the mayor's deputy", with the verb that takes what is owned."""
    small = text.words.determiners | text.words.prepositions
    for owner in text.content:
        if not text.tokens[owner].possessive or owner + 1 not in text.content:
            continue
        at = owner - 1
        while at > 0 and (text.tokens[at].low in small or (text.tokens[owner].capital and text.tokens[at].capital)):
            at -= 1
        if at in text.content and is_verb(text, at):
            yield owner, at


def _alone(text: Analysed, owner: int, verb: int, sentence: Analysed) -> bool:
    """ "called on Pike": the verb takes the owner, and nothing that is owned."""
    if sentence.has(text.tokens[owner + 1]):
        return False
    places = [i for i in sentence.content if alike(text.tokens[verb], sentence.tokens[i])]
    behind = [sentence.tokens[j] for i in places for j in range(i + 1, min(i + 1 + _FAR, len(sentence.tokens)))]
    return any(alike(text.tokens[owner], token) and not token.possessive for token in behind)


def _demanders(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "Behm demanded her resignation" is not "Behm should resign"."""
    obliged = [op for op in text.operators if op.name in _OBLIGED]
    found: list[str] = []
    for sentence in cited if obliged else ():
        for op in (op for op in sentence.operators if op.name == "demand"):
            deed = _anothers(sentence, op.end)
            if deed is None or not text.has(sentence.tokens[deed]):
                continue
            who = [text.tokens[i] for o in obliged for i in text.content if i < o.at and text.tokens[i].capital]
            asking = [sentence.tokens[i] for i in sentence.content if i < op.at and sentence.tokens[i].capital]
            found += [
                f"{a.text!r} is who demands it in its sentences." for a in who if any(alike(a, b) for b in asking)
            ][:1]
    return found


def _anothers(sentence: Analysed, start: int) -> int | None:
    """The deed behind "her" in "demanded her resignation"."""
    for i in range(start, min(start + _FAR, len(sentence.tokens) - 1)):
        if sentence.tokens[i].low in POSSESSIVES and i + 1 in sentence.content:
            return i + 1
    return None
