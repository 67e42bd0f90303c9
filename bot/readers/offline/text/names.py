"""Proper names: where they stand, and whether they name a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.readers.offline.text import offices
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_JOINING = frozenset({"of", "for", "&", "and"})
_OF = frozenset({"of", "for"})


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row: token indices `first:last` (half open) and, without titles, `core:last`."""

    first: int
    core: int
    last: int


def is_name_word(token: Token, language: Language) -> bool:
    if not token.is_word or not token.is_capital or "-of-" in token.low:  # "Mum-of-three"
        return False
    return token.low not in language["sources.not_names"]


def runs(tokens: Sequence[Token], language: Language) -> list[Run]:
    """The names in these tokens, "Department of Justice" in one piece."""
    found: list[Run] = []
    at = 0
    while at < len(tokens):
        if not is_name_word(tokens[at], language):
            at += 1
            continue
        end = _run_end(tokens, at, language)
        last = at + len(without_letters(tokens[at:end], language))
        found.append(Run(at, _past_titles(tokens, at, last, language), last))
        at = end
    return found


def without_letters(tokens: Sequence[Token], language: Language) -> Sequence[Token]:
    """ "Helen Abara" of "Helen Abara KC"."""
    end = len(tokens)
    while end > 2 and tokens[end - 1].text.isupper() and tokens[end - 1].low in language["sources.letters"]:
        end -= 1
    return tokens[:end]


def naming(tokens: Sequence[Token], at: int, language: Language) -> int:
    """How many words before `at` say that what follows is a name: "calling itself", "called"; 0 where none do."""
    lows = [token.low for token in tokens[max(0, at - 2) : at]]
    return next(
        (len(lows) - first for first in range(len(lows)) if " ".join(lows[first:]) in language["sources.naming"]), 0
    )


def _past_titles(tokens: Sequence[Token], at: int, last: int, language: Language) -> int:
    """Where the name begins: behind "Sen.", "Transport Minister" and "Secretary of State"; a title alone is the name."""
    inside = [index for index in range(at + 1, last - 2) if language.is_title(tokens[index].low)]
    if inside and all(token.is_capital for token in tokens[at:last]):
        at = inside[-1] + 1
    at = _past_party(tokens, at, last, language)
    at += offices.in_charge(tokens, at, last, language)
    while at < last - 1 and language.is_title(tokens[at].low):
        if tokens[at + 1].is_capital:
            at += 1
        elif at + 4 < last and tokens[at + 1].low in _OF:
            at += 3
        else:
            break
    return at


def _past_party(tokens: Sequence[Token], at: int, last: int, language: Language) -> int:
    """Past the initials in "le député PS Jean Roux" and the party in "la diputada de Sumar Luz Paz"."""
    before = {token.low for token in tokens[max(0, at - 2) : at]}
    introduced = language.noun_first and bool(before & language["sources.people"])
    initials = tokens[at].text.isupper() and len(tokens[at].text) > 1
    return (
        at + 1 if introduced and last - at > 2 and (initials or tokens[at].low in language["sources.parties"]) else at
    )


def _run_end(tokens: Sequence[Token], at: int, language: Language) -> int:
    end = at + 1
    while end < len(tokens):
        if is_name_word(tokens[end], language):
            end += 1
            continue
        bridge = _bridge(tokens, end, language)
        if bridge >= len(tokens) or bridge == end or not is_name_word(tokens[bridge], language):
            break
        end = bridge + 1
    return end


def _bridge(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Past "van", "of the" or "and" where a name may go on behind it; `at` itself otherwise."""
    low, before = tokens[at].low, tokens[at - 1].low
    if low in ("'", "’") and before.endswith("s"):
        return at + 1  # "Growers' Federation"
    if low in ("<", ">"):
        return _past_angle(tokens, at)
    if low == "&":
        return at + 1
    if low in language["sources.particles"]:
        compounds = bool(language["endings.cases"])
        near = range(at, min(at + 3, len(tokens)))
        past = next((index for index in near if tokens[index].low not in language["sources.particles"]), at + 3)
        if compounds and not _takes_genitive(tokens[at - 1], language) and low in language["grammar.articles"]:
            return at  # "sagte Brehm der Presse"
        common = past < len(tokens) and language.noun(tokens[past].low) in language.listed
        return at if compounds and common and past > at + 1 else past  # "Haas von der Universität"
    body = before in language["sources.organisations"] | language["sources.bodies_of"]
    if body and low in ("of", "for", "on"):
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        return at + 2 if following in language["grammar.articles"] else at + 1
    return at + 1 if low == "and" and before in language["sources.body_starts"] else at


def _takes_genitive(token: Token, language: Language) -> bool:
    """A noun, and no name: "Bund der Steuerzahler"."""
    return language.noun(token.low) in language.listed or language.is_title(token.low)


def _past_angle(tokens: Sequence[Token], at: int) -> int:
    """Past the marks of "Ann <Mo> Reed" and of "Data<Works"; `at` itself where they part two things."""
    closing = at + 2 if at + 2 < len(tokens) and tokens[at + 2].text == ">" else at
    if closing > at and tokens[at + 1].is_capital:
        return closing + 1
    glued = at + 1 < len(tokens) and tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    return at + 1 if glued else at


def is_person(tokens: Sequence[Token], language: Language) -> bool:
    """Whether a run of two and more capitalised words, titles left out, looks like a person's name."""
    lows = [token.low for token in tokens]
    bodies = language["sources.organisations"] | language["sources.documents"] | _JOINING
    places = language["sources.places"]
    if (
        not lows
        or any(language.noun(low) in bodies for low in lows[lows[0] in language["sources.given_nouns"] :])
        or " ".join(lows) in language["sources.other_media"]
    ):
        return False
    if lows[-1] in places or lows[0] in places - language["sources.given_places"]:
        return False
    if any(token.text.isupper() and len(token.text) > 1 and "." not in token.text for token in tokens):
        return False
    if all(len(token.text.rstrip(".")) == 1 for token in tokens):
        return False  # "L. V."
    full = [
        low
        for at, low in enumerate(lows)
        if low not in language["sources.particles"] or (not at and low in language["sources.given_particles"])
    ]
    return 2 <= len(full) <= 5  # "Al" and "Della" begin a name, "de" does not


def in_title_case(tokens: Sequence[Token], language: Language) -> bool:
    """Nearly all longer words are capitalised; says nothing where all nouns are."""
    longer = [token for token in tokens if token.is_word and len(token.text) > 3]
    if len(longer) < 5 or language.capital_nouns:
        return False
    return sum(token.is_capital for token in longer) > 0.7 * len(longer)


def gender_told(tokens: Sequence[Token], run: Run, language: Language) -> str | None:
    """ "f" or "m" where the words before the name tell, the nearest first; "his" tells of somebody else."""
    for token in tokens[max(0, run.first - 2) : run.core][::-1]:
        if token.low in language["grammar.possessives"]:
            return None
        if token.low in language["sources.female"]:
            return "f"
        if token.low in language["sources.male"]:
            return "m"
    return None
