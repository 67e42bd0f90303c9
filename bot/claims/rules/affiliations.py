"""Affiliations: what somebody is and where is told with the name in any form: "Corvin Bank analyst Ann Lee", "Ann Lee of
Corvin Bank", "Ann Lee, an analyst at Corvin Bank" (English)."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed, Evidence
from bot.claims.grammar.names import compatible, runs
from bot.claims.grammar.nounphrases import behind, noun_phrase
from bot.claims.grammar.offsets import offsets
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token

_TYING = frozenset({"of", "from", "at", "for", "with"})
_LONGEST = 9  # words between the commas behind a name

Span = tuple[int, int]
"""Indices of tokens, half open."""


def unaffiliated(text: Analysed, held: Evidence) -> list[Span]:
    """Characters of what the text tells with names as its sentences do, in whatever form."""
    places = offsets(text)
    found: list[Span] = []
    for run in runs(text):
        told = [token for sentence in held.cited for token in _told(sentence, [text.tokens[i] for i in run])]
        for start, end in _beside(text, run) if told else ():
            words = [text.tokens[i] for i in range(start, end) if i in text.content]
            kept = all(token.low not in text.words.keepers or text.has(token) for token in told)  # "former"
            if words and kept and all(any(alike(word, token) for token in told) for word in words):
                found.append((places[start][0], places[end][0] if end < len(places) else places[end - 1][1]))
    return found


def _told(sentence: Analysed, name: Sequence[Token]) -> Iterator[Token]:
    """The words that the sentence has beside the name."""
    for run in runs(sentence):
        if len(name) > 1 and compatible(name, [sentence.tokens[i] for i in run]):
            for start, end in _beside(sentence, run):
                yield from (sentence.tokens[i] for i in range(start, end) if i in sentence.content)


def _beside(text: Analysed, run: Sequence[int]) -> Iterator[Span]:
    """What stands right before the name, what hangs on it, and what stands between commas behind it."""
    start = noun_phrase(text, run[0]).start
    while start > 0 and text.tokens[start - 1].low in text.words.determiners - {"of"} and start < run[0]:
        start -= 1
    if start < run[0]:
        yield start, run[0]
    for preposition, _, end in behind(text, run[-1]):
        if text.tokens[preposition].low in _TYING:
            yield preposition, end
    comma = run[-1] + 1
    close = next((k for k in range(comma + 1, min(comma + _LONGEST, len(text.tokens))) if _marks(text, k)), None)
    if close is not None and text.tokens[comma].low == "," and not any(is_verb(text, k) for k in range(comma, close)):
        yield comma, close + (text.tokens[close].low == ",")


def _marks(text: Analysed, index: int) -> bool:
    return text.tokens[index].kind == "punct" and text.tokens[index].low not in "'’-&"
