"""Plurals where no ending tells them: "die Ermittler" and "der Ermittler", by what stands before the noun."""

from bot.readers.offline.naming.people import is_people
from bot.readers.offline.naming.phrase import Phrase
from bot.readers.offline.text.language import Language


def tells(phrase: Phrase, noun: str, language: Language) -> bool:
    """Whether the phrase is about several people; `noun` is the listed noun that its noun is of."""
    assert phrase.noun is not None
    first, low = phrase.head[0].low, phrase.noun.low
    if first in language["grammar.several"]:
        return is_people(low, language) or noun in language["sources.plural_people"]
    open_to_both = first in language["grammar.plural_articles"] or first not in language["grammar.determiners"]
    if not open_to_both or first in language["grammar.tight_links"] - language["grammar.plural_articles"]:
        return False
    if noun in language["sources.plural_people"] - language["sources.people"]:
        return True
    if noun in language["sources.female"]:
        return False  # "die Mutter"
    return is_people(low, language) and low.endswith(tuple(language["endings.plurals"]))


def by_ending(noun: str) -> bool:
    """ "Officials", not "boss"."""
    return noun.endswith("s") and not noun.endswith("ss")
