"""A text as tokens: words with their stem and synonyms, numbers with their value and unit, punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.claims.language.lexicon import Lexicon, lexicon
from bot.claims.language.numerals import clock, digits, with_fractions, with_numbers, with_units
from bot.claims.language.particles import with_particles
from bot.claims.language.phrases import with_phrases
from bot.claims.language.ranges import with_ranges
from bot.claims.language.ratios import with_ratios, with_spans
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.language.wordlists import word_set

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0b82\u0bbe-\u0bcd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_TOKEN = re.compile(
    r"(?P<clock>(?:[01]?\d|2[0-4]):[0-5]\d(?![\d:]))|(?P<number>(?P<currency>US\$|[$€£¥₹])?\s?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?![\d])|\d+(?:[.,]\d+)*)"
    r"(?P<suffix>\s?%|(?:st|nd|rd|th|k|m|mn|bn|tn|er|ère|e|º|ª)\b)?)"
    r"|(?P<dotted>(?:[^\W\d_]\.){2,}(?![^\W\d_]))"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_MARKS}])*\d*(?:['’ʼ][^\W\d_](?:[^\W\d_]|[{_MARKS}])*)*)"
    r"|(?P<punct>\.\.\.|[^\w\s])"
)
_ELISION = re.compile(r"^(l|d|j|m|t|s|c|n|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=.)")
_NOT = {"en": "not", "de": "nicht", "fr": "pas", "es": "no"}
_ADJECTIVAL = ("", "e", "en", "er", "es", "em")
_ACCENTED = ("fr", "es")  # an ending is told by its accent: "requeriría", "décidé"
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
_TITLES = word_set("m mm mr mrs ms dr prof sr sra st gen sen rep gov lt sgt capt col maj adm rev")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]")


@lru_cache(maxsize=2048)
def tokens(text: str, words: Lexicon) -> tuple[Token, ...]:
    """In order; numbers written out, magnitudes and units are joined into one token each."""
    plain = unicodedata.normalize("NFC", text)
    found: list[Token] = []
    for match in _TOKEN.finditer(plain):
        found += _made(match, words, shouting=plain.isupper())
    found = [t for i, t in enumerate(found) if not _abbreviates(found, i, words)]
    shared = with_ratios(with_fractions(with_numbers(_marked(found, words), words), words), words)
    counted = with_ranges(with_units(with_spans(shared, words) if words.spans else shared, words), words)
    whole = with_particles(counted, words) if words.language == "de" else counted
    return tuple(with_phrases(whole, words) if words.phrases else whole)


def _abbreviates(found: Sequence[Token], index: int, words: Lexicon) -> bool:
    """The full stop of "M. Vautrin", "J. Vautrin" and "31. März", which ends nothing."""
    if found[index].low != "." or index in (0, len(found) - 1):
        return False
    before = found[index - 1]
    if before.kind == "number":
        return found[index + 1].low in words.calendar
    return before.capital and (before.low in _TITLES or len(before.text) == 1) and found[index + 1].capital


def _made(match: re.Match[str], words: Lexicon, *, shouting: bool) -> list[Token]:
    kind, word = match.lastgroup, match[0]
    if kind == "clock":
        return [clock(word)]
    if kind == "number":
        return digits(match, words)
    if kind == "punct":
        return [_punct(word)]
    if kind == "dotted":
        return [_word(word.replace(".", ""), words, shouting=shouting)]
    if not word.isascii() and _UNSPACED.match(word):
        return [Token(c, c, "word", c) for c in word]
    parts = list(_spelled(word, words, shouting=shouting))
    if word[-1] == "s" and (
        word[-2:-1] in ("'", "’", "ʼ") or match.string[match.end() : match.end() + 2] in ("' ", "’ ")
    ):
        parts[-1] = replace(parts[-1], possessive=True)
    return parts


@lru_cache(maxsize=512)
def _punct(mark: str) -> Token:
    return Token(mark, fold(mark) or mark, "punct")


@lru_cache(maxsize=8192)
def _spelled(word: str, words: Lexicon, *, shouting: bool) -> tuple[Token, ...]:
    """Kept: most words of a text have stood in another."""
    return tuple(_word(part, words, shouting=shouting) for part in _parts(word, words.language))


def _parts(word: str, language: str) -> list[str]:
    """Contractions and elisions taken apart, possessives taken off."""
    plain = word.replace("’", "'").replace("ʼ", "'")
    low = plain.casefold()
    negated = lexicon(language).negated
    ending = next((e for e in _ADJECTIVAL if low.removesuffix(e) in negated), "") if language == "de" else ""
    if low.removesuffix(ending) in negated:
        return [_NOT[language], negated[low.removesuffix(ending)] + ending]
    if low.endswith("n't") and len(low) > 3:
        return [_CONTRACTED.get(low[:-3], plain[:-3]), "n't"]
    if low.endswith(("'s", "'ll", "'ve", "'re", "'d", "'m")) and language != "fr":
        stem, tail = plain.rsplit("'", 1)
        return [stem, "'ll"] if tail.casefold() == "ll" else [stem]
    parts: list[str] = []
    while language in ("fr", "it", "") and (match := _ELISION.match(plain.casefold())):
        parts.append("ne" if match[1] == "n" else match[1] + "e")
        plain = plain[match.end() :]
    return [*parts, plain]


def _word(text: str, words: Lexicon, *, shouting: bool) -> Token:
    low = fold(text) or text
    acronym = text.isupper() and len(text) > 1 and not shouting
    if acronym and low == "us":
        low = "usa"
    stem = words.stem(low)
    groups = words.synonyms(low, stem)
    if words.language in _ACCENTED and text.casefold() != low:
        stem = fold(words.stem(text.casefold()))
        groups |= words.synonyms(low, stem)
    return Token(text, low, "word", stem, groups, capital=text[:1].isupper())


def _marked(found: Sequence[Token], words: Lexicon) -> list[Token]:
    """Where a sentence or a quotation begins a capital says nothing; elsewhere "Saye" is a name and no form of "say"."""
    marked: list[Token] = []
    first = True
    for token in found:
        if first and token.kind == "word":
            marked.append(replace(token, first=True))
        elif token.capital and token.groups and words.language != "de":
            marked.append(replace(token, groups=words.groups.get(token.low, frozenset())))
        else:
            marked.append(token)
        first = (token.kind == "punct" and token.low in '.!?:"') or (first and token.kind == "punct")
    return marked


def spoken_numbers(text: str, language: str | None) -> set[int]:
    """Whole numbers that a text says, in digits or words."""
    return {int(v) for token in tokens(text, lexicon(language)) for v in token.values if v.is_integer()}
