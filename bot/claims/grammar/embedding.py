"""Propositions that hang on a word: what "rejected a report that …" denies, and what "a claim that …" leaves open."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.claims.grammar.operators import Operator
from bot.claims.language.lexicon import Lexicon
from bot.claims.language.stops import ALL_STOPS
from bot.claims.language.token import Token

_QUOTES = frozenset('"“”„«»')
_OWNING = frozenset({"by", "from", "of", "in", "among", "made"})
_ABOUT = frozenset({"of", "about"})
_FAR = 7  # words between what rejects a proposition, or who spreads it, and the noun that it hangs on
_NEAR = 6  # words of its subject
_LINKING = frozenset({"as", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had"})
Phrases = Mapping[str, Sequence[tuple[str, ...]]]


class Proposition(NamedTuple):
    """`places` are those of its words; `noun` the index of what it hangs on, `by` the words that reject it, if any do."""

    noun: int
    places: range
    by: range | None


def embedded(text: Sequence[Token], turned: Sequence[Operator], words: Lexicon) -> list[Operator]:
    """The operators with one for each proposition, whose scope it is: a denial where something rejects it, a hearsay where
    nothing upholds it."""
    found = list(turned)
    for noun, places, by in propositions(text, words) if words.contents else ():
        if by is not None:
            taken = by if by.start <= noun else range(noun, noun + 1)
            found = [_echo(op) if op.at in by else op for op in found if op.at not in taken]
            found.append(Operator("deny", taken.start, taken.stop, _deed_first(text, places, words)))
        elif not _upheld(text, noun, turned, words):
            found = [op for op in found if op.at != noun]
            found.append(Operator("hearsay", noun, noun + 1, _deed_first(text, places, words)))
    return sorted(found, key=lambda op: op.at)


def propositions(text: Sequence[Token], words: Lexicon) -> Iterator[Proposition]:
    """Those behind a noun such as "report", and those behind "it is a myth that"."""
    behind = 0
    for i, token in enumerate(text):
        refuting = _length(text, i, words.refuting)
        if i < behind:
            continue
        if refuting and text[i - 1].low in _LINKING and _opens(text, i + refuting, words):
            behind = i + refuting
            yield Proposition(i, range(i + refuting + 1, _end(text, i + refuting + 1)), range(i, i + refuting))
        elif token.low in words.contents | words.voiced and (token.first or not token.capital):
            rejecting = _before(text, i, words.rejecting)
            if rejecting is None and token.low in words.voiced:
                continue
            start = _start(text, i, words, rejected=rejecting is not None)
            if start is not None:
                places = range(start, _end(text, start))
                refuted = _refuted(text, i, places, words)
                yield Proposition(i, range(start, refuted.start) if refuted else places, rejecting or refuted)


def _echo(op: Operator) -> Operator:
    """ "not" of "reports that … are not true" turns nothing more."""
    return Operator("echo", op.at, op.end)


def _upheld(text: Sequence[Token], noun: int, turned: Sequence[Operator], words: Lexicon) -> bool:
    """ "confirmed reports that", not "never confirmed" them."""
    by = _before(text, noun, words.upholding)
    return by is not None and not any(op.name in ("not", "deny") and 0 < by.start - op.at < _NEAR for op in turned)


def _start(text: Sequence[Token], noun: int, words: Lexicon, *, rejected: bool) -> int | None:
    """Where the proposition begins, past "that" and who spreads it: "a claim by its former chemist that …"."""
    ahead = [token.low for token in text[noun + 1 : noun + 1 + _FAR]]
    that = ahead.index("that") + noun + 1 if "that" in ahead and (ahead[0] == "that" or ahead[0] in _OWNING) else None
    if that is not None and _opens(text, that, words) and (rejected or _is_noun(text, noun, words)):
        return that + 1 if not any(_finite(text, i, words) for i in range(noun + 1, that)) else None
    if not rejected or not ahead:
        return None
    if ahead[0] in _ABOUT:
        return noun + 2
    subject = text[noun + 1].capital or ahead[0] in words.pronouns | words.determiners
    return noun + 1 if subject and any(_finite(text, i, words) for i in _until_end(text, noun + 2)) else None


def _opens(text: Sequence[Token], that: int, words: Lexicon) -> bool:
    """ "that it had", not "that was" nor "that,"."""
    inside = that + 2 < len(text) and text[that].low == "that"
    return inside and text[that + 1].kind != "punct" and not _finite(text, that + 1, words)


def _is_noun(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """ "the claims that", "in newspaper reports that", not "Lind claims that"."""
    if index == 0 or text[index].low not in words.reporting:
        return True
    small = words.determiners | words.prepositions
    before = text[index - 1]
    governed = any(token.low in words.prepositions for token in text[max(0, index - 2) : index])
    return governed or before.low in small or before.possessive or before.low.endswith("ing")


def _before(text: Sequence[Token], noun: int, phrases: Phrases) -> range | None:
    """The nearest such phrase ahead of the noun in its clause."""
    for i in range(noun - 1, max(-1, noun - _FAR), -1):
        length = _length(text, i, phrases)
        if length and i + length <= noun:
            return range(i, i + length)
        if text[i].kind == "punct" and text[i].low not in _QUOTES:
            return None
    return None


def _refuted(text: Sequence[Token], noun: int, places: range, words: Lexicon) -> range | None:
    """ "… are untrue", "… as nonsense" behind the proposition, which has a verb of its own."""
    called = _before(text, noun, words.calling) is not None
    for i in range(places.start + 2, min(len(text), places.stop + 2)):
        length = _length(text, i, words.refuting)
        start = i
        while length and text[start - 1].low in _LINKING | _QUOTES | words.determiners:
            start -= 1
        linked = called or any(text[k].low in _LINKING for k in range(start, i))
        if length and linked and any(_finite(text, k, words) for k in range(places.start + 1, start)):
            return range(start, i + length)
    return None


def _length(text: Sequence[Token], index: int, phrases: Phrases) -> int:
    """How many words of a phrase stand there."""
    candidates = phrases.get(text[index].low, ())
    return next((len(p) for p in candidates if tuple(t.low for t in text[index : index + len(p)]) == p), 0)


def _finite(text: Sequence[Token], index: int, words: Lexicon) -> bool:
    """An auxiliary, or a verb by its form."""
    token = text[index]
    after_determiner = text[index - 1].low in words.determiners
    verbal = token.low in words.verbs or (token.low.endswith("ed") and not token.capital)
    return token.low in words.auxiliaries | words.passive or (verbal and not after_determiner)


def _until_end(text: Sequence[Token], start: int) -> range:
    return range(start, min(_end(text, start), start + _NEAR))


def _end(text: Sequence[Token], start: int) -> int:
    return next((i for i in range(start, len(text)) if text[i].low in ALL_STOPS), len(text))


def _deed_first(text: Sequence[Token], places: range, words: Lexicon) -> tuple[int, ...]:
    """What a proposition tells stands before of whom it tells that."""
    verb = next((i for i in places[1:] if _finite(text, i, words)), places.start)
    return (*range(verb, places.stop), *range(places.start, verb))
