"""What its sentence calls wrong is told as no fact: "reports that … were wrong", "no evidence that", "disputed that"."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.negations import NEGATIONS
from bot.claims.language.smallwords import AND, BUT, NOT
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold
from bot.claims.language.wordlists import word_set

_MOST = 0.6  # of the words of a proposition, and of a text that tells it
_LEAST = 2
_FILLING = 3  # words between what speaks against it and "that": "no evidence at all that"
_OWNING = 6  # words between "reports" and "that", of those who spread them
_BEFORE = 3  # words before "wrong" among which a word for "to be" stands, or before "disputed" a "not"
_QUOTES = frozenset('"“”„«»')
_STOPS = ALL_STOPS - _QUOTES
_HARD = _STOPS - {","}
_NEGATED = NOT | word_set(
    "kein keine keinen ne n pas sans aucun aucune rien sin ningun ninguna nada nichts nothing without little lack"
)
_TURNS = NEGATIONS | {"nor", "unlikely"}


@dataclass(frozen=True, slots=True)
class _Words:
    """Of one language, folded; phrases as the words they consist of."""

    that: frozenset[str]
    spread: frozenset[str]
    owning: frozenset[str]
    linking: frozenset[str]
    wrong: tuple[tuple[str, ...], ...]
    against: Mapping[str, Sequence[tuple[str, ...]]]
    """By their last words."""


def refuted_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each proposition that the text tells as so and its sentences only as wrong, unproven or denied."""
    words = _words(text.words.language)
    if words is None or _framed(text, words):
        return []
    found = [
        f"{sentence.tokens[places[0]].text!r} opens what its sentences call wrong, unproven or denied."
        for sentence in cited
        for places in _refuted(sentence)
        if not _turned(text, sentence, places)
        and _tells(text, sentence, places)
        and not _elsewhere(text, sentence, places, cited)
    ]
    return list(dict.fromkeys(found))


def _framed(text: Analysed, words: _Words) -> bool:
    """The text says itself that it is wrong, or only a report."""
    return not text.lows.isdisjoint(words.spread) or bool(_refuted(text))


def _turned(text: Analysed, sentence: Analysed, places: range) -> bool:
    """The text has a negation that the proposition has not, or the other way round."""
    own = sum(op.name in _TURNS for op in text.operators)
    return own != sum(op.name in _TURNS for op in sentence.operators if op.at in places)


@lru_cache(maxsize=512)
def _refuted(sentence: Analysed) -> tuple[range, ...]:
    """The places of what is called wrong, unproven or denied."""
    words = _words(sentence.words.language)
    return tuple(places for places in _places(sentence, words) if places) if words else ()


def _places(sentence: Analysed, words: _Words) -> Iterator[range]:
    for i, token in enumerate(sentence.tokens):
        if token.low in words.that and _against(sentence.tokens, i, words):
            yield range(i + 1, _clause_end(sentence, i + 1))
        elif token.low in words.spread:
            start = _behind(sentence.tokens, i, words)
            end = _wrong(sentence.tokens, start, words) if start else None
            if start and end:
                yield range(start, end)


def _against(text: Sequence[Token], that: int, words: _Words) -> bool:
    """ "no evidence that", "disputed that", not "did not dispute that"."""
    for end in range(that, max(0, that - _FILLING - 1), -1):
        if any(token.low in words.that | AND | BUT for token in text[end:that]):
            return False
        last = _plain(text[end - 1].low) if end else ""
        for phrase in words.against.get(last, ()):
            start = end - len(phrase)
            if start >= 0 and _stands(text, start, phrase):
                before = {token.low for token in text[max(0, start - _BEFORE) : start]}
                return bool(_NEGATED & set(phrase)) or not before & _NEGATED
    return False


def _behind(text: Sequence[Token], noun: int, words: _Words) -> int | None:
    """Where the proposition begins: "reports that", "a claim by its chemist that", German "Gerüchte, der Verein"."""
    ahead = [token.low for token in text[noun + 1 : noun + 1 + _OWNING]]
    if ahead[:1] == [","] and "dass" in words.that:
        return noun + 2 + (ahead[1:2] != [] and ahead[1] in words.that)
    owned = bool(ahead) and ahead[0] in words.owning
    at = next((k for k, low in enumerate(ahead) if low in words.that), None)
    return noun + 2 + at if at is not None and (at == 0 or owned) else None


def _wrong(text: Sequence[Token], start: int, words: _Words) -> int | None:
    """Where "were wrong" begins behind a proposition from `start` on."""
    for i in range(start + _LEAST, _end(text, start, _HARD)):
        linked = [k for k in range(max(start, i - _BEFORE), i) if text[k].low in words.linking]
        if linked and any(_stands(text, i, phrase) for phrase in words.wrong):
            return linked[0]
    return None


def _stands(text: Sequence[Token], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(_plain(token.low) for token in text[at : at + len(phrase)]) == phrase


def _plain(low: str) -> str:
    return "not" if low == "n't" else low


def _end(text: Sequence[Token], start: int, stops: frozenset[str]) -> int:
    return next((i for i in range(start, len(text)) if text[i].low in stops), len(text))


def _clause_end(sentence: Analysed, start: int) -> int:
    """Before the mark, or the "and says", that ends it."""
    end = _end(sentence.tokens, start, _STOPS)
    reports = (i for i in range(start, end) if sentence.tokens[i].low in sentence.words.reporting)
    return next((i - 1 for i in reports if sentence.tokens[i - 1].low in AND | BUT), end)


def _tells(text: Analysed, sentence: Analysed, places: range) -> bool:
    """Whether the text has most of the proposition, and little else."""
    told = [sentence.tokens[i] for i in sentence.content if i in places]
    shared = [token for token in told if text.has(token)]
    own = [token for token in text.meaning if any(token.same(other) for other in told)]
    enough = len(shared) >= max(min(_LEAST, len(told)), _MOST * len(told))
    return bool(told) and enough and len(own) >= _MOST * len(text.meaning)


def _elsewhere(text: Analysed, sentence: Analysed, places: range, cited: Sequence[Analysed]) -> bool:
    """Another sentence tells it too, and nothing against it."""
    told = [sentence.tokens[i] for i in sentence.content if i in places]
    shared = [token for token in told if text.has(token)]
    others = [s for s in cited if s is not sentence and not s.classes() & NEGATIONS]
    return any(all(s.has(token) for token in shared) for s in others)


@cache
def _words(language: str) -> _Words | None:
    data = tomllib.loads(files("bot.claims.rules").joinpath("refuted.toml").read_text("utf-8")).get(language)
    if data is None:
        return None
    that, spread, owning, linking = (word_set(data[name]) for name in ("that", "spread", "owning", "linking"))
    wrong, against = (tuple(tuple(fold(each).split()) for each in data[name]) for name in ("wrong", "against"))
    by_last = {phrase[-1]: [other for other in against if other[-1] == phrase[-1]] for phrase in against}
    return _Words(that, spread, owning, linking, wrong, by_last)
