"""Clauses: where the asserted words end because another clause of the sentence begins."""

from collections.abc import Sequence

from bot.readers.offline.syntax import phrasing
from bot.readers.offline.syntax.cues import Frame
from bot.readers.offline.syntax.sentence import Sentence
from bot.readers.offline.text import relatives
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.tokens import Token

_PHRASAL: frozenset[Frame] = frozenset(
    {"judge", "call", "accuse", "urge", "demand", "promise"}
)  # no clause behind them
_NEAR = 12  # words within which a clause shows its verb


def end(sentence: Sentence, frame: Frame, left: int, start: int) -> int:
    """The token before which the content that begins at `start` ends; its attribution begins at `left`.

    A single semicolon ends it (several part a list), and "but would not say more"; so does the main clause behind "When Smith said that it leaks, the city …", and, where the
    reporting word takes no clause, the next one in "derided the deal as toothless, but Smith learned from it", and the relative
    clause of "Acme, which announced a sale, said".
    """
    tokens, language = sentence.tokens, sentence.language
    listed = sum(token.text == ";" for token in tokens[start:]) > 1
    subordinate = _opens_subordinate(tokens, left, language)
    apart = not language.verb_second and relatives.set_apart(tokens, left, start, language)
    no_more = phrasing.first(tokens, "grammar.no_more", language, start + 1)
    last = no_more[0] if no_more else len(tokens)
    for at in range(start + 1, last):
        token = tokens[at]
        if token.text not in (",", ";"):
            continue
        if token.text == ";" and not listed:
            return at
        if subordinate and token.text == "," and _is_main(tokens, at + 1, language):
            return at
        if apart and token.text == "," and relatives.resumes(tokens, at, language):
            return at
        if frame in _PHRASAL and _coordinates(tokens, at, language):
            return at
        if frame == "deny" and token.text == "," and _says_more(tokens, at + 1, language):
            return at
    return last


def _says_more(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """ ", saying that all views were heard": what is told of it, and not what is denied."""
    return at < len(tokens) and language.is_gerund(tokens[at].low) and tokens[at].low in language["cues.say"]


def _opens_subordinate(tokens: Sequence[Token], left: int, language: Language) -> bool:
    """The sentence begins with "When", "After" …, and no comma parts it from the attribution."""
    words = [at for at in range(left) if tokens[at].is_word]
    if not words or any(token.text == "," for token in tokens[words[0] : left]):
        return False
    opening = [tokens[at].low for at in words[:2]]
    return opening[0] in language["grammar.subordinators"] or (
        opening[0] in language["grammar.openers"] and opening[-1] in language["grammar.subordinators"]
    )


def _coordinates(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A comma, "but" or "while", and a clause with a subject of its own."""
    if tokens[at].text != "," or at + 1 >= len(tokens):
        return False
    return tokens[at + 1].low in language["grammar.clause_starts"] and _is_main(tokens, at + 2, language)


def _is_main(tokens: Sequence[Token], at: int, language: Language) -> bool:
    """A noun phrase and its finite verb begin at `at`."""
    never = language["grammar.relative"] | language["grammar.conjunctions"] | language["grammar.prepositions"]
    if at >= len(tokens) or not tokens[at].is_word or tokens[at].low in never:
        return False
    for token in tokens[at + 1 : at + _NEAR]:
        if not token.is_word:
            return False
        if language.is_finite(token.low):
            return True
    return False
