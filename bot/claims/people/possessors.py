"""Possessors: "her team" is not the team of somebody else, nor "our parliament" that of another country."""

from collections.abc import Iterator

from bot.claims.grammar.evidence import Evidence
from bot.claims.language.verbatim import fold
from bot.claims.people.entities import Entity
from bot.claims.people.namings import WORD, names
from bot.claims.people.pointing import Pointer, owning
from bot.claims.people.referents import Referents, referents_of

_REACH = 2  # words between an owner and what it has
_MARKS = frozenset("'’")  # one of them stands behind each owner


def possessor_problems(text: str, held: Evidence) -> list[str]:
    """One sentence for each thing that the text gives to one name, and its sentences by a pronoun to another."""
    if held.language != "en" or not _MARKS & set(text):
        return []
    referents = referents_of(held.article, held.language)
    found = []
    told = {referents.cast.find(mention.words) for mention in names(text, 0, held.language)}
    for owner, name, things in _owned(text, referents):
        whose = [who for n in held.numbers for who in _whose(referents, n, held.article.sentence(n), things)]
        if whose and not any(who is None or who in told or may_be(owner, who) for who in whose):
            found.append(f"{things[0]!r} is not {name!r}'s in its sentences.")
    return found


def _owned(text: str, referents: Referents) -> Iterator[tuple[Entity, str, list[str]]]:
    """(who has it, the name, the words right behind) of each "Ann Holt's team"."""
    for mention in names(text, 0, referents.language):
        owner = referents.cast.find(mention.words)
        apostrophe = text[mention.end - 2 : mention.end].replace("’", "'") == "'s" or text[mention.end :][:1] in (
            "'",
            "’",
        )
        if owner is not None and apostrophe:
            behind = [word[0] for word in WORD.finditer(text, mention.end)]
            yield owner, text[mention.start : mention.end], [w for w in behind if w != "s"][:1]


def _whose(referents: Referents, n: int, sentence: str, things: list[str]) -> Iterator[Entity | None]:
    """For each such thing in the sentence whose it is; None where no pronoun owns it or nothing tells."""
    for word in WORD.finditer(sentence):
        if fold(word[0]) not in map(fold, things):
            continue
        ahead = list(WORD.finditer(sentence[: word.start()]))[-_REACH:]
        at = next((m.start() for m in reversed(ahead) if owning(m[0], referents.language)), None)
        yield referents.possessor(n, Pointer(at, word.end(), "kin")) if at is not None else None


def may_be(owner: Entity, other: Entity) -> bool:
    """The same, the body for which that one speaks, or a body where nothing tells for which one the person does."""
    bodies = {owner.body, other.body} - {()}
    unknown = bool(other.person) and not other.body and not owner.person
    return owner is other or unknown or owner.words in bodies or other.words in bodies
