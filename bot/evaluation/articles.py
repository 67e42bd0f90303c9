"""Gold texts as articles: the sentences that every reader and every floor is given."""

from bot.article.article import Article
from bot.article.sentences import cut
from bot.evaluation.gold import Gold

_HEADERS = ("headline:", "title:", "subtitle:", "standfirst:", "date:", "publisher:", "author:", "byline:", "source:", "url:")


def of(gold: Gold, language: str | None = "en") -> Article:
    """The article of a gold row: header lines at its top are headline and metadata, counted in `lead`."""
    sentences = cut(gold.text, language)
    headers = _header_end(gold.text)
    lead = max(gold.lead, sum(sentence.end <= headers for sentence in sentences))
    return Article(
        title=_header(gold.text, "headline:"),
        outlet=_header(gold.text, "publisher:"),
        published_at=_header(gold.text, "date:"),
        language=language,
        text=gold.text,
        sentences=sentences,
        lead=lead,
    )


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
