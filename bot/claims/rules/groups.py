"""For whom something holds is told with it, where it does not hold for others: "works in adults, but not in children"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.language.smallwords import BUT, WHILE
from bot.claims.language.stops import CLAUSE_ENDS

_NEAR = 3  # words behind a preposition among which stands its noun


def group_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each group, place or time that the text leaves out of what is told of it alone."""
    found = []
    for sentence in cited:
        groups = [*(_contrasted(sentence, text) if len(cited) == 1 else ()), *_shut(sentence, text)]
        found += [sentence.tokens[i].text for i in groups if not text.has(sentence.tokens[i])]
    return [f"{word!r}, of whom or which alone it is told, is missing." for word in dict.fromkeys(found)]


def _contrasted(sentence: Analysed, text: Analysed) -> Iterator[int]:
    """The noun behind the same preposition as one on the other side of "but", where the text has only this side."""
    joint = next((i for i in range(1, len(sentence.tokens)) if _contrasts(sentence, i)), None)
    if joint is None:
        return
    sides = (range(joint), range(joint + 1, len(sentence.tokens)))
    for here, there in (sides, sides[::-1]):
        told = [i for i in sentence.content if i in here and text.has(sentence.tokens[i])]
        others = [sentence.tokens[i] for i in sentence.content if i in there]
        if not told or any(
            text.has(token) for token in others if not any(token.same(sentence.tokens[i]) for i in told)
        ):
            continue
        theirs = {low for low, _ in _phrases(sentence, there)}
        timed = sentence.words.times | sentence.words.dates
        phrases = [(low, noun) for low, noun in _phrases(sentence, here) if sentence.tokens[noun].low not in timed]
        yield from (noun for low, noun in phrases if low in theirs)


def _contrasts(sentence: Analysed, index: int) -> bool:
    """ "But", "while"; or a comma before a preposition with a negation behind: ", bei Kindern nicht"."""
    if sentence.tokens[index].low in BUT | WHILE:
        return True
    following = sentence.tokens[index + 1].low if index + 1 < len(sentence.tokens) else ""
    opens = sentence.tokens[index].low == "," and following in sentence.words.vocabulary.among
    return opens and any(op.name == "not" and op.at > index for op in sentence.operators)


def _phrases(sentence: Analysed, places: range) -> Iterator[tuple[str, int]]:
    """(preposition, noun behind it)."""
    for k in places:
        if sentence.tokens[k].low not in sentence.words.vocabulary.among:
            continue
        noun = _noun(sentence, k)
        if noun is not None:
            yield sentence.tokens[k].low, noun


def _noun(sentence: Analysed, k: int) -> int | None:
    ahead = range(k + 1, min(k + 1 + _NEAR, len(sentence.tokens)))
    end = next((i for i in ahead if sentence.tokens[i].low in CLAUSE_ENDS), ahead.stop)
    nouns = (
        i for i in range(k + 1, end) if i in sentence.content and sentence.tokens[i].low not in sentence.words.reporting
    )
    return next(nouns, None)


def _shut(sentence: Analysed, text: Analysed) -> Iterator[int]:
    """ "Closed to lorries" told as "closed"."""
    known = sentence.words.vocabulary
    said = [t for t in text.tokens if t.low in known.access]
    for i, token in enumerate(sentence.tokens):
        if token.low not in known.access or not any(t.same(token) or t.low == token.low for t in said):
            continue
        beside = range(max(0, i - _NEAR), min(i + 2, len(sentence.tokens)))
        link = next(
            (k for k in beside if sentence.tokens[k].low in known.whom and (k > i or sentence.words.language == "de")),
            None,
        )
        noun = _noun(sentence, link) if link is not None else None
        if noun is not None and sentence.tokens[noun].low not in sentence.words.times | sentence.words.dates:
            yield noun
