"""Nouns: which words are, whether they stand in a phrase, and which of them mean the same."""

from collections.abc import Iterator
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.titles import titles
from bot.claims.grammar.verbs import PARTICLES, is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AND
from bot.claims.language.token import Token


@lru_cache(maxsize=4096)
def is_noun(text: Analysed, index: int) -> bool:
    """No verb, no adverb, no time: what may be a party."""
    low = text.tokens[index].low
    if low in text.words.dates or low in text.words.times or low in text.words.deixis:
        return False
    if text.words.language == "en" and (
        low in PARTICLES or low in ("once", "twice") or (low.endswith("ly") and not text.tokens[index].capital)
    ):
        return False
    if text.words.language == "en" and low.endswith("ing") and not text.tokens[index].capital:
        return _gerund_that_does(text, index)
    return not is_verb(text, index)


def _gerund_that_does(text: Analysed, index: int) -> bool:
    """ "the steering had failed", "the building is": an article before it and the verb behind."""
    led = index > 0 and text.tokens[index - 1].low in ("the", "a", "an", "its", "their", "his", "her")
    following = text.tokens[index + 1].low if index + 1 < len(text.tokens) else ""
    return led and following in text.words.auxiliaries - {"to"}


def phrase_end(text: Analysed, start: int, longest: int) -> int | None:
    """The last word of the phrase that begins there, past its determiners: "his own money" ends with "money"."""
    last = None
    for i in range(start, min(start + longest, len(text.tokens))):
        if i in text.content and text.tokens[i].kind == "word":
            last = i
        elif last is not None or text.tokens[i].low not in text.words.determiners:
            break
    return last


def up_to_phrase(text: Analysed, noun: int, longest: int) -> Iterator[int]:
    """The words before a noun, nearest first: those of its phrase, and the one right before that."""
    for i in range(noun - 1, max(-1, noun - 1 - longest), -1):
        yield i
        token = text.tokens[i]
        plain = i in text.content and not is_verb(text, i)
        if not plain and token.kind != "number" and token.low not in text.words.determiners:
            return


@lru_cache(maxsize=4096)
def in_phrase(text: Analysed, index: int) -> bool:
    """Within a phrase that a preposition opens: "at the plant"."""
    opened = False
    for i in range(index - 1, max(-1, index - 7), -1):
        low = text.tokens[i].low
        if (opened and i in text.content) or (low == "that" and i - 1 in text.content):
            return False  # "ruled on Monday that the firm …"
        opened = opened or low in ("a", "an", "ein", "eine", "einen", "un", "une", "das", "die", "den")
        if (low in text.words.prepositions or low == "as") and not is_verb(text, i):
            return (low,) not in text.words.approximators or text.tokens[i + 1].kind != "number"
        joins = low in text.words.determiners or low in AND | {"&"}
        counts = text.tokens[i].kind == "number" and not text.tokens[i].unit
        if is_verb(text, i) or (i not in text.content and not joins and not counts):
            return False
    return False


def is_preposition(text: Analysed, index: int) -> bool:
    """French "a" is a verb, "à" is none."""
    token = text.tokens[index]
    has = text.words.language == "fr" and token.text.casefold() == "a"
    return token.low in text.words.prepositions and not has


def side_by_side(text: Analysed, a: Token, b: Token) -> bool:
    """Whether the text sets the two beside each other: "Kim, the minister", "Brightwater Energy"."""
    first = [i for i in text.content if alike(a, text.tokens[i])]
    second = [i for i in text.content if alike(b, text.tokens[i])]
    return any(_apposed(text, min(i, j), max(i, j)) for i in first for j in second if i != j)


def _apposed(text: Analysed, low: int, high: int) -> bool:
    between = [token.low for token in text.tokens[low + 1 : high]]
    if text.tokens[low].possessive and "," in between:
        return False
    named = text.tokens[low].capital and not text.tokens[low].first
    titled = text.tokens[low].low in titles() and all(text.tokens[k].capital for k in range(low + 1, high))
    if named and text.tokens[high].capital and between not in ([], ["."]) and not titled:
        return False
    stops = text.words.prepositions - {"of", "de", "du", "des", "del"} | {"and", "or", "und", "et", "y"}
    return high - low <= 7 and not any(is_verb(text, k) or text.tokens[k].low in stops for k in range(low + 1, high))
