"""Names of a restatement: whole, and beside the nouns they stand beside in the article."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.kinds import sorts
from bot.claims.grammar.titles import before_names, titles
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold

_APOSTROPHES = frozenset("'’")
_LINKS = _APOSTROPHES | {"-", "&"}
_SMALL = frozenset({"the", "a", "an", "but", "and", "le", "la", "les", "el", "los", "las"})
_CAPITALISED = re.compile(r"(?:\b[^\W\d_a-zß-öø-ÿœ]\w*[’'.]?\w*)(?: [^\W\d_a-zß-öø-ÿœ]\w*|-\w+)*")


@lru_cache(maxsize=512)
def runs(text: Analysed) -> tuple[tuple[int, ...], ...]:
    """Indices of capitalised words that touch, a hyphen between them allowed, titles left out."""
    found: list[list[int]] = []
    for i in text.content:
        if not text.tokens[i].capital or text.tokens[i].low in titles() or _begins(text.tokens[i]):
            continue
        last = found[-1][-1] if found else -9
        linked = last == i - 1 or (last == i - 2 and text.tokens[i - 1].low in _LINKS)
        if linked and (not text.tokens[last].possessive or named_on(text, last)):
            found[-1].append(i)
        else:
            found.append([i])
    return tuple(map(tuple, found))


def named_on(text: Analysed, index: int) -> bool:
    """ "The Traders' Association": the owner is a plural, and part of a body's name."""
    at = index + 1
    while at < len(text.tokens) and text.tokens[at].low in _APOSTROPHES:
        at += 1
    following = text.tokens[at] if at < len(text.tokens) else None
    body = following is not None and following.capital and bool(sorts("en", following.low) - {"person"})
    return text.words.language == "en" and body and text.tokens[index].low.endswith("s")


def _begins(token: Token) -> bool:
    """Capitalised only because a sentence begins with it: "Addressing", "Reportedly"."""
    return token.first and token.low.endswith(("ing", "ly", "ed"))


def name_problems(
    text: Analysed, cited: Sequence[Analysed], near: Sequence[Analysed], article: str, known: Sequence[str]
) -> list[str]:
    """`near` are all sentences a name may come from; `known` the names of the claim's sources."""
    if text.words.language == "de":
        return _retitled(text, cited)
    found: list[str] = []
    for run in runs(text):
        name = [text.tokens[i] for i in run]
        if len(name) > 1 and not _whole(name, cited, near):
            found.append(f"The name {_say(name)!r} is not in its sentences.")
        elif len(name) > 1 and _ambiguous(name, cited, article, known):
            found.append(f"Its sentences do not tell that {_say(name)!r} is meant.")
        if _misplaced(text, run, cited):
            found.append(f"{_say(name)!r} stands beside another word in its sentences.")
    return found


def _retitled(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """ "Ministerin Almut Rehwinkel" is not "Ministerin Jorin Falk": German nouns are capitalised, so a name is told by
    the noun that stands before it in both."""
    found: list[str] = []
    for first, *rest in runs(text):
        name = [text.tokens[i] for i in rest]
        others = [
            [s.tokens[i] for i in other]
            for s in cited
            for title, *other in runs(s)
            if alike(text.tokens[first], s.tokens[title])
        ]
        others = [other for other in others if other]
        if name and others and not any(alike(a, b) for other in others for a in name for b in other):
            found.append(f"{_say(name)!r} stands beside another word in its sentences.")
    return found


def compatible(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """One of two names is a part of the other."""
    short, long = sorted((a, b), key=len)
    return all(any(alike(x, y) for y in long) for x in short)


def _whole(name: Sequence[Token], cited: Sequence[Analysed], near: Iterable[Analysed]) -> bool:
    """A name of the sentences is all of it or a part of it; or it stands whole where a pronoun may point."""
    mine = [[s.tokens[i] for i in run] for s in cited for run in runs(s)]
    return any(compatible(name, other) for other in mine) or any(
        all(any(x.low == y.low for y in other) for x in name)
        for s in near
        for other in ([s.tokens[i] for i in run] for run in runs(s))
    )


def _ambiguous(name: Sequence[Token], cited: Sequence[Analysed], article: str, known: Sequence[str]) -> bool:
    """Whether the sentences have only a part that the article also uses for somebody else."""
    mine = [[s.tokens[i] for i in run] for s in cited for run in runs(s)]
    parts = [other for other in mine if compatible(name, other)]
    if not parts or any(len(other) >= len(name) for other in parts):
        return False
    if any(fold(_say(name)) in fold(k) or fold(k) in fold(_say(name)) for k in known):
        return False
    words = {token.low for other in parts for token in other}
    full = {frozenset(n) for word in words for n in full_names(article, word)}
    return sum(1 for other in full if not other <= {token.low for token in name}) > 0 and len(full) > 1


@lru_cache(maxsize=256)
def full_names(article: str, word: str) -> frozenset[tuple[str, ...]]:
    """Names of two or more words in the article, folded and without titles, that have this word."""
    found = set()
    beside = _SMALL | titles() | before_names()
    for match in _CAPITALISED.finditer(article):
        parts = re.split("[ -]", match.group())
        name = tuple(low for p in parts if (low := fold(p).removesuffix("'s").strip("'.")) not in beside)
        if word in name and 1 < len(name) <= 4:
            found.add(name)
    return frozenset(found)


def _misplaced(text: Analysed, run: Sequence[int], cited: Sequence[Analysed]) -> bool:
    """ "South Korean soldiers" where the sentences have North Korean ones only."""
    after = run[-1] + 1
    if any(_stands_for_it(s, text.tokens[run[0]]) for s in cited):
        return False
    if after not in text.content or text.tokens[after].capital or is_verb(text, after):
        return False
    noun, name = text.tokens[after], [text.tokens[i] for i in run]
    beside = [_before(s, i) for s in cited for i in s.content if alike(noun, s.tokens[i])]
    return bool(beside) and all(other and not compatible(name, other) for other in beside)


def _stands_for_it(text: Analysed, name: Token) -> bool:
    """ "… while those of Norhavn slipped": the noun is another's in the sentence, and is meant here too."""
    return any(
        t.low == name.low and [b.low for b in text.tokens[max(0, i - 2) : i]] == ["those", "of"]
        for i, t in enumerate(text.tokens)
    )


def _before(text: Analysed, index: int) -> list[Token]:
    """The name that stands right before the word."""
    for run in runs(text):
        if run[-1] == index - 1:
            return [text.tokens[i] for i in run]
    return []


def _say(name: Sequence[Token]) -> str:
    return " ".join(token.text for token in name)
