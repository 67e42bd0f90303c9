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


def article_of_lines(text: str, language: str | None = "en") -> Article:
    """Each line is a sentence, whatever it ends with."""
    starts = [match.start() for match in re.finditer(r"^", text, re.MULTILINE)]
    ends = [start - 1 for start in starts[1:]] + [len(text)]
    sentences = tuple(Sentence(n=n, start=a, end=b) for n, (a, b) in enumerate(zip(starts, ends, strict=True), 1))
    return Article(text=text, sentences=sentences, language=language, lead=0)
