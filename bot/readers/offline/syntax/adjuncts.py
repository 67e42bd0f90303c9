"""Adjuncts: when and where something is denied, between the verb and what is denied."""

from collections.abc import Sequence

from bot.readers.offline.syntax.sentence import Place
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_LONGEST = 6  # words of "late on Monday evening"
_STATEMENT = 6  # words of "in a written statement"


def behind(line: Line, passage: Passage, matter: Place) -> Place:
    """ "Having taken bribes" in "on Wednesday having taken bribes"; the whole where it begins with no time or place."""
    inside = [token for token in line.tokens if matter[0] <= token.start and token.end <= matter[1]]
    language = passage.language
    at = _past_time(inside, language)
    stated = _past_statement(inside, at, language)
    at = max(at, stated, _past_time(inside[stated:], language) + stated if stated else 0)
    at = at if at < len(inside) and _opens(inside, at, language) else 0
    return (inside[at].start, matter[1]) if at else matter


def _past_time(words: Sequence[Token], language: Language) -> int:
    """Behind the last day of what begins with a day, or with words that lead up to one."""
    names = ("days", "time_prepositions", "prepositions", "determiners", "adverbs")
    near = words[:_LONGEST]
    whole = next(
        (
            at
            for at, word in enumerate(near)
            if not (any(word.low in language[f"grammar.{name}"] for name in names) or _dated(word, language))
        ),
        len(near),
    )
    return max((at + 1 for at in range(whole) if words[at].low in language["grammar.days"]), default=0)


def _dated(word: Token, language: Language) -> bool:
    return language.is_adverb(word.low) or word.low in language["grammar.time_words"] or word.text.isdigit()


def _past_statement(words: Sequence[Token], at: int, language: Language) -> int:
    """Behind "in a statement", where the clause follows, or its day before that."""
    if at >= len(words) or words[at].low not in language["grammar.in_"]:
        return 0
    for index in range(at + 1, min(len(words), at + _STATEMENT)):
        if (
            words[index].low in language["denials.carriers"] | language["denials.of_matters"]
            or not words[index].is_word
        ):
            return 0
        behind = index + 1 + _past_time(words[index + 1 :], language)
        if behind < len(words) and words[behind].low in language["grammar.that"]:
            return index + 1
    return 0


def _opens(words: Sequence[Token], at: int, language: Language) -> bool:
    """What is denied begins: "that", "having", "haber cobrado"; not "Monday's raid"."""
    low = words[at].low
    opening = language["grammar.that"] | language["denials.doings"] | language["denials.infinitives"]
    return low in opening or language.is_gerund(low) or low.endswith(tuple(language["endings.infinitive"]))
