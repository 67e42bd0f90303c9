"""Wholes: whether a number tells how many there are of something, and not how many of them did this or that."""

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.asking import participle
from bot.readers.offline.answering.questions import Question

_REACH = 4  # words before the number


def asked_for(asked: Question) -> bool:
    """ "How many drivers does Acme have?", "How many trustees are there?"; the dead that there are may be told by what befell them."""
    language, words = asked.language, [token.text.lower() for token in asked.tokens if token.kind == "word"]
    befallen = asked.counted is not None and asked.counted.low in language["asks.befallen"]
    done = any(participle(token, asked.asked, language) for token in asked.events)
    has = words[-1] in language["asks.having"] or (not done and bool({*words} & language["asks.has"]))
    return has and not befallen


def told(asked: Question, sentence: Analysed, index: int) -> bool:
    """ "Has 45 drivers", "its 45 drivers", "12 of the 30 flights"; not "45 drivers are missing"."""
    language, before = asked.language, sentence.tokens[max(0, index - _REACH) : index]
    owning = (
        language["asks.having"] | language["asks.has"] | language["grammar.possessives"] | language["asks.employing"]
    )
    whole = (token.low in language["grammar.definite"] for token in before[-1:])
    return any(whole) or any(token.low in owning or token.possessive for token in before)
