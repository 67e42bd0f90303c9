"""Clients: whom a lawyer speaks for, in a sentence that does not name them."""

import re
from collections.abc import Callable, Sequence

from bot.article.article import Article
from bot.claims.grammar.kinds import listed
from bot.claims.language.verbatim import fold
from bot.claims.people.entities import Cast, Entity
from bot.claims.people.namings import WORD
from bot.claims.people.spoken import Spoken

_BACK = 4  # sentences back in which a client was named
_REPRESENTS = re.compile(
    r"\brepresent(?:s|ed|ing)?\b|\b(?:acting|appearing|counsel|lawyer|attorney|solicitor) for\b|\bdefend(?:s|ing)\b"
)
_HIS_LAWYER = re.compile(r"\b(?:[Hh]is|[Hh]er) (?:[a-z]+ )?(?:lawyer|attorney|solicitor|barrister|counsel), $")


def client_of(
    article: Article,
    language: str,
    people: Cast,
    n: int,
    lawyer: Entity | None,
    spoken: Callable[[int], Sequence[Spoken]],
) -> Entity | None:
    """ "her client", "mon client" in sentence `n`, which `lawyer` tells; `spoken` gives all whom a sentence names. None where
    nobody in it is a lawyer."""
    known = {fold(w) for w in WORD.findall(article.sentence(n))} | set(lawyer.nouns if lawyer else ())
    if not known & (listed(language, "lawyer") | listed(language, "defence")):
        return None
    if lawyer is not None and (named := _represented(article, people, n, lawyer)):
        return named
    court = listed(language, "court")
    since = _introduced(article, people, n, lawyer) if lawyer is not None else n
    for back in _backwards(since - 1, since):
        others = (s.entity for s in spoken(back) if s.entity is not lawyer)
        accused = [e for e in others if e and e.person and not e.nouns & court]
        if accused:
            return accused[0]
    return None


def _represented(article: Article, people: Cast, n: int, lawyer: Entity) -> Entity | None:
    """ "said lawyer Timo Raab, who represents the singer Lena Foss": by the sentence that says for whom a lawyer speaks."""
    for back in _backwards(n, n):
        acts = _REPRESENTS.search(article.sentence(back))
        if acts and any(e is lawyer for _, e in people.of(back)):
            return next((e for m, e in people.of(back) if m.start > acts.start() and e is not lawyer), None)
    return None


def _introduced(article: Article, people: Cast, n: int, lawyer: Entity) -> int:
    """The sentence that has "his lawyer, Imran Shah", before which his client was named last; `n` where none has."""
    for back in range(n, 0, -1):
        named = next((m for m, e in people.of(back) if e is lawyer), None)
        if named is not None and _HIS_LAWYER.search(article.sentence(back)[: named.start]):
            return back
    return n


def _backwards(first: int, n: int) -> range:
    return range(first, max(0, n - 1 - _BACK), -1)
