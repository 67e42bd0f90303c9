"""What happened when, by the build of an English sentence: a date tells of the verb that it stands behind."""

from collections.abc import Sequence

from bot.claims.frames.frames import frames
from bot.claims.frames.parts import parts
from bot.claims.grammar.evidence import Analysed
from bot.claims.language.likeness import alike

_NEXT = frozenset("VXSR.")  # behind these another verb is told of
_DURING = frozenset({"in", "during", "at"})  # "held in January, in which 430 took part": then as well
_HELD = _NEXT | frozenset("EGTC,")  # up to these a date is the verb's for sure


def dated_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each date that the text has behind a verb, and its sentences only behind another: "ran aground in
    August" of "ordered it in August, weeks after she ran aground"."""
    if text.words.language != "en" or not any(_dates(text, i) for i in range(len(text.tokens))):
        return []
    return [
        f"{text.tokens[i].text!r} is the time of something else in its sentences."
        for at in frames(text)
        for i in _behind(text, at, _HELD)
        if _dates(text, i) and _of_another(text.tokens[i].low, text, at, cited)
    ]


def _of_another(date: str, text: Analysed, verb: int, cited: Sequence[Analysed]) -> bool:
    deed = text.tokens[verb]
    told = [(s, j) for s in cited for j in frames(s) if alike(deed, s.tokens[j])]
    if not told or any(_has(s, j, date) for s, j in told):
        return False
    here = [(s, j) for s, j in told if any(token.low == date for token in s.tokens)]
    others = [[k for k in frames(s) if _at(s, _behind(s, k, _HELD), date) and _apart(s, j, k)] for s, j in here]
    return bool(others) and all(others)


def _apart(sentence: Analysed, one: int, other: int) -> bool:
    """Whether the two are told to be at different times, or one of them of somebody aside, or only said then."""
    between = range(min(one, other) + 1, max(one, other))
    orders = any(op.name in ("after", "before") and op.at in between for op in sentence.operators)
    relative = any(parts(sentence)[i] == "R" and sentence.tokens[i - 1].low not in _DURING for i in between)
    return orders or relative or sentence.tokens[other].low in sentence.words.reporting


def _has(sentence: Analysed, verb: int, date: str) -> bool:
    """Behind it, before it in its clause, or where the sentence begins."""
    start = verb
    while start and parts(sentence)[start - 1] not in _HELD:
        start -= 1
    opening = range(next((k for k, part in enumerate(parts(sentence)) if part in _HELD), 0))
    places = [*_behind(sentence, verb, _NEXT), *range(start, verb), *opening]
    return _at(sentence, places, date)


def _behind(sentence: Analysed, verb: int, ends: frozenset[str]) -> range:
    found = parts(sentence)
    return range(verb + 1, next((k for k in range(verb + 1, len(found)) if found[k] in ends), len(found)))


def _at(sentence: Analysed, places: Sequence[int], date: str) -> bool:
    return any(sentence.tokens[i].low == date and _dates(sentence, i) for i in places)


def _dates(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    return token.capital and token.low in text.words.dates
