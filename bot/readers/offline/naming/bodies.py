"""Bodies, documents and groups: what a phrase without a named person makes its source."""

from collections.abc import Sequence

from bot.claims.reading import Media
from bot.readers.offline.naming import plurals, spokenfor
from bot.readers.offline.naming.body import Body
from bot.readers.offline.naming.outlets import media_of
from bot.readers.offline.naming.people import is_people
from bot.readers.offline.naming.phrase import Phrase
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.names import Run, naming
from bot.readers.offline.text.tokens import Token


def read(phrase: Phrase, language: Language, names: Names) -> Body | None:
    """None when the phrase has no noun."""
    if phrase.noun is None:
        return None
    one = _one_of(phrase, language) or _counted(phrase, language)
    if one is not None:
        return one
    noun, media = language.noun(phrase.noun.low), media_of(phrase.head, language)
    if language.capital_nouns and _named_body(phrase, language):
        return Body(phrase.whole, "organisation", media=media)
    if noun in language["sources.speaks_for"] and phrase.formerly(language):
        return _unnamed(phrase, noun, language, media)
    if language.capital_nouns and phrase.noun.text[0].islower():
        return None  # "berichtet" is a verb
    named = _named(phrase, language, names)
    paper = _in(noun, language["sources.documents"]) and "&" not in (named or "")  # "Harrow & Vale Papers"
    if paper and (named is None or media == "none"):
        return Body(phrase.whole, "document", media=media)
    if named is not None:
        return Body(named, "organisation", media=media)
    spoken_for = noun in language["sources.speaks_for"]
    return (spokenfor.body(phrase, language, names, media) if spoken_for else None) or _unnamed(
        phrase, noun, language, media
    )


def is_one_of(phrase: Phrase, language: Language) -> bool:
    """ "One of them", "one of the people", "l'un de ses délégués"."""
    lows = [token.low for token in phrase.head[:3]]
    if len(lows) > 1 and language.noun_first and lows[0] in language["grammar.articles"]:
        lows = lows[1:]
    return len(lows) > 1 and lows[0] in language["grammar.one"] and lows[1] in language["grammar.tight_links"]


def _one_of(phrase: Phrase, language: Language) -> Body | None:
    """ "one of the people" and "a third": a person whom nobody names; "two of the officials" are several."""
    lows = [token.low for token in phrase.head]
    alone = len(lows) == 1 and lows[0] in language["grammar.one"]  # "two trustees resigned; one said"
    another = len(lows) == 2 and lows[0] in language["grammar.indefinite"] and lows[1] in language["grammar.ordinals"]
    if alone or another or (is_one_of(phrase, language) and not phrase.names):
        return Body(None, "unnamed_person", role=phrase.whole)
    counted = {entry.split(":")[0] for entry in language["grammar.numbers"]}
    if len(lows) < 2 or lows[0] not in counted or lows[1] not in language["grammar.tight_links"] or phrase.names:
        return None
    return Body(None, "unnamed_group", role=phrase.whole)


def _counted(phrase: Phrase, language: Language) -> Body | None:
    """ "zwei Ingenieure", "drei frühere Angestellte": where every noun has a capital, a number tells that this is no name."""
    numbers = {entry.split(":")[0] for entry in language["grammar.numbers"]}
    if not language.capital_nouns or phrase.head[0].low not in numbers or not _alone(phrase):
        return None
    return Body(phrase.whole, "unnamed_group", role=phrase.whole)


def _named_body(phrase: Phrase, language: Language) -> bool:
    """ "Die Organisation Ärzte ohne Grenzen": a noun for a body right before a plural that it is called by."""
    at = next((index for index, token in enumerate(phrase.head) if token == phrase.noun), 0)
    before = phrase.head[at - 1].low if at else ""
    return before in language["sources.organisations"] and phrase.head[at].low in language["sources.plural_people"]


def _alone(phrase: Phrase) -> bool:
    """One noun, and nothing but adjectives before it."""
    return phrase.noun == phrase.head[-1] and all(token.text[0].islower() for token in phrase.head[1:-1])


