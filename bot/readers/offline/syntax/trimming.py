"""Trimming: the characters of words without the marks at their ends."""

from collections.abc import Sequence

from bot.readers.offline.syntax.sentence import Place, Sentence
from bot.readers.offline.text.tokens import DASHES, Token

_PARTING = DASHES - {"-", "–"} | set(",;:.…([")  # a short dash may be a minus


def trimmed(sentence: Sentence, first: int, last: int) -> Place | None:
    """The characters of the tokens `first:last` without the marks at their ends; None when nothing is left. A sign that
    belongs to what it touches stays: "−5", "£1.2m", "#hall", "<b>", "<!all>"."""
    tokens = sentence.tokens
    while first < last and not _solid(tokens[first]) and not _is_sign(tokens, first):
        first += 1
    while last > first and not _solid(tokens[last - 1]) and tokens[last - 1].text not in ("%", ")", "]", ">"):
        last -= 1
    return (tokens[first].start, tokens[last - 1].end) if first < last else None


def clipped(sentence: Sentence, start: int, stop: int) -> Place | None:
    """The characters from `start` up to `stop`, without the marks and the "but" at their end."""
    inside = [token for token in sentence.tokens if token.start >= start and token.end <= stop]
    while inside and (not _solid(inside[-1]) or inside[-1].low in sentence.language["grammar.clause_starts"]):
        inside.pop()
    return (start, inside[-1].end) if inside else None


def _is_sign(tokens: Sequence[Token], at: int) -> bool:
    """A mark, or a row of them, that touches the word behind and none before; commas, dashes between clauses and brackets
    never do both."""
    if at > 0 and tokens[at - 1].end == tokens[at].start:
        return False
    behind = at
    while not _solid(tokens[behind]) and tokens[behind].text not in _PARTING:
        if behind + 1 >= len(tokens) or tokens[behind].end != tokens[behind + 1].start:
            return False
        behind += 1
    return tokens[behind].is_word


def _solid(token: Token) -> bool:
    return token.is_word or token.is_quote


def extent(tokens: Sequence[Token]) -> Place:
    return tokens[0].start, tokens[-1].end
