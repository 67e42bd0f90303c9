"""Undergoers: whether what is done in a sentence is done to another than the one whom the question asks about."""

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.naming.people import is_people

_ARTICLES = 2  # words between "of" and "mayor"


def is_another(asked: Question, sentence: Analysed, at: int) -> bool:
    """Of the doing at the token `at`: "the mayor's lawyer sued the judge" does not tell who sued the mayor, nor does "the doctor said
    they had turned two people away" who turned the doctor away."""
    objects = [i for i in range(len(sentence.tokens)) if i != at and _is_asked(asked, sentence, i, at)]
    if not objects:
        return False
    if asked.language.verb_second:
        return _in_another_clause(asked, sentence, at, objects)
    return not _owned(asked.asked, asked) and all(_owns(sentence, i, at, asked) for i in objects)


def _is_asked(asked: Question, sentence: Analysed, i: int, at: int) -> bool:
    """Somebody of whom the question asks what is done to them."""
    token = sentence.tokens[i]
    others = (word for word in asked.behind if not asked.alike(word, sentence.tokens[at]))
    people = (word for word in others if word.capital or is_people(word.low, asked.language))
    return token.kind == "word" and any(alike(word, token) for word in people)


def _owned(question: Analysed, asked: Question) -> bool:
    """ "Who bought the mayor's house?" asks for more than what is done to the mayor."""
    return any(
        _owns(question, i, -1, asked)
        for i, token in enumerate(question.tokens)
        if token.capital or is_people(token.low, asked.language)
    )


def _owns(text: Analysed, i: int, at: int, asked: Question) -> bool:
    """ "The mayor's", "of the mayor"; not in "the arrest of the mayor", which is what is done."""
    tokens, language = text.tokens, asked.language
    if tokens[i].possessive or any(token.low == "'s" for token in tokens[i + 1 : i + 2]):
        return True
    links = language["asks.of_the"]
    near = range(max(0, i - _ARTICLES), i)
    of = next((j for j in near if tokens[j].text.lower() in links), None)
    between = tokens[of + 1 : i] if of is not None else ()
    return of is not None and of - 1 != at and all(token.low in text.words.determiners for token in between)


def _in_another_clause(asked: Question, sentence: Analysed, at: int, objects: list[int]) -> bool:
    """The clause of the verb has a subject and a noun of its own, and no word that may stand for whom the question asks about."""
    tokens, language = sentence.tokens, asked.language
    marks = [i for i, token in enumerate(tokens) if token.text in (",", ";", ":", "–")]
    start = max((i for i in marks if i < at), default=-1) + 1
    end = min((i for i in marks if i > at), default=len(tokens))
    opening = language["grammar.subordinators"] | language.pronouns | language["grammar.they"]
    if any(start <= i < end for i in objects) or tokens[start].low not in opening:
        return False
    clause = tokens[start:end]
    pronoun = any(token.low in language["asks.object_pronouns"] for token in clause)
    return not pronoun and any(token.capital and not token.first for token in clause)
