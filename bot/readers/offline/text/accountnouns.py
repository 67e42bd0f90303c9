"""Nouns that hold both an account, or who speaks, and whose it is: "Polizeiangaben", "Branchenkreisen", "Polizeisprecher"."""

from bot.readers.offline.text.language import Language

_LINKS = ("", "s", "n", "en")


def speaks_for(low: str, language: Language) -> int:
    """How many characters of "Polizeisprecher" name the body spoken for; 0 where none do."""
    found = _of(low, language, "sources.compound_spokespeople", _LINKS[::-1])
    return found[0] if found else 0


def whose(low: str, language: Language) -> tuple[int, str] | None:
    """How many characters of the word name whose account it is, and the listed noun that these are of."""
    return _of(low, language, "cues.compound_accounts")


def _of(low: str, language: Language, ends: str, links: tuple[str, ...] = _LINKS) -> tuple[int, str] | None:
    account = next((word for word in language[ends] if low.endswith(word) and low != word), None)
    if account is None:
        return None
    stem = low.removesuffix(account)
    for link in links:
        owner = stem.removesuffix(link) if stem.endswith(link) else ""
        if len(owner) > 2 and language.noun(owner) in language["sources.organisations"]:
            return len(owner), language.noun(owner)
    return None
