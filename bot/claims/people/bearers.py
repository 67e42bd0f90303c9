"""Bearers: whom its sentences do not name stands only where they have a word that can mean that person or body."""

from bot.claims.grammar.evidence import Evidence
from bot.claims.grammar.kinds import sorts
from bot.claims.language.verbatim import fold
from bot.claims.people.cases import case_of
from bot.claims.people.entities import Entity
from bot.claims.people.namings import WORD, names
from bot.claims.people.pointing import Pointer
from bot.claims.people.possessors import may_be
from bot.claims.people.referents import Referents, referents_of

_LONGEST = 60  # characters within which a name with which a text begins ends
_FIRST = 4  # characters within which a text begins with its subject
_BODIES_ONLY = frozenset({"it"})
_FEMININE = {"he": False, "m": False, "she": True, "f": True}
_PRONOUNS = _BODIES_ONLY | _FEMININE.keys()


def bearer_problems(text: str, held: Evidence) -> list[str]:
    """ "The club would not sign anybody" is not told of the captain, and "Lund said he would resign" not of somebody else."""
    first = next(names(text[:_LONGEST], 0, held.language), None)
    if first is None or first.start > _FIRST:
        return []
    cited = [held.article.sentence(n) for n in held.numbers]
    known = {fold(word) for sentence in cited for word in WORD.findall(sentence)}
    if first.words[-1] in known:
        return []
    if case_of(text, first.start, first.end, held.language) != "subject":
        return []
    referents = referents_of(held.article, held.language)
    entity = referents.cast.find(first.words)
    if entity is None or not known.isdisjoint(entity.words):
        return []
    told = [(n, pointer) for n in held.numbers for pointer in referents.pointers(n)]
    if not told or any(_may_mean(entity, n, pointer, referents) for n, pointer in told):
        return []
    return [f"Its sentences have no word that can mean {text[first.start : first.end]!r}."]


def _may_mean(entity: Entity, n: int, pointer: Pointer, referents: Referents) -> bool:
    """Of a word in sentence `n`. Spanish says nothing where "he" would stand, so that any word may."""
    unlike = entity.person and entity.sure and referents.language != "es"
    if unlike and not _person(pointer, entity.nouns, referents.language):
        return False
    if pointer.kind not in _PRONOUNS or pointer.case != "subject":
        return True
    return _of_its_gender(entity, pointer) and not _of_another(entity, n, pointer, referents)


def _of_its_gender(entity: Entity, pointer: Pointer) -> bool:
    return not entity.person or entity.feminine is None or _FEMININE.get(pointer.kind) in (None, entity.feminine)


def _of_another(entity: Entity, n: int, pointer: Pointer, referents: Referents) -> bool:
    """The sentence has named somebody before whom the pronoun means, a person of its gender or the body that "it" is."""
    meant = referents.meant(n, pointer)
    if meant is None or may_be(entity, meant):
        return False
    ahead = any(one is meant and mention.end <= pointer.start for mention, one in referents.cast.of(n))
    sure = meant.feminine is not None if meant.person else pointer.kind == "it"
    return ahead and sure


def _person(pointer: Pointer, nouns: frozenset[str], language: str) -> bool:
    if pointer.kind in ("noun", "new", "kin"):
        return pointer.aged or pointer.head in nouns or "person" in sorts(language, pointer.head)
    return pointer.kind not in _BODIES_ONLY
