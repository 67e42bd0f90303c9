"""Reductions: a restatement without what it only adds to tell which: "the last 44 matches of the club" for "the last 44 matches".

What the article speaks of from its beginning, or in another of the cited sentences, may be set beside a noun that stands
without it in a later sentence: that one meant it.
"""

import re
from collections.abc import Sequence

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.offsets import offsets
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import likeness
from bot.claims.language.smallwords import OF, POSSESSIVES
from bot.claims.language.token import Token
from bot.claims.language.wordlists import word_set

_GENITIVE = frozenset({"des", "der", "eines", "einer"})
_HAVE = frozenset({"haber", "avoir", "etre", "ser", "not"})
_OWN = POSSESSIVES | frozenset({"her", "unser", "unsere", "notre", "nos", "nuestro", "nuestra"})
_PLACING = frozenset(
    ["in", "at", "on", "near", "im", "bei", "beim", "am", "an", "en", "a", "dans", "chez", "au", "sur"]
)
_BELONGING = OF | _PLACING | word_set("for about zu zur zum fur sur sobre to")
_OWNED = re.compile(r"[’']s?")
_OWNED_BY = 2  # words of "Corvexa's drug", which the article has as "a drug from Corvexa"
_TOWARDS = frozenset({"to"})  # "the line to Ferry Point", not "moved to Ferry Point"
_LONGEST = 9
_MARKS = frozenset('.!?;:—–()"“”„«»,')


def reduced(text: Analysed, held: Evidence) -> str | None:
    """The text without such modifiers; None where it has none."""
    spans = offsets(text)
    gone: list[tuple[int, int]] = []
    known = _sources(held)
    i = 0
    while i < len(text.tokens):
        end = _modifier(text, i, held, known)
        if end is None:
            i += 1
            continue
        gone.append((spans[i][0], spans[end - 1][1]))
        i = end
    owners = [(s, e) for s, e in _owners(text, held, known) if not any(a <= s < b for a, b in gone)]
    if not gone and not owners:
        return None
    cuts = [(a, b, "") for a, b in gone] + [(a, b, "the") for a, b in owners]
    told = text.text
    for start, end, instead in sorted(cuts, reverse=True):
        told = told[:start] + instead + told[end:]
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r" {2,}", " ", told)).strip()


def _sources(held: Evidence) -> tuple[Analysed, ...]:
    """Other cited sentences, the title and the first two sentences."""
    first = tuple(held.sentence(s.n) for s in held.article.sentences[:2])
    return tuple(dict.fromkeys((*held.cited, *first, *held.topical[:1])))


def _modifier(text: Analysed, start: int, held: Evidence, known: Sequence[Analysed]) -> int | None:
    """Behind the phrase that begins at `start`, if it may go."""
    token = text.tokens[start]
    german = text.words.language == "de"
    genitive = (
        german and token.low in _GENITIVE and start > 0 and start - 1 in text.content and text.tokens[start - 1].capital
    )
    if not genitive and (token.low not in _BELONGING or token.low not in text.words.prepositions):
        return None
    end = start + 1
    while end < len(text.tokens) and end - start < _LONGEST and _goes_on(text, end):
        end += 1
    for stop in range(end, start + 1, -1):
        run = [i for i in range(start + 1, stop) if i in text.content or text.tokens[i].kind == "number"]
        if not run or run[-1] != stop - 1 or text.tokens[stop - 1].possessive or not _whole(text, stop, end):
            continue
        if _licensed(text, start, run, held, known):
            return stop
    return None


def _goes_on(text: Analysed, index: int) -> bool:
    token = text.tokens[index]
    if token.low in _MARKS or (is_verb(text, index) and not token.capital):
        return False
    return not (token.low in text.words.links and token.low not in _GENITIVE)


def _whole(text: Analysed, stop: int, end: int) -> bool:
    """A name is not cut in two."""
    return (
        stop >= end or not (text.tokens[stop].capital and text.tokens[stop - 1].capital) or text.words.language == "de"
    )


