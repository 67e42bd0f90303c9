"""Doers: whether a sentence tells who did something, who has a role, and what somebody is called."""

from itertools import takewhile

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.readers.offline.answering import kindred, undergoers
from bot.readers.offline.answering.asking import participle
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.naming.people import is_people
from bot.readers.offline.text.language import Language

_REACH = 4
_APPOSED = 7  # words of "the town's first woman judge"
_CLAUSE = 9  # words within which a verb has its doer


def acts(asked: Question, sentence: Analysed) -> bool:
    """Somebody who is not in the question does what it asks after: before the verb, behind "by", or beside the role."""
    verb = (asked.events if asked.language.capital_nouns else asked.behind)[:1]
    if not verb or verb[0].capital or any(word.low in asked.language.speech_acts for word in asked.behind):
        return True  # who denies and who accuses is read, not looked for
    if asked.role is not None:
        return _holds(asked, sentence, asked.role)
    tokens = sentence.tokens
    places = [i for i, token in enumerate(tokens) if token.kind == "word" and asked.alike(verb[0], token)]
    others = {word.stem for word in asked.behind[1:]} - {
        verb[0].stem
    }  # no "building" for "built", where it is asked about
    places = [i for i in places if tokens[i].stem not in others]
    idle = asked.attributes(sentence)
    places = [i for i in places if tokens[i] not in idle and not (asked.passive and _intends(asked, sentence, i))]
    places = [i for i in places if tokens[i].stem == verb[0].stem or _does(asked, sentence, i)]
    places = [i for i in places if not undergoers.is_another(asked, sentence, i)]
    places = [
        i for i in places if asked.passive or not (_suffers(asked, sentence, i) or _comes_from(asked, sentence, i))
    ]
    return any(_has_party(asked, sentence, i) for i in places) or receives(asked, sentence, verb[0])


def receives(asked: Question, sentence: Analysed, verb: Token) -> bool:
    """ "Was sold to Acme": Acme bought it."""
    tokens = sentence.tokens
    done = (i for i, token in enumerate(tokens) if kindred.are_converse(verb.low, token.low, asked.language))
    return any(
        token.low in asked.language["asks.receiving"] and any(asked.is_new(name) for name in tokens[at + 1 : at + 3])
        for i in done
        for at, token in enumerate(tokens[i + 1 : i + _CLAUSE], start=i + 1)
    )


