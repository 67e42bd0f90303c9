"""Where a clause begins and ends, told by marks and small words."""

from collections.abc import Iterator

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.smallwords import AND, OR, THIS_ALONE
from bot.claims.language.stops import CLAUSE_ENDS


def ends_clause(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.low in CLAUSE_ENDS:
        return True
    return token.low in text.words.links and token.low not in ("of", "der", "die", "das", "dem", "den", "da")


def before(text: Analysed, index: int) -> Iterator[int]:
    """Indices before `index` in its clause, nearest first. "and" between two nouns does not end one."""
    for i in range(index - 1, -1, -1):
        if ends_clause(text, i) and not _joins_names(text, i) and not (_joint(text, i) and not _verb_near(text, i, -1)):
            return
        yield i


def after(text: Analysed, index: int) -> Iterator[int]:
    for i in range(index + 1, len(text.tokens)):
        if ends_clause(text, i) and not _joins_names(text, i) and not (_joint(text, i) and not _verb_near(text, i, 1)):
            return
        yield i


def _joint(text: Analysed, index: int) -> bool:
    return text.tokens[index].low in AND | OR


def _verb_near(text: Analysed, index: int, step: int) -> bool:
    """Whether the words on that side of "and", up to the next mark, have a verb: then it joins clauses."""
    i = index + step
    while 0 <= i < len(text.tokens) and text.tokens[i].low not in CLAUSE_ENDS:
        if is_verb(text, i) or text.tokens[i].low in text.words.passive:
            return True
        if i == index + 1 and text.words.language == "en" and text.tokens[i].low in text.words.vocabulary.anew:
            return True  # "and will have 38 turbines"
        i += step
    return False


def _joins_names(text: Analysed, index: int) -> bool:
    if text.tokens[index].low not in AND | {","} or not 0 < index < len(text.tokens) - 1:
        return False
    if text.tokens[index].low == "," and text.tokens[index - 1].low in text.words.dates:
        return False
    following = next((t for t in text.tokens[index + 1 : index + 3] if t.low not in text.words.function), None)
    return text.tokens[index - 1].capital and following is not None and following.capital


def stands_alone(text: Analysed, index: int) -> bool:
    """ "this", "das", "cela", "esto" before no noun; "that" and "das" open no clause."""
    before = text.tokens[index - 1].low if index else ""
    following = text.tokens[index + 1].kind if index + 1 < len(text.tokens) else ""
    low = text.tokens[index].low
    if text.words.language == "de" and low in THIS_ALONE and index + 2 < len(text.tokens):
        return not any(token.capital for token in text.tokens[index + 1 : index + 3])
    if low not in THIS_ALONE or (index + 1 in text.content and not is_verb(text, index + 1)):
        return False
    if low == "that" and before in text.words.reporting and following == "word":
        return text.tokens[index + 1].low in ("and", "but")
    if low == "that" and following == "word" and index - 1 in text.content and not is_verb(text, index - 1):
        return False  # "crops that need less water"
    return low not in ("that", "das") or (following == "word" and before != "," and index > 0) or following == "punct"