def _licensed(text: Analysed, start: int, run: Sequence[int], held: Evidence, known: Sequence[Analysed]) -> bool:
    tokens = [text.tokens[i] for i in run]
    counted = any(t.kind == "number" and (t.unit or not tokens[k - 1].capital) for k, t in enumerate(tokens))
    if counted or any(t.low in text.words.dates for t in tokens) or _preposed(text, start):
        return False
    governor = next((i for i in range(start - 1, -1, -1) if i in text.content), None)
    if text.tokens[start].low in _TOWARDS and (governor is None or is_verb(text, governor)):
        return False
    if (
        text.words.language != "de"
        and governor is not None
        and any(_predicates(text, i) for i in range(governor + 1, start))
    ):
        return False
    homes = [s for s in held.cited if governor is not None and s.has(text.tokens[governor])] or list(held.cited)
    if any(all(s.has(t) for t in tokens) for s in homes):
        return False
    if governor is not None and any(_told_which(s, text.tokens[governor], text.tokens[start]) for s in homes):
        return False
    owner = len(tokens) <= _OWNED_BY and tokens[0].capital and tokens[0].possessive
    return any(_together(tokens, s) or (owner and all(map(s.has, tokens))) for s in known if s not in homes)


def _predicates(text: Analysed, index: int) -> bool:
    """ "has been to the market": what is said of somebody, not which one is meant."""
    return text.tokens[index].low in text.words.auxiliaries | text.words.passive


def _preposed(text: Analysed, start: int) -> bool:
    """ "got in through a customer": a particle."""
    following = text.tokens[start + 1].low if start + 1 < len(text.tokens) else ""
    return following in text.words.prepositions and following not in text.words.determiners


def _told_which(sentence: Analysed, governor: Token, preposition: Token) -> bool:
    """Whether the noun has an owner or a phrase of its own there."""
    tokens = sentence.tokens
    best = max((likeness(governor, tokens[i]) for i in sentence.content), default=0)
    for i in sentence.content:
        if likeness(governor, tokens[i]) < max(1, best):
            continue
        after = tokens[i + 1].low if i + 1 < len(tokens) else ""
        before = tokens[max(0, i - 2) : i]
        if (
            (after in OF and not _infinitive(sentence, i + 2))
            or after == preposition.low
            or any(t.low in _OWN or t.possessive for t in before)
        ):
            return True
    return False


def _infinitive(sentence: Analysed, index: int) -> bool:
    """ "acusó a la Confederación de haber desembalsado": no phrase of the noun."""
    low = sentence.tokens[index].low if index < len(sentence.tokens) else ""
    return is_verb(sentence, index) if index < len(sentence.tokens) and index in sentence.content else low in _HAVE


def _together(run: Sequence[Token], sentence: Analysed) -> bool:
    """In that order in the sentence, with nothing that carries meaning between."""
    places = [i for i in range(len(sentence.tokens)) if i in sentence.content or sentence.tokens[i].kind == "number"]
    for at in range(len(places) - len(run) + 1):
        if all(_is(a, sentence.tokens[places[at + k]]) for k, a in enumerate(run)):
            return True
    return False


def _is(a: Token, b: Token) -> bool:
    if a.kind == "number" or b.kind == "number":
        return a.kind == b.kind and a.values == b.values
    return a.low == b.low or a.stem == b.stem


def _owners(text: Analysed, held: Evidence, known: Sequence[Analysed]) -> list[tuple[int, int]]:
    """ "Harbour Rovers' matches": characters of the name."""
    spans = offsets(text)
    found = []
    for i in text.content:
        if not text.tokens[i].possessive or not text.tokens[i].capital:
            continue
        start = i
        while start - 1 in text.content and text.tokens[start - 1].capital:
            start -= 1
        run = [text.tokens[k] for k in range(start, i + 1)]
        owned = next((text.tokens[k] for k in text.content if k > i), text.tokens[i])
        homes = [s for s in held.cited if s.has(owned)]
        if any(s.has(run[-1]) or _told_which(s, owned, text.tokens[i]) for s in homes):
            continue
        if homes and any(_together(run, s) for s in known):
            mark = _OWNED.match(text.text, spans[i][1])
            found.append((spans[start][0], mark.end() if mark else spans[i][1]))
    return found
