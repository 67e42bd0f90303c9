"""How firmly a claim is put, and the words that show it."""

from collections.abc import Set
from functools import lru_cache

from bot.claims.grammar.evidence import analysed
from bot.claims.grammar.operators import operators_of
from bot.claims.grammar.tense import future_of_old
from bot.claims.language.lexicon import Lexicon, lexicon
from bot.claims.language.smallwords import THAT, WHO
from bot.claims.language.words import tokens
from bot.claims.reading import Certainty
from bot.claims.rules.abilities import ability

_HEARSAY = frozenset({"supposed", "conditional"})
_WEAKER: dict[str, Certainty] = {"possible": "possible", "reported": "possible", "probable": "probable"}


def consistent(said: Certainty, hedge: str | None, passage: str, language: str | None) -> Certainty:
    """As certain as the article's own words: weakened by a hedge that stands there, and by no other.

    `hedge` is what was found in the article, `passage` the sentences of the claim.
    """
    words = lexicon(language)
    if hedge and _able(hedge, passage, words):
        hedge = None
    if said in ("probable", "possible") and not hedge and words.known and not _weakening(passage, words):
        return "certain"
    if said != "certain" or not hedge:
        return said
    return _weakest(_weakening(hedge, words)) or ("certain" if words.known else "possible")


def of_restated(said: Certainty, text: str, passage: str, language: str | None) -> Certainty:
    """No firmer than what is shown: a text whose own verb says "may" is not put as certain, where its sentences say so too."""
    words = lexicon(language)
    if said != "certain" or not words.known:
        return said
    return _weakest(_weakening(_main(text, words), words) & _weakening(passage, words)) or said


def _main(text: str, words: Lexicon) -> str:
    """Up to the first clause within: "He warned people who may be ill" is no guess."""
    read = tokens(text, words)
    inner = words.links | THAT | WHO
    end = next((i for i, token in enumerate(read) if i and token.low in inner), len(read))
    return " ".join(token.text for token in read[:end])


def of_quoted(said: Certainty, dropped: str, passage: str, language: str | None, *, deed: bool = True) -> Certainty:
    """Of a claim that is shown in the article's words: what its restatement `dropped` of them weakens it all the same.

    `deed`: it tells what is or was so, where German "soll" is hearsay and no plan.
    """
    if said != "certain":
        return said
    words = lexicon(language)
    if found := _weakest(_weakening(passage, words) - _weakening(dropped, words)):
        return found
    hearsay = _HEARSAY if deed else _HEARSAY - {"supposed"}
    return "possible" if _by_hearsay(passage, words) & hearsay - _by_hearsay(dropped, words) else said


@lru_cache(maxsize=4096)
def _by_hearsay(text: str, words: Lexicon) -> frozenset[str]:
    """ "Soll", "aurait", "habría", but not "a annoncé que le pont serait fermé", which is to come."""
    read = analysed(text, words.language)
    return frozenset(op.name for op in read.operators if op.name in _HEARSAY and not future_of_old(read, op.at))


def _able(hedge: str, passage: str, words: Lexicon) -> bool:
    """ "can" of people, where the whole passage weakens nothing."""
    classes = {op.name for op in operators_of(hedge, words)}
    return classes == {"possible"} and hedge in passage and not _weakening(passage, words)


@lru_cache(maxsize=4096)
def _weakening(text: str, words: Lexicon) -> frozenset[str]:
    read = tokens(text, words)
    found = (op for op in operators_of(text, words) if op.name in _WEAKER)
    return frozenset(op.name for op in found if not (op.name == "possible" and ability(read, op, words)))


def _weakest(classes: Set[str]) -> Certainty | None:
    return next((weaker for name, weaker in _WEAKER.items() if name in classes), None)
