"""Which of a thread's articles a question is about."""

import re
from collections.abc import Sequence

from bot.article.article import Article
from bot.claims.reading import Reading
from bot.ports import Entry

Kept = tuple[Entry, Article, Reading]

_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


def most_likely_meant(question: str, reports: Sequence[Kept]) -> Kept:
    """The article that holds most of the question's words; among equals the one read last, of versions the newest."""
    asked = _words(question)
    newest = {kept[1].address or kept[1].digest: kept for kept in reports}
    return max(reversed(newest.values()), key=lambda kept: len(asked & _words(_all_text(kept[1]))))


def _all_text(article: Article) -> str:
    return " ".join(filter(None, (article.title, article.outlet, *article.byline, article.text)))


def _words(text: str) -> set[str]:
    """Words of four letters or more, by their first six letters, and numbers."""
    return {word.casefold()[:6] for word in _WORD.findall(text)}
