"""Floors: what marking sentences without understanding them reaches."""

from bot.article.article import Article
from bot.claims.reading import Claim, ReaderInfo, Reading, Report, Source

_VERBS = (
    " said", " says", " told", " according to", " added", " claimed", " argued", " announced", " wrote", " noted",
    " explained", " reported",
)  # fmt: skip
_MARKS = '"“”«»„'
_INFO = ReaderInfo(name="offline", model="floor")


def every_sentence(article: Article) -> Report:
    """Every sentence is a statement."""
    return _marking(article, [sentence.n for sentence in article.sentences])


def quotation_or_verb(article: Article) -> Report:
    """Every sentence with a quotation mark or one of a dozen reporting verbs is a statement."""
    return _marking(article, [s.n for s in article.sentences if _reports(article.sentence(s.n))])


def _reports(sentence: str) -> bool:
    low = sentence.casefold()
    return any(mark in sentence for mark in _MARKS) or any(verb in f" {low}" for verb in _VERBS)


def _marking(article: Article, numbers: list[int]) -> Report:
    claims = tuple(
        Claim(id=f"c{n}", text=article.sentence(n), sentences=(n,), sources=("s1",), wording="quoted") for n in numbers
    )
    source = Source(id="s1", name=None, kind="person", sentences=tuple(numbers))
    return Report(article=article, reading=Reading(claims=claims, sources=(source,), denials=(), reader=_INFO))
