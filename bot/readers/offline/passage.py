"""The article as the rules see it: sentences as tokens, quotations, paragraphs and names."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bot.article.article import Article
from bot.readers.offline import names, quotes, tokens
from bot.readers.offline.language import Language
from bot.readers.offline.names import Names
from bot.readers.offline.quotes import Quote
from bot.readers.offline.tokens import Token


@dataclass(frozen=True, slots=True)
class Line:
    """Sentence `n`: its tokens outside quotations, each quotation as one token, and those quotations' indices."""

    n: int
    paragraph: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    quotes: tuple[int, ...]
    lead: bool

    @property
    def quoted(self) -> int:
        """How many characters of it are quoted."""
        return sum(token.end - token.start for token in self.tokens if token.is_quote)


@dataclass(frozen=True, slots=True)
class Passage:
    text: str
    lines: tuple[Line, ...]
    quotes: tuple[Quote, ...]
    names: Names
    language: Language


def of(article: Article, language: Language) -> Passage:
    found = quotes.find(article.text)
    paragraph = {n: at for at, group in enumerate(article.paragraphs) for n in group}
    lines = []
    for sentence in article.sentences:
        touching = _touching(found, sentence.start, sentence.end)
        outside = tokens.outside(article.text, sentence.start, sentence.end, [found[at] for at in touching])
        lines.append(
            Line(
                n=sentence.n,
                paragraph=paragraph[sentence.n],
                start=sentence.start,
                end=sentence.end,
                tokens=tuple(outside),
                quotes=tuple(touching),
                lead=sentence.n <= article.lead,
            )
        )
    known = names.collect(article.text, [tokens.cut(article.text, line.start, line.end) for line in lines], language)
    return Passage(article.text, tuple(lines), tuple(found), known, language)


def _touching(found: Sequence[Quote], start: int, end: int) -> list[int]:
    first = bisect_right(found, start, key=lambda quote: quote.end)
    last = bisect_left(found, end, key=lambda quote: quote.start)
    return list(range(first, last))
