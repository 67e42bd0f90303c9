"""Bearers: a person whom its sentences do not name stands only where they have a word that can mean a person."""

from bot.claims.cases import case_of
from bot.claims.evidence import Evidence
from bot.claims.kinds import sorts
from bot.claims.namings import names
from bot.claims.pointing import Pointer
from bot.claims.referents import referents_of

_FIRST = 4  # characters within which a text begins with its subject
_BODIES_ONLY = frozenset({"it"})


def bearer_problems(text: str, held: Evidence) -> list[str]:
    """ "The club would not sign anybody" is not told of the captain."""
    referents = referents_of(held.article, held.language)
    cited = [held.article.sentence(n) for n in held.numbers]
    found = []
    for mention in names(text, 0, held.language):
        entity = referents.cast.find(mention.words)
        begins = mention.start <= _FIRST and case_of(text, mention.start, mention.end, held.language) == "subject"
        if entity is None or not (entity.person and entity.sure and begins) or held.language == "es":
            continue  # Spanish says nothing where "he" would stand
        named = any(entity.called(m.words) for s in cited for m in names(s, 0, held.language))
        told = [p for n in held.numbers for p in referents.pointers(n)]
        if told and not named and not any(_person(p, entity.nouns, held.language) for p in told):
            found.append(f"Its sentences have no word that can mean {text[mention.start : mention.end]!r}.")
    return found


def _person(pointer: Pointer, nouns: frozenset[str], language: str) -> bool:
    if pointer.kind in ("noun", "new", "kin"):
        return pointer.aged or pointer.head in nouns or "person" in sorts(language, pointer.head)
    return pointer.kind not in _BODIES_ONLY
