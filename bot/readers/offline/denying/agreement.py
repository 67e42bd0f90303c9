"""Agreement: whether a pronoun may stand for somebody, by what they are and by their gender."""

from collections.abc import Mapping
from dataclasses import replace

from bot.claims.reading import SourceKind
from bot.readers.offline.naming.mentions import Mention
from bot.readers.offline.naming.pronouns import Pronoun
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Passage

_PEOPLE = frozenset[SourceKind]({"person", "unnamed_person"})
_GENDERS: Mapping[Pronoun, str] = {"he": "m", "she": "f"}


def person(pronoun: Mention, who: Mention, language: Language) -> Mention:
    """A lone name may be a body's; "he" tells that it is not: "Hill says Reed lied, which he denies"."""
    alone = who.kind == "organisation" and who.described == who.name and " " not in (who.name or " ")
    return replace(who, kind="person") if alone and pronoun.pronoun in _GENDERS and not language.inverts else who


def fits(pronoun: Mention, who: Mention, passage: Passage) -> bool:
    """ "He" is no chairwoman and, in English, no company; "it" is no person."""
    if who.pronoun or pronoun.pronoun is None:
        return False
    if pronoun.pronoun == "it":
        return who.kind not in _PEOPLE
    wanted = _GENDERS.get(pronoun.pronoun)
    if wanted is None:
        return pronoun.pronoun != "they" or who.kind not in _PEOPLE
    if who.kind not in _PEOPLE and not passage.language.inverts:
        return False
    return _gender(who, passage) in (None, wanted)


def _gender(who: Mention, passage: Passage) -> str | None:
    """By what stands beside the name elsewhere, and by the words that describe them."""
    names, language = passage.names, passage.language
    name = who.name or ""
    known = names.gender.get(name) or names.styled.get(name)
    if known:
        return known
    words = set((who.role or who.described or "").lower().split())
    male, female = (bool(words & language[f"sources.{gender}"]) for gender in ("male", "female"))
    return None if male == female else "m" if male else "f"
