"""Offices: the words that name one before a person's name in French and Spanish, and what it has charge of."""

from collections.abc import Sequence

from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_LINKS = 2  # words of "de l'" between an office and what it has charge of
_WITH_CHARGE = 3  # words of "Transports Solène Roy", and before a name of "directeur de l'usine"


def in_charge(tokens: Sequence[Token], at: int, last: int, language: Language) -> bool:
    """The first word tells of what they have charge: "ministre des Transports Solène Roy", "alcalde de Sevilla Juan Gil",
    "portavoz del Gobierno Ana Ruiz"."""
    links = language["grammar.tight_links"] | language["grammar.articles"]
    office = at
    while office > 0 and at - office < _LINKS and tokens[office - 1].low in links:
        office -= 1
    if not language.noun_first or last - at < _WITH_CHARGE or not 0 < office < at:
        return False
    title, charge = tokens[office - 1].low, tokens[at].low
    placed = charge in language["sources.places"] | language["sources.nameless"]
    return title in language["sources.in_charge"] or (placed and language.is_title(title))


def charge(tokens: Sequence[Token], first: int, last: int, language: Language) -> bool:
    """The run `first:last` is what an office has charge of, and the name of who holds it follows: "el consejero de Obras
    Públicas de Altamira, Andrés Salgueiro,"."""
    links = language["grammar.tight_links"] | language["grammar.articles"]
    office = first
    while office > 0 and first - office < _LINKS and tokens[office - 1].low in links:
        office -= 1
    if not language.noun_first or not 0 < office < first or last + 2 >= len(tokens) or tokens[last].text != ",":
        return False
    named = tokens[last + 1].is_capital and tokens[last + 2].is_capital
    return named and language.is_title(tokens[office - 1].low)


def held(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """The name that begins at the token `at` is that of who holds an office in what stands right before it: "le directeur de
    l'usine Karim Diallo", "la porte-parole du gouvernement Lise Arnaud"; not "le directeur du groupe Karim"."""
    if not language.noun_first or at < _WITH_CHARGE - 1 or tokens[at - 1].low not in language["sources.nameless"]:
        return False
    links = language["grammar.tight_links"] | language["grammar.articles"]
    office = at - 1
    while office > 0 and tokens[office - 1].low in links:
        office -= 1
    holders = language["sources.people"] | language["sources.titles"] | language["sources.speaks_for"]
    return 0 < office < at - 1 and tokens[office - 1].low in holders


def before(tokens: Sequence[Token], place: int, language: Language) -> str | None:
    """The office right before the name at `place`, perhaps with a comma: "alcalde" in "del alcalde, Rogelio Ibarra" and in
    "el alcalde de Torremayor, Jaime Olmos"."""
    found = [token for token in tokens if token.end <= place]
    if found and found[-1].text == ",":
        found.pop()
    if not found or not found[-1].is_word:
        return None
    return _with_charge(found, language) or found[-1].low


def _with_charge(found: Sequence[Token], language: Language) -> str | None:
    """The title in "ministre du Logement", with which the words end."""
    links = language["grammar.tight_links"] | language["grammar.articles"]
    if not language.noun_first or not found[-1].is_capital:
        return None
    at = len(found) - 1
    while at > 0 and found[at].is_word and (found[at].is_capital or found[at].low in links):
        at -= 1
    linked = at + 1 < len(found) and found[at + 1].low in language["grammar.tight_links"]
    return found[at].low if linked and language.is_title(found[at].low) else None
