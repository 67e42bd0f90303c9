"""Cases: whether a name or a noun stands as an owner, behind a preposition, or free."""

import re
from typing import Literal

from bot.claims.language.lexicon import lexicon
from bot.claims.language.smallwords import OF
from bot.claims.language.verbatim import fold
from bot.claims.people.namings import WORD

Case = Literal["subject", "object", "owner"]


def case_of(text: str, start: int, end: int, language: str) -> Case:
    """ "owner" for whom something belongs to, "object" behind a preposition, else "subject"."""
    words = lexicon(language)
    before = [fold(w) for w in WORD.findall(text[:start])[-3:]]
    before = [part for word in before for part in re.split("['’]", word) if part]
    while before and before[-1] in words.determiners - {"of"} and before[-1] not in ("du", "del", "des", "der"):
        before.pop()
    last = before[-1] if before else ""
    if text[end:].startswith(("'s", "’s", "' ", "’ ")) or last in OF:
        return "owner"
    if last in words.prepositions - words.by and before[-2:-1] != ["according"]:
        return "object"
    return "subject"
