"""Corrections: where an article tells what an earlier version of it had wrong, which nobody claims any more."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.article.article import Article
from bot.readers.offline.syntax import phrasing
from bot.readers.offline.text import tokens
from bot.readers.offline.text.language import Language, load
from bot.readers.offline.text.passage import Line, Passage
from bot.readers.offline.text.tokens import Token

_LABEL = 6  # tokens among which a label has its colon: "Correction, 20 November:"
_HEAD = 5  # tokens at the head of a sentence: "In a story published on Monday"
_OF = 4  # tokens behind "an earlier version" among which "of this article" stands, or "of the bill"


def is_label(name: str, language: Language) -> bool:
    """ "Correction", before a colon."""
    return name.lower() in language["corrections.labels"]


def in_line(line: Line, passage: Passage) -> bool:
    """The sentence tells what was wrong."""
    headline = passage.lines[0]
    whole = _labelled(tokens.cut(passage.text, headline.start, headline.end), passage.language)
    return _withdrawn(passage.text, line.opening, line.start, line.end, passage.language.code, whole=whole)


def put_right(passage: Passage) -> list[tuple[int, int]]:
    """The sentences that tell what was wrong, each with the next of its paragraph, which tells what is right."""
    return [
        (line.n, after.n)
        for line, after in pairwise(passage.lines)
        if line.paragraph == after.paragraph and in_line(line, passage) and not in_line(after, passage)
    ]


def withdrawn(article: Article, language: Language) -> dict[int, tuple[int, ...]]:
    """The sentences that tell what was wrong, each with those behind it in its paragraph, which put it right."""
    found = {}
    headline = article.sentence(1) if article.has(1) else ""
    whole = _labelled(tokens.cut(headline, 0, len(headline)), language)
    for group in article.paragraphs:
        opening = article.sentences[group[0] - 1].start
        for at, n in enumerate(group):
            sentence = article.sentences[n - 1]
            if _withdrawn(article.text, opening, sentence.start, sentence.end, language.code, whole=whole):
                found[n] = tuple(group[at + 1 :])
    return found


@lru_cache(maxsize=1024)
def _withdrawn(text: str, opening: int, start: int, end: int, code: str, *, whole: bool) -> bool:
    """It speaks of an earlier version of the article, or below a label of what the outlet itself wrote.

    `whole`: the headline has the label, and the outlet speaks of itself at the head of a sentence. Kept, for who hears attributions,
    denials and voices asks it of the same sentence.
    """
    language = load(code)
    words = tokens.cut(text, start, end)
    own = language["corrections.own"]
    if whole and (_ours(words, language) or any(word.low in own for word in words[:_HEAD])):
        return True
    written = any(word.low in own for word in words)
    if written and phrasing.phrase(words, 0, "corrections.errors", language):
        return True
    earlier = any(_earlier(words, at, language) for at in range(len(words)))
    if not (written or earlier):
        return False
    if any(_stated_before(words, at, language) for at in range(min(_HEAD, len(words)))):
        return True
    paragraph = tokens.cut(text, opening, end)
    if _labelled(paragraph, language):
        return True
    this = language["corrections.this"]
    return earlier and any(a.low in this and b.low in own for a, b in pairwise(paragraph))


def _ours(words: Sequence[Token], language: Language) -> bool:
    """ "We also reported that"."""
    return any(phrasing.phrase(words, at, "corrections.ours", language) for at in range(min(_HEAD, len(words))))


def _earlier(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "An earlier version", of the article where it says of what; "originally said" where it is the article that did."""
    own = language["corrections.own"]
    end = phrasing.phrase(words, at, "corrections.earlier", language)
    if not end:
        before = words[max(0, at - _OF) : at]
        wrongly = phrasing.phrase(words, at, "corrections.wrongly", language)
        return bool(wrongly) and any(word.low in own for word in before)
    if end < len(words) and words[end].low in language["corrections.of"]:
        return any(word.low in own for word in words[end : end + _OF])
    return True


def _stated_before(words: Sequence[Token], at: int, language: Language) -> bool:
    """ "In an earlier version it said that …", right behind these words."""
    end = phrasing.phrase(words, at, "corrections.earlier", language)
    end += bool(end) and end < len(words) and words[end].text == ","
    return bool(end) and end < len(words) and bool(phrasing.phrase(words, end, "corrections.stating", language))


def _labelled(words: Sequence[Token], language: Language) -> bool:
    end = phrasing.phrase(words, 0, "corrections.labels", language)
    return bool(end) and any(word.text == ":" for word in words[end : end + _LABEL])
