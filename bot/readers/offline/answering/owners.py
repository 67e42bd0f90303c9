"""Owners: whether a sentence tells whose somebody or something is."""

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.questions import Question
from bot.readers.offline.naming.people import is_people

_OF = 3  # words behind "cousin" among which stands "of"


def tells(asked: Question, sentence: Analysed) -> bool:
    """ "Harker's daughter", "whose wife", "his brother", "a cousin of the mayor": beside what is owned stands whose it is."""
    nouns = [token for token in asked.behind if asked.language.capital_nouns or not token.capital]
    noun = next(
        (token for token in nouns if is_people(token.text.lower(), asked.language)), nouns[0] if nouns else None
    )
    places = [i for i, token in enumerate(sentence.tokens) if noun is not None and asked.alike(noun, token)]
    places = [i for i in places if asked.act is None or not _governed(asked, sentence, i)]
    return any(_before(asked, sentence, i) or _behind(asked, sentence, i) for i in places)


def _governed(asked: Question, sentence: Analysed, at: int) -> bool:
    """ "From his uncle": he does nothing of what is asked."""
    owning = asked.language["grammar.possessives"] | sentence.words.determiners - sentence.words.prepositions
    before = [token for token in sentence.tokens[max(0, at - _OF) : at] if token.low not in owning]
    return bool(before) and before[-1].text.lower() in asked.language["grammar.prepositions"]


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