def _unnamed(phrase: Phrase, noun: str, language: Language, media: Media) -> Body:
    """A body, a group or a person that goes by a common noun."""
    whole = phrase.whole
    if noun in language["sources.organisations"]:
        return Body(whole, "organisation", media=media)
    single = phrase.head[0].low in language["grammar.indefinite"]
    several = plurals.tells(phrase, noun, language) if language.capital_nouns else _plural(noun, language)
    if not single and several:
        sure = noun in language["sources.plural_people"] or is_people(noun, language)
        return Body(whole, "unnamed_group", role=whole, media=media, sure=sure)
    if is_people(noun, language) or _is_she(phrase, language):
        return Body(None, "unnamed_person", role=whole)
    return Body(whole, "organisation", media=media, sure=False)


def _is_she(phrase: Phrase, language: Language) -> bool:
    """ "Eine Businsassin": a woman, by the ending behind the article."""
    assert phrase.noun is not None
    endings = tuple(language["endings.women"])
    return phrase.head[0].low in language["grammar.she_articles"] and phrase.noun.low.endswith(endings)


def _plural(noun: str, language: Language) -> bool:
    return noun in language["sources.plural_people"] or plurals.by_ending(noun)


def _in(noun: str, nouns: frozenset[str]) -> bool:
    return noun in nouns or noun.rstrip("s") in nouns


def _named(phrase: Phrase, language: Language, names: Names) -> str | None:
    """The name that the phrase is about, with its title where the title is all that is left."""
    if language.capital_nouns and _is_role(phrase, language):
        return None
    for run in phrase.names:
        if language.noun_first and _is_title(phrase.head[run.first : run.last], language):
            continue  # "le Premier ministre"
        behind = language.noun_first and _before_name(phrase, run, language) == phrase.noun
        called = naming(phrase.head, run.first, language)  # "a group calling itself Red Dawn"
        if phrase.noun in phrase.head[run.first : run.last] or behind or called:  # "société Aquatec"
            kept = (
                run.core
                if phrase.head[run.first].low in language["sources.titles"] and run.core < run.last - 1
                else run.first
            )
            name = phrase.verbatim(kept, _whole_name(phrase, run, language))
            return names.body(name) or name
    return None


def _is_title(words: Sequence[Token], language: Language) -> bool:
    return all(language.is_title(token.low) or token.low in language["sources.people"] for token in words)


def _before_name(phrase: Phrase, run: Run, language: Language) -> Token | None:
    """The noun right before the name, or before "de presse" in "l'agence de presse ANP"."""
    at = run.first
    if at > 2 and phrase.head[at - 1].low in language["grammar.of_press"]:
        at -= 2
    return phrase.head[at - 1] if at else None


def _is_role(phrase: Phrase, language: Language) -> bool:
    """ "Der Hausmeister": a noun for people, which has a capital as every noun has."""
    assert phrase.noun is not None
    low = language.noun(phrase.noun.low)
    people = low in language["sources.plural_people"] or is_people(low, language)
    return people and low not in language["sources.organisations"]


def _whole_name(phrase: Phrase, run: Run, language: Language) -> int:
    """Where the name ends that goes on in small letters: "Agence régionale de santé"."""
    end, head = run.last, phrase.head
    bodies = language["sources.organisations"]
    before = _before_name(phrase, run, language)
    named = before is not None and before.low in bodies  # "le syndicat Force ouvrière"
    begins = end - run.first == 1 and (named or head[run.first].low in bodies)
    if not language.noun_first or not begins:
        return end
    parting = language["grammar.prepositions"] | language["grammar.adverbs"] | language["grammar.determiners"]
    while end < len(head) and head[end].is_word and head[end].low not in parting:
        if language.is_participle(head[end].low):
            return end
        end += 1
    noun = end + 1
    while noun < len(head) and head[noun].low in language["grammar.articles"]:
        noun += 1
    linked = end < noun < len(head) and head[end].low in language["grammar.tight_links"] and head[noun].is_word
    return noun + 1 if linked else end
