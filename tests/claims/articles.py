"""Articles for the tests of this folder, cut by a rule that is plain enough to see through."""

import re

from bot.article.article import Article, Sentence

_SENTENCE = re.compile(
    r"[^\n]+?(?:(?:[!?]+|(?<!\s\d)(?<!\s\d\d)(?<!\bM)\.+)[\"”’»“]?(?=\s+[\"“„«‘]?[A-ZÄÖÜÉÀ¿¡0-9]|\s*$|\s*\n)|$|(?=\n))"
)


def article(text: str, language: str | None = "en", lead: int = 0) -> Article:
    """Sentences end at a full stop before a capital, but not with "M.", or with their line."""
    sentences: list[Sentence] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        while start < end and text[start].isspace():
            start += 1
        if text[start:end].strip():
            sentences.append(Sentence(n=len(sentences) + 1, start=start, end=end))
    return Article(text=text, sentences=tuple(sentences), language=language, lead=lead)
