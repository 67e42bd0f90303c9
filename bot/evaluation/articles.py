"""Gold texts as articles: the sentences that every reader and every floor is given."""

from bot.article.article import Article, Sentence
from bot.article.language import language_of
from bot.article.manuscript import article_from_text
from bot.article.sentences import cut
from bot.errors import NotAnArticle
from bot.evaluation.gold import Gold

_HEADERS = (
    "headline:",
    "title:",
    "subtitle:",
    "standfirst:",
    "date:",
    "publisher:",
    "author:",
    "byline:",
    "source:",
    "url:",
)


def of(gold: Gold) -> Article:
    """The article of a gold row, cut as a text file is; its header lines are headline and metadata, counted in `lead`."""
    headers = _header_end(gold.text)
    language = gold.language or language_of(gold.text) or "en"
    sentences = _sentences(gold.text, language)
    return Article(
        title=_header(gold.text, "headline:"),
        outlet=_header(gold.text, "publisher:"),
        published_at=_header(gold.text, "date:"),
        language=language,
        text=gold.text,
        sentences=sentences,
        lead=max(gold.lead, sum(sentence.end <= headers for sentence in sentences)),
    )


def _sentences(text: str, language: str | None) -> tuple[Sentence, ...]:
    """As the product cuts it, lines of a fixed width joined; by the line where its clean-up would move the offsets."""
    try:
        read = article_from_text(text)
    except NotAnArticle:
        return cut(text, language)
    return read.sentences if len(read.text) == len(text) else cut(text, language)


def _header_end(text: str) -> int:
    place = 0
    for line in text.splitlines(keepends=True):
        if not line.casefold().startswith(_HEADERS):
            break
        place += len(line)
    return place


def _header(text: str, name: str) -> str | None:
    for line in text[: _header_end(text)].splitlines():
        if line.casefold().startswith(name):
            return line[len(name) :].strip() or None
    return None
