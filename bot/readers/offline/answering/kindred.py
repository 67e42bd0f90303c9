"""Kindred words: what a question may call otherwise than the article, more loosely than a restatement may."""

from collections.abc import Mapping
from functools import lru_cache

from bot.claims.language.lexicon import lexicon
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.readers.offline.text import topic
from bot.readers.offline.text.language import Language, load

Meanings = frozenset[int]
_LONG = 5  # letters of a stem that compounds may end with
_FIRST = 3  # letters before it
_NONE: Meanings = frozenset()


def meanings(low: str, language: Language) -> Meanings:
    """The groups of `asks.alike` in which the word stands in any of its forms."""
    groups = _groups(language.code)
    low = low.partition(" ")[0]  # "pay for"
    return groups.get(low, _NONE).union(*(groups.get(form, _NONE) for form in _forms(low, language.code)))


def same(one: Token, other: Token, language: Language) -> bool:
    """One word, a form of it, a synonym or a kindred word; never its converse: who receives has not sent."""
    if (converse(one.low, language) | _general(language.code).get(topic.stem(one.low), frozenset())) & _stems(
        other.low, language.code
    ):
        return False
    if _is_of_another(one.low, other.low, language.code):
        return False
    if alike(one, other) or not meanings(one.low, language).isdisjoint(meanings(other.low, language)):
        return True
    return language.capital_nouns and other.capital and _is_head(one.stem, other.stem, language)


def _is_of_another(one: str, other: str, code: str) -> bool:
    """ "Found" is of "find", and has "founded" nothing."""
    words = lexicon(code)
    past = {low for low in (one, other) if low in words.past and words.lemma(low) != low}
    return (
        one != other
        and len(past) == 1
        and words.lemma(one) != words.lemma(other)
        and {words.lemma(one), words.lemma(other)} & past != set()
    )


def _is_head(stem: str, compound: str, language: Language) -> bool:
    """ "Station" may ask for the "Geburtsstation", never the other way round; a "Vertrag" is no kind of "Trag"."""
    first = compound.removesuffix(stem)
    long = len(stem) >= _LONG and len(first) >= _FIRST
    return long and first != compound and first not in language["asks.prefixes"]


def converse(low: str, language: Language) -> frozenset[str]:
    """The stems of what the other party does: "receive" for "sent"."""
    pairs = _converses(language.code)
    return frozenset[str]().union(*(pairs.get(stem, frozenset()) for stem in _stems(low, language.code)))


def are_converse(one: str, other: str, language: Language) -> bool:
    """ "Bought" and "sold"."""
    return not converse(one, language).isdisjoint(_stems(other, language.code))


@lru_cache(maxsize=8)
def _converses(code: str) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in load(code)["asks.converse"]:
        one, _, other = entry.partition(":")
        for low, opposite in ((one, other), (other, one)):
            for stem in _stems(low, code):
                found[stem] = found.get(stem, frozenset()) | _stems(opposite, code)
    return found


@lru_cache(maxsize=8)
def _general(code: str) -> Mapping[str, frozenset[str]]:
    """By the stem of an exact word what is too general to tell it: who left need not have resigned."""
    found: dict[str, frozenset[str]] = {}
    for entry in load(code)["asks.general"]:
        exact, _, general = entry.partition(":")
        for stem in _stems(exact, code):
            found[stem] = found.get(stem, frozenset()) | _stems(general, code)
    return found


@lru_cache(maxsize=16384)
def _stems(low: str, code: str) -> frozenset[str]:
    return frozenset((topic.stem(low), topic.stem(lexicon(code).lemma(fold(low)))))


@lru_cache(maxsize=16384)
def _forms(low: str, code: str) -> frozenset[str]:
    lemma = lexicon(code).lemma(fold(low))
    return frozenset((lemma, f"={topic.stem(low)}", f"={topic.stem(lemma)}"))


@lru_cache(maxsize=8)
def _groups(code: str) -> Mapping[str, Meanings]:
    found: dict[str, set[int]] = {}
    for number, entry in enumerate(sorted(load(code)["asks.alike"])):
        for word in entry.split(":"):
            for form in (word, *_forms(word, code)):
                found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}
