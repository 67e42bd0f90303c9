"""The article as the rules see it: sentences as tokens, quotations, paragraphs and names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.article.article import Article
from bot.readers.offline.text import dateline, named, quotes, tokens
from bot.readers.offline.text.fullnames import Names
from bot.readers.offline.text.language import Language
from bot.readers.offline.text.quotes import Quote
from bot.readers.offline.text.tokens import Token

_HEADER = re.compile(r"(?:Headline|Title|Subtitle|Standfirst|Date|Publisher|Author|Byline|Source|URL): ")
_HEADLINES = 3  # lines at the top that may be headline, standfirst and the like
_HEADING = 90  # characters of the line that heads an entry
_ENTRIES, _ENTRY = 3, 3  # so many entries make a live blog, with so many paragraphs each on average
_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W_]*")
_IN_A_ROW = re.compile(r"\b(?=([A-Z][^\W\d_]+) ([A-Z][^\W\d_]+)\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """Sentence `n`: its tokens outside quotations, each quotation as one token, and those quotations' indices.

    `opening` is where its paragraph begins, `entry` the first sentence of its entry in a live blog, else of the article, and
    `heads` tells that it is the heading of that entry.
    """

    n: int
    paragraph: int
    opening: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    quotes: tuple[int, ...]
    lead: bool
    entry: int = 1
    heads: bool = False

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
    small = frozenset(_SMALL.findall(article.text))
    common = small | (language.nouns - language["sources.body_starts"] - _surnames(article.text, language))
    lines = tuple(_lines(article, language, found, common))
    cut = [tokens.cut(article.text, line.start, line.end) for line in lines]
    return Passage(article.text, lines, tuple(found), named.collect(article.text, cut, small, language), language)


def _surnames(text: str, language: Language) -> frozenset[str]:
    """ "Baker", where the article has "Anna Baker"."""
    rows = (match.groups() for match in _IN_A_ROW.finditer(text))
    never = language["sources.not_names"] | language["sources.titles"] | language.nouns
    return frozenset(last.lower() for first, last in rows if first.lower() not in never)


def _lines(article: Article, language: Language, found: Sequence[Quote], common: frozenset[str]) -> Iterator[Line]:
    """`found` are the quotations, `common` the words that are no names at the head of a sentence."""
    paragraph = {n: at for at, group in enumerate(article.paragraphs) for n in group}
    lead = max(article.lead, _header_lines(article))
    headings = _headings(article, lead)
    entry = 1
    for sentence in article.sentences:
        touching = _touching(found, sentence.start, sentence.end)
        opening = article.sentences[article.paragraphs[paragraph[sentence.n]][0] - 1].start
        stamped = sentence.start == opening and dateline.stamped(article.text, opening)
        heads = sentence.n in headings or (stamped and _is_heading(article, paragraph[sentence.n], stamped=True))
        if stamped or heads:
            entry = sentence.n
        begin = dateline.end(article.text, opening, sentence.end) if sentence.start == opening else sentence.start
        outside = tokens.outside(article.text, begin, sentence.end, [found[at] for at in touching])
        plain = _plain_nouns(_plain_first(outside, common, language), language)
        yield Line(
            sentence.n,
            paragraph[sentence.n],
            opening,
            sentence.start,
            sentence.end,
            tokens=tuple(plain),
            quotes=tuple(touching),
            lead=sentence.n <= lead,
            entry=entry,
            heads=heads,
        )


def _plain_nouns(found: list[Token], language: Language) -> list[Token]:
    """Where all nouns are capitalised, those that we know, and one alone behind an article, are no names."""
    if not language.capital_nouns:
        return found
    articles, places = language["grammar.articles"], language["sources.places"]
    plain = []
    for at, token in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        alone = following is None or not following.is_capital
        behind = at > 0 and found[at - 1].low in articles and token.low not in places
        common = language.noun(token.low) in language.nouns or (behind and not token.text.isupper())
        plain.append(replace(token, plain=True) if token.is_word and common and alone else token)
    return plain


def _header_lines(article: Article) -> int:
    """How many sentences stand in header lines ("Headline: …", "Publisher: …") or in headlines at the top."""
    count = 0
    for at, group in enumerate(article.paragraphs[:-1]):
        first, last = article.sentences[group[0] - 1], article.sentences[group[-1] - 1]
        headline = at < _HEADLINES and len(group) == 1 and article.text[first.start : last.end].rstrip()[-1:].isalnum()
        if not (headline or _HEADER.match(article.text, first.start)):
            break
        count += len(group)
    return count


def _headings(article: Article, lead: int) -> frozenset[int]:
    """The sentences that head an entry of a live blog, where only few paragraphs stand below each; else none."""
    body = [group for group in article.paragraphs if group[0] > lead]
    places = (at for at, group in enumerate(article.paragraphs) if group[0] > lead)
    found = frozenset(article.paragraphs[at][0] for at in places if _is_heading(article, at))
    return found if len(found) >= _ENTRIES and len(body) <= (_ENTRY + 1) * len(found) else frozenset()


def _is_heading(article: Article, paragraph: int, *, stamped: bool = False) -> bool:
    """A short line without a mark at its end, or with one that asks or calls out: "Is the road open?", "10:15 Road open"."""
    group = article.paragraphs[paragraph]
    text = article.sentence(group[0]).rstrip("+ ")
    if len(group) > 1 or not 0 < len(text) <= _HEADING or not (text[-1].isalnum() or text[-1] in "?!"):
        return False
    return stamped or text[0].isupper()


def _plain_first(found: list[Token], common: frozenset[str], language: Language) -> list[Token]:
    """The first word of a sentence is a name only when it is no `common` word, which the article never writes small."""
    at = next((index for index, token in enumerate(found) if token.is_word), None)
    if at is None:
        return found
    first = found[at]
    ordinary = first.low in common
    following = found[at + 1] if at + 1 < len(found) else None
    titled = first.low in language["sources.titles"] and following is not None and following.is_capital
    if ordinary and not titled and not (first.text.isupper() and len(first.text) > 1):
        return [*found[:at], replace(first, plain=True), *found[at + 1 :]]
    return found


def _touching(found: Sequence[Quote], start: int, end: int) -> list[int]:
    first = bisect_right(found, start, key=lambda quote: quote.end)
    last = bisect_left(found, end, key=lambda quote: quote.start)
    return list(range(first, last))
