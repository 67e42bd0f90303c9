"""People: the person that a phrase names, and the role it gives them."""

from collections.abc import Sequence

from bot.readers.offline.naming.phrase import Phrase
from bot.readers.offline.text import offices
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import Run, gender_told, is_person, naming, runs
from bot.readers.offline.text.tokens import Token

_AGED = "-year-old"


def name(phrase: Phrase, language: Language, names: Names) -> str | None:
    """The full name; None when the phrase is about no named person."""
    for run in phrase.names:
        found = _in_head(phrase, run, language, names)
        if found:
            return found
    told = phrase.rest and phrase.noun is not None and is_people(phrase.noun.low, language)
    if told and not _for_office(phrase, language):
        # "The defence minister, Kim Yong-hyun, said"
        for run in runs(phrase.rest, language):
            core = phrase.rest[run.core : run.last]
            found = names.person(phrase.text[core[0].start : core[-1].end])
            closes = run.last == len(phrase.rest) and run.first > 0 and phrase.rest[run.first - 1].text == ","
            if found and (closes or _directly(phrase.rest[: run.first], language)):
                return found
    return None


def _for_office(phrase: Phrase, language: Language) -> bool:
    """ "A spokesman for the mayor": a name behind it is the mayor's, as "a" tells of somebody whom none is to know."""
    if phrase.noun is None or language.noun(phrase.noun.low) not in language["sources.speaks_for"]:
        return False
    behind = (token for token in phrase.head if token.start > phrase.noun.end)
    return phrase.head[0].low in language["grammar.indefinite"] and any(language.is_title(t.low) for t in behind)


def _directly(tokens: Sequence[Token], language: Language) -> bool:
    """Nothing stands before the name, or "34-year-old"."""
    linking = language["grammar.prepositions"] | language["grammar.relative"] | {","}
    return len(tokens) <= 3 and not any(token.low in linking for token in tokens)


def _in_head(phrase: Phrase, run: Run, language: Language, names: Names) -> str | None:
    core = phrase.head[run.core : run.last]
    if _belongs(phrase, run, core, language) or _is_firm(core, language):
        return None
    text = phrase.verbatim(run.core, run.last)
    known = names.person(text)
    if known:
        told = gender_told(phrase.head, run, language) if len(core) == 1 else None
        return names.namesake(known, told) if told else known
    definite = (
        run.first == run.core and run.first > 0 and phrase.head[run.first - 1].low in language["grammar.articles"]
    )
    if is_person(core, language) and not definite and text not in names.bodies:
        return text
    titled = len(core) == 1 and (run.core > run.first or _behind_title(phrase, run, language))
    bodies = language["sources.places"] | language["sources.organisations"]
    return text if titled and core[0].low not in bodies else None


def _is_firm(core: Sequence[Token], language: Language) -> bool:
    """ "Supplier Voltan": a noun for firms before a single name."""
    return len(core) > 1 and core[-2].low in language["sources.firms"]


def _behind_title(phrase: Phrase, run: Run, language: Language) -> bool:
    """ "Le pape François", "el presidente ruso Putin": a title in small letters, and at most what nation it is of."""
    if not language.noun_first or phrase.noun is None or not language.is_title(phrase.noun.low):
        return False
    at = phrase.head.index(phrase.noun)
    return at < run.first <= at + 2 and not phrase.linked(run, language)


def _belongs(phrase: Phrase, run: Run, core: Sequence[Token], language: Language) -> bool:
    """The name only describes: "Clinton supporters", "a spokesman for Brown", "Brown's lawyer"."""
    if run.last < len(phrase.head) and phrase.head[run.last].low == "'s":
        return True
    if phrase.noun is None or phrase.noun in core:
        return False
    if phrase.noun.start > core[0].start:
        return True
    party = run.core > run.first and phrase.head[run.first].low in language["sources.parties"]
    return phrase.linked(run, language) and not _in_office(phrase, run, language) and not party


def _in_office(phrase: Phrase, run: Run, language: Language) -> bool:
    """ "secretary of state Antony Blinken": a title with "of" and no article before the name."""
    if offices.held(phrase.head, run.first, language):
        return True
    if language.noun_first and run.core > run.first and not language.is_title(phrase.head[run.first].low):
        return True  # "ministre des Transports Solène Roy"
    between = [
        token.low for token in phrase.head[: run.first] if phrase.noun is not None and token.start > phrase.noun.end
    ]
    if len(between) < 2 or len(between) > 4 or between[0] not in language["grammar.accused_of"]:
        return False
    assert phrase.noun is not None
    titled = phrase.noun.low in language["sources.titles"]
    return titled and not any(
        low in language["grammar.determiners"] or low in language["grammar.prepositions"] for low in between[1:]
    )


def is_people(low: str, language: Language) -> bool:
    """A noun for people, by the list or by its ending."""
    people, single = language["sources.people"], low.rstrip("s")
    if language.noun(low) in people:
        return True
    if single.endswith(_AGED):
        return True  # "said the 31-year-old"
    if single in language["sources.things"]:
        return False
    return low in people or single in people or single.endswith(tuple(language["endings.people"]))


def role(phrase: Phrase, person: str, language: Language) -> str | None:
    """The words before the name, or those behind it; None when there is nothing but a title."""
    before: list[Token] = []
    for token in phrase.head:
        if token.text in person.split():
            break
        before.append(token)
    before = before[: len(before) - naming(before, len(before), language)]  # "a man called"
    while before and (before[0].low in language["grammar.articles"] or _opens_with_owner(before[0], language)):
        before.pop(0)
    after = _after(phrase, language)
    behind = phrase.rest and phrase.rest[-1].text in person.split()  # "The engineer who built it, Paul Hart"
    after = None if after == person or behind else after
    if not before or before[0].low in language["grammar.conjunctions"]:
        return after
    words = phrase.text[before[0].start : before[-1].end][:300]
    party = after is not None and after.isupper() and language.capital_nouns  # "Ministerin Ida Ost (SPD)"
    if after and not party and all(token.low in language["sources.titles"] for token in before):
        return after
    return after if words.lower() in language["sources.honorifics"] else words


def _opens_with_owner(word: Token, language: Language) -> bool:
    """The "Her" of "Her brother Piers Harrow", which a role does not begin with: a sentence does."""
    return word.is_capital and word.low in language["grammar.possessives"]


def _after(phrase: Phrase, language: Language) -> str | None:
    """ "an attorney at The Works" up to the next comma."""
    bracket = next((at for at, token in enumerate(phrase.rest) if at and token.text == "("), len(phrase.rest))
    rest = phrase.rest[:bracket]  # "The mayor, Paul Dean (independent)"
    words = [token for token in rest if token.is_word or token.low in ("-", "'s", ",")]
    comma = next((at for at, token in enumerate(words) if token.text == ","), len(words))
    words = words[:comma]
    if words and words[0].low in language["grammar.articles"]:
        words = words[1:]
    if not words or len(words) > 20 or words[0].text[0].isdigit():
        return None
    never = language["grammar.relative"] | language["grammar.conjunctions"] | language["grammar.adverbs"]
    if words[0].low in never | language["grammar.prepositions"] or language.is_gerund(words[0].low):
        return None  # "for the prosecution", "giving evidence by video link"
    return phrase.text[words[0].start : words[-1].end][:300]
