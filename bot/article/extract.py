"""A page becomes an article with numbered sentences. Pure: no network, no clock, no files."""

import re
from collections.abc import Sequence

from bot.article.article import Article
from bot.article.body import Extractor, paragraphs, tidied
from bot.article.byline import without_credits
from bot.article.charset import decoded
from bot.article.fronts import teasers_of, without_teasers
from bot.article.kind import kind_of
from bot.article.language import language_of
from bot.article.manuscript import article_from_text, article_of_file
from bot.article.markup import Tree, drop_unseen, parsed
from bot.article.metadata import Metadata, metadata_of
from bot.article.page import Page
from bot.article.printed import article_of_pdf
from bot.article.prose import plain, prose
from bot.article.sentences import cut
from bot.article.standfirst import standfirst_of
from bot.article.walls import obstacle
from bot.errors import NotAnArticle, NotReadable

__all__ = ["article_from_text", "article_of"]

# Ten times the longest pages that news sites print; nothing beyond is an article, and reading it would stall everything.
_ELEMENTS_AT_MOST = 100_000
_CHARACTERS_AT_MOST = 1_000_000


def article_of(page: Page, *, extractor: Extractor = "trafilatura") -> Article:
    """The article in a page or file: HTML, text, Markdown or PDF, told by `page.content_type`, `page.file_name` and its bytes.

    Headline and standfirst are its first sentences, paragraphs are parted by an empty line. Text files keep their
    own line breaks. Raises `PageError`: `NotReadable`, `NotAnArticle`, `PdfScanned` or whatever stands in the way.
    """
    article = _read(page, extractor)
    return article.model_copy(update={"url": page.url, "validators": page.validators})


def _read(page: Page, extractor: Extractor) -> Article:
    kind = kind_of(page)
    if kind is None:
        raise NotReadable("neither HTML nor text nor PDF")
    if kind == "pdf":
        return article_of_pdf(page.body).model_copy(update={"canonical_url": _moved(page)})
    text = decoded(page.body, page.charset)
    if kind == "html":
        return _of_markup(text, page, extractor)
    if len(text) > _CHARACTERS_AT_MOST:
        raise NotAnArticle("longer than any article is")
    markdown = kind == "markdown"
    return article_of_file(text, markdown=markdown).model_copy(update={"canonical_url": _moved(page)})


def _of_markup(text: str, page: Page, extractor: Extractor) -> Article:
    tree = parsed(text)
    if tree is None:
        raise NotAnArticle("an empty page")
    if sum(1 for _ in tree.iter()) > _ELEMENTS_AT_MOST:
        raise NotAnArticle("more elements than any article has")
    drop_unseen(tree)
    address = page.final_url or page.url
    meta = metadata_of(tree, address, thorough=extractor == "trafilatura")
    told = _told(tree, meta, extractor, address)
    teasers = teasers_of(tree)
    barrier = obstacle(tree, page, meta, told, teasers)
    if barrier is not None:
        raise barrier
    if sum(map(len, told)) > _CHARACTERS_AT_MOST:
        raise NotAnArticle("longer than any article is")
    return _assembled(tree, page, meta, without_teasers(told, teasers))


def _told(tree: Tree, meta: Metadata, extractor: Extractor, address: str | None) -> list[str]:
    """The body's paragraphs by the extractor; by the other one when it finds next to nothing; by JSON-LD for the same reason."""
    told = paragraphs(tree, extractor, address)
    if extractor == "trafilatura" and sum(prose(told)) < 40:
        second = paragraphs(tree, "resiliparse", address)
        told = second if sum(prose(second)) > 2 * sum(prose(told)) and meta.declared else told
    stated = tidied(re.sub(r"<[^>]{1,300}>", "\n", meta.body)) if meta.body and meta.open else []
    return stated if sum(prose(stated)) > 2.5 * sum(prose(told)) else told


def _assembled(tree: Tree, page: Page, meta: Metadata, told: Sequence[str]) -> Article:
    title = meta.title
    body = without_credits(_below(title, told) if title else told, meta.byline)
    standfirst = standfirst_of(tree, meta, body)
    head = [text for text in (title, standfirst) if text]
    body = [text for text in body if not standfirst or plain(text) != plain(standfirst)]
    text = "\n\n".join([*head, *body])
    language = language_of("\n".join(body) or text, meta.language)
    sentences = cut(text, language)
    end = len("\n\n".join(head))
    return Article(
        canonical_url=meta.canonical_url or _moved(page),
        title=title,
        outlet=meta.outlet,
        byline=meta.byline,
        published_at=meta.published_at,
        language=language,
        text=text,
        sentences=sentences,
        lead=sum(sentence.end <= end for sentence in sentences),
    )


def _below(title: str, told: Sequence[str]) -> list[str]:
    """The paragraphs without the headline, and without the lines of a menu above it."""
    places = [place for place, text in enumerate(told) if plain(text) == plain(title)]
    first = places[0] if places and not prose(told[: places[0]]) else 0
    return [text for text in told[first:] if plain(text) != plain(title)]


def _moved(page: Page) -> str | None:
    """Where redirects ended, if anywhere else."""
    return page.final_url if page.final_url and page.final_url != page.url else None
