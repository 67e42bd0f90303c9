"""Bearers: a person whom its sentences do not name stands only where they have a word that can mean a person."""

from bot.claims.grammar.evidence import Evidence
from bot.claims.grammar.kinds import sorts
from bot.claims.language.verbatim import fold
from bot.claims.people.cases import case_of
from bot.claims.people.namings import WORD, names
from bot.claims.people.pointing import Pointer
from bot.claims.people.referents import referents_of

_LONGEST = 60  # characters within which a name with which a text begins ends
_FIRST = 4  # characters within which a text begins with its subject
_BODIES_ONLY = frozenset({"it"})


def bearer_problems(text: str, held: Evidence) -> list[str]:
    """ "The club would not sign anybody" is not told of the captain."""
    if held.language == "es":
        return []  # Spanish says nothing where "he" would stand
    cited = [held.article.sentence(n) for n in held.numbers]
    known = {fold(word) for sentence in cited for word in WORD.findall(sentence)}
    first = next(names(text[:_LONGEST], 0, held.language), None)
    if first is None or first.start > _FIRST or first.words[-1] in known:
        return []
    if case_of(text, first.start, first.end, held.language) != "subject":
        return []
    referents = referents_of(held.article, held.language)
    entity = referents.cast.find(first.words)
    if entity is None or not (entity.person and entity.sure) or not known.isdisjoint(entity.words):
        return []
    told = [p for n in held.numbers for p in referents.pointers(n)]
    if not told or any(_person(p, entity.nouns, held.language) for p in told):
        return []
    return [f"Its sentences have no word that can mean {text[first.start : first.end]!r}."]


def _person(pointer: Pointer, nouns: frozenset[str], language: str) -> bool:
    if pointer.kind in ("noun", "new", "kin"):
        return pointer.aged or pointer.head in nouns or "person" in sorts(language, pointer.head)
    return pointer.kind not in _BODIES_ONLY
