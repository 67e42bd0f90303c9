"""Elsewhere: whether a sentence tells of another day, span or place than the question does."""

from itertools import pairwise

from bot.claims.grammar.evidence import Analysed
from bot.readers.offline.answering.figured import DURATIONS
from bot.readers.offline.answering.questions import Question


def another_day(asked: Question, sentence: Analysed) -> bool:
    """It tells of another weekday or month than the question does."""
    calendar = sentence.words.calendar
    wanted = {token.low for token in asked.words if token.low in calendar}
    told = {token.low for token in sentence.tokens if token.low in calendar and token.kind == "word"}
    return bool(wanted and told) and wanted.isdisjoint(told)


def another_span(asked: Question, sentence: Analysed) -> bool:
    """It tells nothing of a year where the question asks how many there are a year."""
    units = {words[0]: unit for words, unit in sentence.words.units.items() if len(words) == 1 and unit in DURATIONS}
    rated = (unit.low for rate, unit in pairwise(asked.tokens) if rate.text.lower() in asked.language["asks.rates"])
    wanted = {units[low] for low in rated if low in units}
    return not wanted <= {units.get(token.low) for token in sentence.tokens}


def another_place(asked: Question, sentence: Analysed) -> bool:
    """It tells what is "in Ostheim" where the question asks for what is "in Brelau"."""
    wanted = _located(asked.asked, asked)
    if not wanted or wanted & {token.low for token in sentence.tokens}:
        return False
    return bool(_located(sentence, asked))


def _located(text: Analysed, asked: Question) -> set[str]:
    """The names right behind "in"."""
    language, tokens = asked.language, text.tokens
    within = (
        token
        for before, token in pairwise(tokens)
        if before.text.lower() in language["asks.located"] and token.capital and token.kind == "word"
    )
    return {token.low for token in within if token.low not in asked.calendar}
