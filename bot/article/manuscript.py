"""Plain text and Markdown: files, and what people paste."""

import re
from itertools import pairwise

from bot.article.article import Article
from bot.article.characters import visible
from bot.article.language import language_of
from bot.article.sentences import cut
from bot.errors import NotAnArticle

_FINISHED = re.compile(r"[.!?…:;,。！？][”’\"'»)\]]*$")
_HEADLINE_AT_MOST = 300


def article_from_text(text: str) -> Article:
    """An article of text that somebody pasted. Offsets are those of `text`, invisible characters aside.

    A first line that is short and ends in no stop is its headline when more follows. Raises `NotAnArticle`.
    """
    text = _unwrapped(visible(text))
    return _article(text, headline=_opens_with_headline(text))


def article_of_file(text: str, *, markdown: bool = False) -> Article:
    """An article of a text file, whose first line is the headline. Raises `NotAnArticle`."""
    text = _unwrapped(visible(_without_markdown(text) if markdown else text))
    lines = [line for line in text.split("\n") if line.strip()]
    return _article(text, headline=len(lines) > 1 and len(lines[0]) <= _HEADLINE_AT_MOST)


def _article(text: str, *, headline: bool) -> Article:
    language = language_of(text)
    sentences = cut(text, language)
    first = text.strip().partition("\n")[0].strip() if headline else None
    lead = 0
    if first:
        end = text.index(first) + len(first)
        lead = sum(sentence.end <= end for sentence in sentences)
    article = Article(title=first, language=language, text=text, sentences=sentences, lead=lead)
    _check(article)
    return article


def _check(article: Article) -> None:
    """At least one sentence beyond the headline, or two; a handful of words is none."""
    body = [article.sentence(s.n) for s in article.sentences[article.lead :]]
    spoken = [sentence for sentence in body if sum(map(str.isalpha, sentence)) >= 10]
    if not spoken or (len(article.sentences) < 2 and not _FINISHED.search(spoken[0])):
        raise NotAnArticle("no sentence beyond a headline")


def _opens_with_headline(text: str) -> bool:
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and len(lines[0]) <= 160 and not _FINISHED.search(lines[0])


def _unwrapped(text: str) -> str:
    """Join lines that a mail program or a PDF broke at a fixed width; a space takes the place of each break.

    Lengths stay the same, so offsets do. A line is joined to the next when it ends in no stop and the
    next word would not have fitted.
    """
    lines = text.split("\n")
    full = sorted(len(line) for line in lines if line.strip())
    if len(full) < 6 or full[len(full) // 2] < 45 or full[-1] > 120:
        return text
    width = full[int(len(full) * 0.9)]
    joined = [lines[0]]
    for before, after in pairwise(lines):
        word = after.split(" ", 1)[0]
        wrapped = bool(word) and len(before) + 1 + len(word) >= width - 4 and not _FINISHED.search(before.rstrip())
        comma = before.rstrip().endswith((",", ";")) and len(before) > width // 2 and bool(word)
        joined.append((" " if wrapped or comma else "\n") + after)
    return "".join(joined)


def _without_markdown(text: str) -> str:
    """Headings, emphasis, links, images and front matter as the text that is read."""
    text = re.sub(r"\A\ufeff?---\r?\n.{0,5000}?\r?\n---\r?\n", "", text, flags=re.DOTALL)
    text = re.sub(r"^(?:#{1,6}|>)[ \t]+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:[-*_][ \t]*){3,}$", "", text, flags=re.MULTILINE)
    text = re.sub(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)", "", text)
    text = re.sub(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)", r"\1", text)
    return re.sub(r"(?<![\w*_])(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*_])", r"\2", text)
