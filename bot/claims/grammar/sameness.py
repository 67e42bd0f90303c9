"""How near two statements are, and whether two articles make the same claim."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.article.article import Article
from bot.claims.grammar.evidence import Analysed, analysed
from bot.claims.grammar.verbs import is_verb
from bot.claims.language.guessing import guess
from bot.claims.language.likeness import alike
from bot.claims.language.token import Token
from bot.claims.language.verbatim import fold

_SAME: Final = 0.7
_FEWEST: Final = 3
"""Words that two statements must share before likeness says anything."""


def language_of(article: Article) -> str:
    """The primary language tag, guessed where the page does not say."""
    return (article.language or guess(article.text[:4000]) or "").split("-")[0].split("_")[0].lower()


def nearness(one: Analysed, other: Analysed) -> float:
    """From 0 to 1: the share of their words and numbers that two statements have in common."""
    a, b = one.stems, other.stems
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else float(one.text == other.text)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement to be held against many: `plain` is its text folded, `bag` are its words, `values` its numbers."""

    text: str
    language: str
    plain: str
    bag: frozenset[str]
    values: frozenset[str]


def statement(text: str, language: str) -> Statement:
    found = analysed(text, language)
    return Statement(text, language, fold(text), found.stems, frozenset(map(str, found.values)))


def same(one: Statement, other: Statement) -> bool:
    """Whether two statements in one language claim the same, in doubt not.

    Word for word; or in like words with the same numbers and negations, where neither has a name, a verb or a date in
    place of another's: "the bank closed" is not "the bank opened", and what one says of a town it does not say of another.
    """
    return may_be_same(one, other) and (one.plain == other.plain or _agree(one.text, other.text, one.language))


def may_be_same(one: Statement, other: Statement) -> bool:
    """Whether it is worth the analysis that `same` may take: nearly all pairs end here."""
    if one.plain == other.plain:
        return True
    words, others = one.bag, other.bag
    return one.values == other.values and len(words & others) >= max(_FEWEST, _SAME * (len(words) + len(others)) / 2)


def _agree(one: str, other: str, language: str) -> bool:
    a, b = analysed(one, language), analysed(other, language)
    if _negations(a) != _negations(b):
        return False
    return not (_binding(a, b) and _binding(b, a))


def _negations(text: Analysed) -> int:
    return sum(operator.name == "not" for operator in text.operators)


def _binding(text: Analysed, other: Analysed) -> list[Token]:
    """Names, verbs and dates that the other has in no form; verbs of saying bind nothing."""
    found = (
        token
        for i, token in zip(text.content, text.meaning, strict=True)
        if (token.capital and not token.first) or token.low in text.words.dates or is_verb(text, i)
    )
    return [t for t in found if t.low not in text.words.reporting and not _has(other.tokens, t)]


def _has(tokens: Iterable[Token], wanted: Token) -> bool:
    return any(token.kind == "word" and alike(wanted, token) for token in tokens)
