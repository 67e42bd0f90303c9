"""Words before a noun that exclude each other: "until the report" is not "after the report"."""

from collections.abc import Iterator, Sequence

from bot.claims.grammar.evidence import Analysed
from bot.claims.grammar.marks import marks
from bot.claims.language.likeness import likeness
from bot.claims.language.token import Token

_STOPS = frozenset('.!?;:—–()…,"')
_REACH = 6  # words behind such a word among which the noun stands
_CONTRARY = {"before": "after", "after": "before", "with": "without", "without": "with"}
_CONTRARY |= {
    "more": "less",
    "less": "more",
    "above": "below",
    "below": "above",
    "inside": "outside",
    "outside": "inside",
    "despite": "due",
    "due": "despite",
}


def contrary_problems(text: Analysed, cited: Sequence[Analysed]) -> list[str]:
    """One sentence for each noun that the article has behind the contrary word, and nowhere behind this one."""
    found = []
    theirs = [mark for s in cited for mark in _marked(s)]
    for kind, word, noun in _marked(text):
        there = {other for other, _, token in theirs if likeness(noun, token)}
        if _CONTRARY[kind] in there and kind not in there:
            found.append(f"{word!r} stands before {noun.text!r} instead of its contrary.")
    return list(dict.fromkeys(found))


def _marked(text: Analysed) -> Iterator[tuple[str, str, Token]]:
    """(kind, word, what stands behind it first) for each such word."""
    for start, end, kind in marks(text, text.words.contrary):
        for i in range(end, min(end + _REACH, len(text.tokens))):
            if text.tokens[i].low in _STOPS:
                break
            if i in text.content or text.tokens[i].kind == "number":
                yield kind, " ".join(t.text for t in text.tokens[start:end]), text.tokens[i]
                break
