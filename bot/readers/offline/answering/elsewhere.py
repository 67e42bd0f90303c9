"""Elsewhere: whether a sentence tells of another day, span or place than the question does."""

from collections.abc import Mapping
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
    rated = (unit.low for rate, unit in pairwise(asked.tokens) if rate.text.lower() in asked.language["asks.rates"])
    units = _units(sentence)
    wanted = {units[low] for low in rated if low in units}
    return not wanted <= {units.get(token.low) for token in sentence.tokens}


def rated(asked: Question, sentence: Analysed) -> bool:
    """ "Every six weeks", "twice a week", "every Tuesday"."""
    units, every = _units(sentence), asked.language["asks.every"]
    behind = (
        tokens for before, *tokens in zip(*(sentence.tokens[i:] for i in range(3)), strict=False) if before.low in every
    )
    return any(
        tokens[0].unit in DURATIONS or any(one.low in units or one.low in sentence.words.calendar for one in tokens)
        for tokens in behind
    )


def _units(text: Analysed) -> Mapping[str, str]:
    """The words for spans of time."""
    return {words[0]: unit for words, unit in text.words.units.items() if len(words) == 1 and unit in DURATIONS}


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