def _comes_from(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "A call from Acme", "was called by Acme": whom the question asks about did it to another."""
    if asked.language.capital_nouns:
        return False  # a name is not known there by its capital
    tokens, sources = sentence.tokens, sentence.words.by | asked.language["asks.coming_from"]
    behind = (i for i in range(at + 1, min(len(tokens) - 1, at + _REACH)) if tokens[i].low in sources)
    start = next(behind, None)
    whose = [token for token in tokens[start + 1 : start + _REACH] if token.kind == "word"] if start else []
    from_it = any(token.low in sources for token in asked.tokens)  # "who got money from the bank?"
    return not from_it and any(alike(word, token) for word in asked.behind[1:] for token in whose)


def _intends(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "Plans to play": nothing that is done to it."""
    return any(token.low in asked.language["grammar.to"] for token in sentence.tokens[at + 1 : at + 2])


def _holds(asked: Question, sentence: Analysed, role: Token) -> bool:
    """A name stands beside the role: "Judge Anwen Hale", "its editor, Roland Pike,", "Ann Reed, the town's first judge"."""
    tokens = sentence.tokens
    at = [i for i, token in enumerate(tokens) if token.kind == "word" and asked.alike(role, token)]
    at = [i for i in at if tokens[i].stem == role.stem or _is_role(tokens[i], asked.language)]
    return any(_is_named(asked, sentence, i) for i in at)


def _is_named(asked: Question, sentence: Analysed, at: int) -> bool:
    return _named_behind(asked, sentence, at) or _named_before(asked, sentence, at)


def _does(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "The owner of a quarry" does not tell who bought it, "its owner, Acme," and "the owner of the quarry, Acme," do; "the landlord
    of the Swan, Len Reed," owns the Swan."""
    role = _is_role(sentence.tokens[at], asked.language)
    if role and (_of_other(asked, sentence, at) or _of_what_stood_before(asked, sentence, at)):
        return False
    behind = sentence.tokens[at + 1 : at + _APPOSED]
    comma = next((i for i, token in enumerate(behind) if token.text == ","), len(behind))
    aside = any(asked.is_new(token) for token in takewhile(lambda token: token.kind == "word", behind[comma + 1 :]))
    return aside or not _is_role(sentence.tokens[at], asked.language) or _is_named(asked, sentence, at)


def _of_what_stood_before(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "Its owner wanted a gym" does not tell who owns the gym: "its" is of something before."""
    tokens = sentence.tokens
    if not at or tokens[at - 1].low not in asked.language["grammar.possessives"]:
        return False
    there = [i for i, token in enumerate(tokens) if any(alike(word, token) for word in asked.behind[1:])]
    return bool(there) and min(there) > at


def _of_other(asked: Question, sentence: Analysed, at: int) -> bool:
    """A name behind "of", and not one that the question asks about."""
    tokens, links = sentence.tokens, asked.language["asks.of_the"]
    of = any(token.text.lower() in links for token in tokens[at + 1 : at + 2])
    whose = [token for token in tokens[at + 2 : at + _REACH] if token.capital and token.kind == "word"] if of else []
    return bool(whose) and all(asked.is_new(token) for token in whose)


def _is_role(token: Token, language: Language) -> bool:
    """A noun for people, and no "owns" for an owner."""
    return token.low in language.nouns | language["sources.titles"] or is_people(token.low, language)


def _named_behind(asked: Question, sentence: Analysed, at: int) -> bool:
    skipped = (sentence.words.determiners - sentence.words.prepositions) | {","}
    behind = [token for token in sentence.tokens[at + 1 : at + _REACH] if token.low not in skipped]
    if behind[:1] and behind[0].low in asked.language["grammar.passive"]:  # "whose chairman is the vicar"
        return any(asked.is_new(token) or is_people(token.low, asked.language) for token in behind[1:2])
    return bool(behind) and asked.is_new(behind[0])


def _named_before(asked: Question, sentence: Analysed, at: int) -> bool:
    """A name, a comma, and no verb between that and the role, nor "of", which makes it another's: "is a cousin of the mayor's husband"."""
    tokens = sentence.tokens
    links = asked.language["grammar.tight_links"] | asked.language["asks.of_the"]
    if at and tokens[at - 1].text.lower() in links:
        return False
    comma = next((i for i in range(at - 1, max(-1, at - _APPOSED), -1) if tokens[i].text == ","), None)
    be = asked.language["grammar.passive"]
    if not comma or any(asked.language.is_finite(token.low) or token.low in be for token in tokens[comma + 1 : at]):
        return False
    return asked.is_new(tokens[comma - 1])


def names(asked: Question, sentence: Analysed) -> bool:
    """ "The captain, Jon Vik,", "Captain Vik": a name right behind what has it, or before it with a comma between; in "the captain's
    lawyer, Jon Vik," and "l'avocat du capitaine, Jon Vik," it is the other's."""
    tokens, links = sentence.tokens, asked.language["grammar.tight_links"] | asked.language["asks.of_the"]
    for i in (i for i, token in enumerate(tokens) if asked.behind and asked.alike(asked.behind[-1], token)):
        skipped = sentence.words.determiners
        behind = [token for token in tokens[i + 1 : i + 4] if token.kind == "word" and token.low not in skipped]
        before = tokens[max(0, i - _REACH) : i]
        parted = any(token.text == "," for token in before)
        aside = [token.text for token in tokens[i + 1 : i + 2]] == [","]
        if aside and i and tokens[i - 1].text.lower() in links:
            continue
        if asked.language.noun_first and tokens[i].low == f"{asked.behind[-1].low}s":
            continue  # "el sindicato de maquinistas Semat"
        if behind[:1] and asked.is_new(behind[0]):
            return True
        if parted and any(asked.is_new(token) for token in before):
            return True
    return False


def callings(asked: Question, sentence: Analysed) -> bool:
    """ "Knut Eide, a fisherman", "the chef Paul Ames": what somebody is stands beside the name."""
    tokens, language = sentence.tokens, asked.language
    people = language["sources.people"] | language["sources.titles"]
    for i in (i for i, token in enumerate(tokens) if asked.behind and asked.alike(asked.behind[-1], token)):
        aside = tokens[i + 1 : i + 2] and tokens[i + 1].text == ","
        if aside and i + 2 < len(tokens) and tokens[i + 2].low in language["grammar.articles"]:
            return True
        if tokens[i].capital and any(token.low in people for token in tokens[max(0, i - _REACH) : i]):
            return True
    return False


def _suffers(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "a signature stolen from Acme", "the stolen key", "it was taken", "he has since been threatened": nobody is told who
    did it, unless behind "by"."""
    tokens, words, before = sentence.tokens, sentence.words, at - 1
    done = participle(tokens[at], sentence, asked.language)
    if done and before >= 0 and tokens[before].low in words.determiners:
        return any(alike(word, token) for word in asked.behind[1:] for token in tokens[at + 1 : at + 2])
    been = before >= 0 and done and (tokens[before].low in asked.language["grammar.passive"] or _reduced(sentence, at))
    been = been or (asked.language.verb_second and _passive_end(asked, sentence, at))
    while before > 0 and tokens[before].low in words.auxiliaries:
        before -= 1
    owned = before >= 0 and (tokens[before].possessive or tokens[before].low == "'s")
    object_first = before >= 0 and not owned and any(alike(word, tokens[before]) for word in asked.behind[1:])
    return (been or object_first) and not any(token.low in words.by for token in tokens[at + 1 : at + 1 + _REACH])


def _passive_end(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "Waren Splitter gefunden worden", "wurde das Rad gestohlen": the participle ends the clause, with "werden" behind it or
    before, and nobody behind "von"."""
    tokens, passive = sentence.tokens, asked.language["grammar.passive"]
    start = next((i for i in range(at - 1, -1, -1) if tokens[i].text == ","), 0)
    ends = at + 1 == len(tokens) or tokens[at + 1].kind == "punct" or tokens[at + 1].low in passive
    done = any(token.low in passive for token in tokens[start : at + 2])
    return ends and done and not any(token.low in sentence.words.by for token in tokens[start:at])


def _reduced(sentence: Analysed, at: int) -> bool:
    """ "A store, bought for a million", "the government-held town"."""
    tokens, words = sentence.tokens, sentence.words
    ends = at + 1 == len(tokens) or tokens[at + 1].kind == "punct" or tokens[at + 1].low in words.prepositions
    return tokens[at - 1].text == "-" or (tokens[at - 1].text == "," and ends)


def _has_party(asked: Question, sentence: Analysed, at: int) -> bool:
    """A name or a word for people near the word at `at` that the question does not have."""
    near = sentence.tokens[max(0, at - _CLAUSE) : at + _CLAUSE]
    return any(_party(asked, token) for token in near)


def _party(asked: Question, token: Token) -> bool:
    if token.kind != "word" or any(alike(word, token) for word in asked.words):
        return False
    return token.capital or token.low in asked.language.nouns or token.low in asked.language["sources.titles"]
