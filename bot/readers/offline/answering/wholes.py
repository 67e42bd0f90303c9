"""Wholes: whether a number tells how many there are of something, and not how many of them did this or that."""

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.asking import participle
from bot.readers.offline.answering.questions import Question

_REACH = 4  # words before the number


def asked_for(asked: Question) -> bool:
    """ "How many drivers does Acme have?", "How many trustees are there?"; the dead that there are may be told by what befell them."""
    language, words = asked.language, [token.text.lower() for token in asked.tokens if token.kind == "word"]
    befallen = asked.counted is not None and asked.counted.low in language["asks.befallen"]
    done = any(participle(token, asked.asked, language) for token in asked.events if token is not asked.counted)
    has = words[-1] in language["asks.having"] or (not done and _has(asked))
    return (has or _only_is(asked)) and not befallen


def is_joined(sentence: Analysed, index: int) -> bool:
    """ "A 24-room hotel": the number is part of what tells the thing."""
    return any(token.text == "-" for token in sentence.tokens[index + 1 : index + 2])


def _has(asked: Question) -> bool:
    """ "Wie viele Züge hat die Bahn?", not "¿Cuántos trenes tienen fallos?"."""
    language, tokens = asked.language, [token for token in asked.tokens if token.kind == "word"]
    if language.capital_nouns and not tokens[-1].capital and tokens[-1] in asked.events:
        return False  # "wie viele haben die Petition unterschrieben"
    at = next((i for i, token in enumerate(tokens) if token.text.lower() in language["asks.has"]), None)
    following = tokens[at + 1 : at + 2] if at is not None else []
    bare = [token for token in following if not token.capital and token in asked.events]
    return at is not None and not bare


def _only_is(asked: Question) -> bool:
    """ "How many passengers were on the ship?": nothing is done but that they were there."""
    helper = asked.helper
    is_ = helper is not None and asked.act is None and asked.tokens[helper].low in asked.language["grammar.passive"]
    following = asked.tokens[helper + 1 : helper + 2] if is_ and helper is not None else ()
    return any(token.low in asked.asked.words.prepositions for token in following)


def told(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "Has 45 drivers", "its 45 drivers", "12 of the 30 flights", "212 passengers were on board"; not "45 drivers are missing"."""
    language, tokens = asked.language, sentence.tokens
    owning = (
        language["asks.having"] | language["asks.has"] | language["grammar.possessives"] | language["asks.employing"]
    )
    near = range(max(0, index - _REACH), index)
    definite = any(token.low in language["grammar.definite"] for token in tokens[max(0, index - 1) : index])
    if definite or is_joined(sentence, index):
        return True
    own = (i for i in near if tokens[i].possessive or tokens[i].text.lower() in owning)
    there = any(token.low in language["grammar.passive"] for token in tokens[index + 1 : index + _REACH])
    return any(not participle(tokens[i + 1], sentence, language) for i in own) or (_only_is(asked) and there)
