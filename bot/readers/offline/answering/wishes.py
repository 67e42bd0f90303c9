"""Wishes: whether a sentence tells what somebody wants."""

from bot.article.article import Article
from bot.claims.form import Form
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language

_WANTING = ("asks.wishes", "cues.demand", "cues.urge")


def told(n: int, article: Article, form: Form, language: Language) -> bool:
    """Sentence `n` was read as a demand, or has a word for one: "called for an inquiry"."""
    text = article.sentence(n)
    words = tokens.cut(text, 0, len(text))
    read = any(claim.kind == "directive" and n in claim.sentences for claim in form.claims)
    return read or any(phrasing.holds(words, name, language) for name in _WANTING)
