"""Descriptions of somebody by a noun: whose role it is, who may be called so."""

from bot.claims.grammar.kinds import listed, sorts
from bot.claims.people.entities import Entity

_SHORT = 5  # letters of a German noun that ends many others


def speaks(language: str, entity: Entity) -> bool:
    """Whether a role makes somebody the voice of a body, in German also a longer word for it."""
    voices = listed(language, "speaks")
    long = language == "de" and any(noun.endswith(tuple(voices)) for noun in entity.nouns)
    return long or not voices.isdisjoint(entity.nouns)


def has_role(language: str, entity: Entity, head: str) -> bool:
    """In German by the last part of a longer word: "der Unternehmer" is a Bauunternehmer."""
    long = language == "de" and len(head) > _SHORT and any(noun.endswith(head) for noun in entity.nouns)
    return long or head in entity.nouns


def so_called(language: str, entity: Entity | None, head: str) -> bool:
    """ "The agency" for a commission, but not "the court" for one: whose name tells what it is goes by that, or by what
    any body may be called."""
    own = entity is not None and any(sorts(language, word) for word in entity.words)
    return head in listed(language, "generic") or (not own and "company" in sorts(language, head))
