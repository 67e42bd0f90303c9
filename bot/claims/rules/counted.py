"""What is counted is told whole: "210 turkeys and hens" are not "210 turkeys", nor "one of the payments" "the payments"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.nouns import is_noun
from bot.claims.language.likeness import alike
from bot.claims.language.smallwords import AMONG, AND, OF, OR
from bot.claims.language.token import Token
from bot.claims.rules.years import year

_GERMAN = frozenset({"die", "den"})  # articles of many, not behind "eine der"
_LONGEST = 3  # words of a phrase
_FAR = 5  # words from "one of the" to the noun


class _Count(NamedTuple):
    """A number of things, and those of the same number beside them; `among`: they are part of the things."""

    number: int
    things: tuple[int, ...]
    beside: tuple[int, ...]
    among: bool


def counted_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each number of which only one of the two things that it counts is told, and each noun of which the
    sentences mean one and the text all."""
    found = [
        f"The number {text.tokens[n].text} counts {s.tokens[count.beside[0]].text!r} as well or not alone."
        for s in cited
        for count in _counts(s)
        for n in text.numbers
        if text.tokens[n].values & s.tokens[count.number].values and _halved(text, n, s, count)
    ]
    found += [f"{word!r} are not all told of." for s in cited for word in _singled(text, s)]
    return list(dict.fromkeys(found))


def _counts(sentence: Analysed) -> Iterator[_Count]:
    for n in sentence.numbers:
        if sentence.tokens[n].unit or year(sentence, n) or max(sentence.tokens[n].values, default=0) < 2:
            continue
        things = _phrase(sentence, n + 1)
        k = things[-1] + 1 if things else 0
        k += k < len(sentence.tokens) and sentence.tokens[k].low == ","
        joint = sentence.tokens[k].low if things and k < len(sentence.tokens) else ""
        including = sentence.words.vocabulary.including
        beside = _phrase(sentence, k + 1) if joint in AND | OR | including else ()
        if beside and not _takes(sentence, beside[-1] + 1):
            yield _Count(n, things, beside, joint in including)


def _phrase(text: Analysed, start: int) -> tuple[int, ...]:
    """The nouns and adjectives that begin there, with no small word between."""
    found: list[int] = []
    for i in range(start, min(start + _LONGEST, len(text.tokens))):
        if i not in text.content or not is_noun(text, i):
            break
        found.append(i)
    german = text.words.language == "de"
    return tuple(found) if found and (not german or any(text.tokens[i].capital for i in found)) else ()


def _takes(sentence: Analysed, index: int) -> bool:
    """ "212 people and costs the city": a verb."""
    following = sentence.tokens[index] if index < len(sentence.tokens) else None
    small = sentence.words.determiners - OF | sentence.words.vocabulary.objects
    return following is not None and (following.kind == "number" or following.low in small)


def _halved(text: Analysed, n: int, sentence: Analysed, count: _Count) -> bool:
    """The text counts those of one side, and has none of the other."""
    said = [text.tokens[i] for i in _phrase(text, n + 1)]
    sides = [[sentence.tokens[i] for i in places] for places in (count.things, count.beside)]
    told = [any(alike(own, other) for own in said for other in side) for side in sides]
    named = [any(text.has(other) for other in side) for side in sides]
    if count.among:
        return told[1] and not named[0]
    return named in ([True, False], [False, True]) and named == told


def _singled(text: Analysed, sentence: Analysed) -> Iterator[str]:
    """ "Questioned one of the payments" told as "questioned the payments"."""
    known, lows = sentence.words.vocabulary, [token.low for token in sentence.tokens]
    for k in range(len(lows) - 3):
        merged = lows[k + 1] in ("der", "des")
        if lows[k] not in known.one or not (merged or (lows[k + 1] in OF and lows[k + 2] in known.definite)):
            continue
        head = next((i for i in range(k + 2, min(k + 2 + _FAR, len(lows))) if _plural(sentence, i)), None)
        if head is None or any(token.low in known.one for token in text.tokens):
            continue
        beside = [sentence.tokens[i] for i in sentence.content if k - 3 <= i < k or head < i <= head + 3]
        if any(text.has(token) for token in beside) and any(_all(text, i, sentence.tokens[head]) for i in text.content):
            yield sentence.tokens[head].text


def _plural(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    formed = token.capital if text.words.language == "de" else token.low.endswith("s")
    return index in text.content and formed and is_noun(text, index)


def _all(text: Analysed, index: int, noun: Token) -> bool:
    """The same form right behind a definite article."""
    before = text.tokens[index - 1].low if index else ""
    earlier = text.tokens[index - 2].low if index > 1 else ""
    definite = before in text.words.vocabulary.definite | _GERMAN
    return text.tokens[index].low == noun.low and definite and earlier not in OF | AMONG
