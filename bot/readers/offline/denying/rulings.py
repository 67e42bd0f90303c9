"""Rulings: who decides between two sides takes neither, though "was not unfair" is the contrary of what one of them says."""

from collections.abc import Iterable

from bot.readers.offline.denying.denied import Basis, Denied
from bot.readers.offline.text import fullnames
from bot.readers.offline.text.language import Language

_TOLD: frozenset[Basis | None] = frozenset(
    {"contrary", "rival", "account", "excuse", "answer", "turn", "opposite", None}
)


def told(denial: Denied, called: Iterable[str], language: Language) -> bool:
    """A judge or the head of a tribunal, by one of the words by which they are `called`, tells how it is, and denies nothing in so
    many words."""
    if not {denial.basis, denial.also} <= _TOLD:
        return False
    lows = (low for one in called for word in one.split() for low in fullnames.words(word))
    return any(language.noun(low) in language["sources.deciding"] for low in lows)
