"""Owners: whether a sentence tells whose somebody or something is."""

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.questions import Question

_OF = 3  # words behind "cousin" among which stands "of"


def tells(asked: Question, sentence: Analysed) -> bool:
    """ "Harker's daughter", "whose wife", "his brother", "a cousin of the mayor": beside what is owned stands whose it is."""
    noun = next((token for token in asked.behind if asked.language.capital_nouns or not token.capital), None)
    places = [i for i, token in enumerate(sentence.tokens) if noun is not None and asked.alike(noun, token)]
    return any(_before(asked, sentence, i) or _behind(asked, sentence, i) for i in places)


def _before(asked: Question, sentence: Analysed, at: int) -> bool:
    language, before = asked.language, sentence.tokens[at - 1 : at] if at else ()
    owning = language["grammar.possessives"] | language["grammar.who"] | language["asks.owner"]
    return any(
        token.possessive
        or token.low in owning
        or token.low == "'s"
        or (language.capital_nouns and token.capital and asked.is_new(token) and token.low.endswith("s"))
        for token in before
    )


def _behind(asked: Question, sentence: Analysed, at: int) -> bool:
    links = asked.language["grammar.tight_links"]
    behind = sentence.tokens[at + 1 : at + _OF]
    return any(token.text.lower() in links for token in behind[:1]) and len(behind) > 1
