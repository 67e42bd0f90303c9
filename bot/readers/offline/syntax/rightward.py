"""Noun phrases behind a reporting word: how far they reach, without a parser."""

from collections.abc import Sequence

from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import STOPS, Token

_LONGEST = 30
_PLACED = 8  # words of "en una entrevista con este diario"
_TOLD = 5  # words of "quotidien Le Sud", to which somebody says something


def phrase(tokens: Sequence[Token], start: int, language: Language, *, linked: bool = True) -> Place:
    """The phrase that begins at `start`, up to the next clause; may be empty. `linked` takes in "of the ministry"."""
    at = start
    while at < len(tokens) and at - start < _LONGEST and not _ends_phrase(tokens, at, start, language, linked=linked):
        at += 1
    return start, at


def past_day(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Behind "lundi" and "el lunes" where the subject follows: "dijo el lunes la alcaldesa"."""
    day = at + (at < len(tokens) and tokens[at].low in language["grammar.articles"] | language["grammar.definite"])
    if day + 1 >= len(tokens) or tokens[day].low not in language["grammar.days"]:
        return at
    behind = tokens[day + 1]
    subject = behind.is_capital or behind.low in language["grammar.determiners"] | language.nouns
    return day + 1 if subject or past_addressee(tokens, day + 1, language) > day + 1 else at


def past_addressee(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Behind "a este diario", "à l'AFP" and "a los periodistas" where the subject follows: "dijo a EFE la ministra"."""
    if not language.noun_first or at >= len(tokens) or tokens[at].low not in language["grammar.addressing"]:
        return at
    noun = at + 1
    leading = language["grammar.determiners"] | language["grammar.tight_links"]  # "auprès de l'AFP"
    while noun < len(tokens) and tokens[noun].low in leading:
        noun += 1
    named = _name_behind(tokens, noun, language)
    if named > noun:
        return named
    for end in range(noun + 1, min(noun + _TOLD, len(tokens))):
        behind = tokens[end]
        if not tokens[end - 1].is_word:
            return at
        governed = tokens[end - 1].low in language["grammar.prepositions"] | language["grammar.tight_links"]
        if behind.low in language["grammar.determiners"] or language.is_title(behind.low):
            return at if governed else end  # "dijo a la salida de su despacho"
    return at


def _name_behind(tokens: Sequence[Token], noun: int, language: Language) -> int:
    """Behind "l'AFP" in "à l'AFP Bertrand Maillol", "la presse" in "à la presse Luc Rey", "los periodistas" in "a los periodistas
    Juan Ruiz", where the name of who speaks follows; `noun` where none does."""
    told = tokens[noun] if noun < len(tokens) else None
    if told is None or not told.is_word:
        return noun
    outlet = (told.text.isupper() and len(told.text) > 1) or _is_outlet(told.low, language)
    press = told.low in language["grammar.of_press"]
    if told.low in language["sources.media_words"] and not press:
        return noun + 2 if _full_name(tokens, noun + 2) else noun  # "à la radio RTL Luc Rey"
    if outlet:
        return noun + 1 if noun + 1 < len(tokens) and tokens[noun + 1].is_capital else noun
    several = told.low.endswith("s") and told.low in language.nouns
    return noun + 1 if (press or several) and _full_name(tokens, noun + 1) else noun


def _is_outlet(low: str, language: Language) -> bool:
    """ "Efe", "Monde" of "au Monde", whose article the preposition has taken in."""
    known = language["sources.other_media"]
    return low in known or any(f"{article} {low}" in known for article in language["grammar.articles"])


def _full_name(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].is_capital and tokens[at + 1].is_capital


def past_place(tokens: Sequence[Token], at: int, language: Language) -> int:
    """Behind "en rueda de prensa" and "dans un communiqué" where somebody who may speak follows: "aseguró en rueda de prensa el
    consejero"."""
    if not language.noun_first or at >= len(tokens) or tokens[at].low not in language["grammar.placing"]:
        return at
    governing = language["grammar.prepositions"] | language["grammar.tight_links"]
    for end in range(at + 2, min(at + _PLACED, len(tokens) - 1)):
        if not tokens[end].is_word:
            return at
        opens = tokens[end].low in language["grammar.articles"] and tokens[end - 1].low not in governing
        noun = tokens[end + 1].low
        if opens and (noun in language.listed or language.is_title(noun)):
            return end
    return at


def _ends_phrase(tokens: Sequence[Token], at: int, start: int, language: Language, *, linked: bool) -> bool:
    token = tokens[at]
    if token.is_quote or token.text in (",", ".", ")") or token.text in STOPS:
        return True
    if token.text == "(":
        return not inside_name(tokens, at)
    if at == start + 1 and tokens[start].low in language["grammar.he"] | language["grammar.she"]:
        return True  # "sagte er der Zeitung"
    return at > start and _ends_before(tokens, at, start, language, linked=linked)


def _opens_charge(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "Of filling a pool" in "accused by the opposition of filling a pool"; not in "the head of planning said"."""
    behind = tokens[at + 1 : at + 3]
    if len(behind) < 2 or tokens[at].low not in language["grammar.accused_of"]:
        return False
    objects = language["grammar.determiners"] | language["grammar.possessives"] | language["grammar.objects"]
    return language.is_gerund(behind[0].low) and behind[1].low in objects


def _addressed(tokens: Sequence[Token], at: int, start: int, language: Language) -> bool:
    """ "sagte Brehm der Presse": behind a bare name "der" tells to whom, behind "der Chef" and "Forscher" of whom."""
    before = tokens[at - 1]
    bare = tokens[start].low not in language["grammar.determiners"] and tokens[at].low in language["grammar.articles"]
    return bare and not (language.noun(before.low) in language.listed or language.is_title(before.low))


def _ends_before(tokens: Sequence[Token], at: int, start: int, language: Language, *, linked: bool) -> bool:
    """Whether the word at `at` begins something else."""
    token = tokens[at]
    day = at + (token.low in language["grammar.articles"])
    if day > at and language.noun_first and day < len(tokens) and tokens[day].low in language["grammar.days"]:
        return True  # "informó la policía el lunes"
    if token.low in language["grammar.days"]:
        return at + 1 >= len(tokens) or tokens[at + 1].low != "'s"
    if token.low in language["grammar.nominatives"] or _opens_charge(tokens, at, language):
        return True  # "told reporters he would"
    if token.low in language["grammar.coordinators"]:
        return not (joins_names(tokens, at, language) or begins_noun(tokens, at + 1, language))
    if token.low in language["grammar.prepositions"]:
        return not linked or not _links(tokens, at, language)
    if language.capital_nouns and tokens[at - 1].text[0].isupper() and _counts(tokens, at):
        return True
    if language.capital_nouns and tokens[at - 1].text[0].isupper() and token.text[0].islower():
        return token.low not in language["grammar.genitives"] or _addressed(tokens, at, start, language)
    verb = token.low in language["grammar.auxiliaries"] and token.low != "'s"
    clause = token.low in language["grammar.relative"] | language["grammar.conjunctions"]
    return verb or clause or token.low in language["grammar.adverbs"] or _is_adverb(tokens, at, language)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """A number with what it counts: "4,2 Millionen Euro" behind "des Gemeindetags", and no name that ends in one ("Radio 7")."""
    return tokens[at].text[0].isdigit() and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()


def _is_adverb(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """By its ending; "l'Environnement" and "du logement" are nouns."""
    low, before = tokens[at].low, tokens[at - 1].low
    behind = language.noun_first and before in language["grammar.articles"] | language["grammar.tight_links"]
    return language.is_adverb(low) and not (tokens[at].is_capital or behind)  # "said Ann Reilly"


def begins_noun(tokens: Sequence[Token], at: int, language: Language) -> bool:
    return at < len(tokens) and (tokens[at].is_capital or tokens[at].low in language["grammar.determiners"])


def _links(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "a spokesman for the ministry", "people in Ohio"; not "said Smith in a statement", "laut Polizei im Mai"."""
    if at + 1 < len(tokens) and tokens[at + 1].low in language["grammar.days"]:
        return False
    if at + 1 < len(tokens) and f"{tokens[at].low} {tokens[at + 1].low}" in language["grammar.directions"]:
        return False  # "rief die Angeklagte in den Saal"
    if tokens[at].low in language["grammar.links"]:
        return not _told_to(tokens, at, language)
    if tokens[at - 1].low in language["grammar.linking_adjectives"]:
        return True  # "una fuente cercana a la investigación"
    inside = tokens[at].low in language["grammar.in_"] and at + 1 < len(tokens) and tokens[at + 1].is_capital
    return inside and tokens[at - 1].low in language["sources.plural_people"]


def _told_to(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ "a dit la maire aux journalistes": people behind a plural of "to" are told it; "l'adjoint aux transports" holds an office."""
    if tokens[at].low not in language["grammar.to_several"] or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].is_capital or tokens[at + 1].low in language.nouns


def inside_name(tokens: Sequence[Token], at: int) -> bool:
    """A bracket that belongs to a name: "Mike Pence (R-IN)"."""
    if tokens[at].text == ")":
        return at >= 2 and tokens[at - 2].text == "("
    return tokens[at].text == "(" and at + 2 < len(tokens) and tokens[at + 2].text == ")"


def _verb_behind(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Where nouns have capitals, a small word that reports, or that no noun follows, is no part of one."""
    if tokens[at].text[0].isupper() or tokens[at].low in language["grammar.determiners"]:
        return False
    noun = at + 1 < len(tokens) and tokens[at + 1].text[0].isupper()
    return not noun or tokens[at].low in language.reporting or tokens[at].low in language["grammar.auxiliaries"]


def joins_names(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """Whether the "and" at `at` stands inside a name or between two nouns rather than between two clauses."""
    if tokens[at].low not in language["grammar.coordinators"] or at == 0 or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if language.capital_nouns and all(
        language.noun(one.low) in language["sources.organisations"] for one in (before, after)
    ):
        return True  # "nach Angaben von Polizei und Staatsanwaltschaft starben"
    if language.capital_nouns and _verb_behind(tokens, at + 1, language):
        return False  # "sagte die Chefin und hielt ein Papier hoch"
    if after.low in language.pronouns | language["grammar.they"] | language["grammar.first_person"]:
        return False
    if before.is_capital and after.is_capital:
        return True
    # "residents and business owners", "the US and its allies": a short phrase that starts its clause.
    start = at
    while start > 0 and tokens[start - 1].is_word and tokens[start - 1].low not in language["grammar.auxiliaries"]:
        start -= 1
        if at - start > 5:
            return False
    opens = start == 0 or not tokens[start - 1].is_word
    return opens and tokens[start].low not in language["grammar.prepositions"]
