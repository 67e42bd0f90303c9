"""Canonical forms: one wording for several that say the same, so that the checks compare like with like.

Restatement and sentences are both put so: "on three occasions" and "three times", "it is possible that it will close" and
"it may close".
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from importlib.resources import files
from typing import NamedTuple

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.lexicon import lexicon
from bot.claims.language.verbatim import fold
from bot.claims.rules.fixedwords import fixed_words

_PHRASE = r"(?:[^\s.,;:!?“”\"»«]+ ){0,6}?[^\s.,;:!?“”\"»«]+"
_COUNT = r"(?:(?:about|some|almost|nearly|more than|over|at least|up to|only|just|less than|around) )?(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)"
_TIME = _COUNT + r" (?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?)"
_SHARE = r"(?:\d[\d.,]*|[a-z]+(?:-[a-z]+)?)(?:%| percent| per cent)"
_SUM = r"[$€£]?\d[\d.,]*(?:bn|mn|m|k)?(?: (?:thousand|million|billion|trillion))?(?: (?:euros|dollars|pounds|kroner|crowns|francs|tonnes|people))?"
_FEW = 100  # of what halves are told
_MOST = 8  # wordings that a rule is tried on
_PARTS = {"{np}": _PHRASE, "{n}": _COUNT, "{time}": _TIME, "{share}": _SHARE, "{sum}": _SUM}


class Rule(NamedTuple):
    """What `pattern` finds is said as `instead`."""

    pattern: re.Pattern[str]
    instead: str
    fixed: str
    """Words that all it finds has."""

    def applies(self, text: str) -> bool:
        return self.fixed in text and self.pattern.search(text) is not None

    def said(self, text: str) -> str:
        return self.pattern.sub(self.instead, text)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which {np} is a noun phrase of a few words; {n} a count, {time} a length of time, {share} a number of percent, {sum} one
    of money or things."""
    for name, part in _PARTS.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


@cache
def rules_of(language: str, kind: str) -> tuple[Rule, ...]:
    data = tomllib.loads(files("bot.claims.rules").joinpath("canonical.toml").read_text("utf-8"))
    return tuple(
        Rule(pattern := compiled(wording), instead, fixed_words(pattern.pattern))
        for wording, instead in data.get(language, {}).get(kind, [])
    )


@lru_cache(maxsize=4096)
def canonical(text: str, language: str) -> str:
    """The same said in the wording that stands for all that say it."""
    said = _without_halves(text, language)
    for rule in rules_of(language, "rules"):
        if rule.applies(said):  # few do, and to get ready for replacing takes longer than to look
            said = rule.said(said)
    return said[:1].upper() + said[1:] if text[:1].isupper() else said


def otherwise(text: str, language: str) -> list[str]:
    """The same said in other wordings that there are rules for, one by one and together."""
    told = [text]
    for rule in rules_of(language, "otherwise"):
        told += [rule.said(each) for each in told[:_MOST] if rule.applies(each)]
    return [each[:1].upper() + each[1:] for each in dict.fromkeys(told[1:])]


def in_its_place(other: Analysed, own: Analysed, cited: Sequence[Analysed]) -> bool:
    """Whether the sentences have none of the words that another wording goes without: theirs would be judged by themselves."""
    kept = {token.low for token in other.tokens}
    gone = {token.low for token in own.meaning if token.low not in kept}
    return gone.isdisjoint(token.low for s in cited for token in s.tokens)


def _without_halves(text: str, language: str) -> str:
    """ "Two and a half" is 2.5, written as the language writes it."""
    numbers = lexicon(language).numbers

    def decimal(match: re.Match[str], instead: str) -> str:
        count = match["n"]
        value = float(count) if count.isdecimal() else numbers.get(fold(count), 0)
        if not 0 < value < _FEW:
            return match[0]
        point = "." if language == "en" else ","
        return match.expand(instead.replace("{half}", f"{value:.0f}{point}5"))

    for rule in rules_of(language, "halves"):
        text = rule.pattern.sub(partial(decimal, instead=rule.instead), text)
    return text
