"""Nouns that hold both an account and whose it is: "Polizeiangaben", "Behördenangaben", "Branchenkreisen"."""

from bot.readers.offline.text.language import Language

_LINKS = ("", "s", "n", "en")


def whose(low: str, language: Language) -> tuple[int, str] | None:
    """How many characters of the word name whose account it is, and the listed noun that these are of."""
    account = next((word for word in language["cues.compound_accounts"] if low.endswith(word) and low != word), None)
    if account is None:
        return None
    stem = low.removesuffix(account)
    for link in _LINKS:
        owner = stem.removesuffix(link) if stem.endswith(link) else ""
        if len(owner) > 2 and language.noun(owner) in language["sources.organisations"]:
            return len(owner), language.noun(owner)
    return None
