"""A page becomes an article with numbered sentences. Pure: no network, no clock, no files."""

from collections.abc import Sequence

from bot.article.article import Article
from bot.article.body import Extractor, paragraphs, tidied
from bot.article.byline import people, signatures, without_credits
from bot.article.charset import decoded
from bot.article.embedded import paragraphs_in_data, without_markup
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
from bot.article.surroundings import paragraphs_around
from bot.article.walls import before_prompt, is_cut_short, obstacle, readable
from bot.errors import LoginWall, NotAnArticle, NotReadable, TooLong

__all__ = ["article_from_text", "article_of"]

# Ten times the longest pages that news sites print; nothing beyond is an article, and reading it would stall everything.
_ELEMENTS_AT_MOST = 100_000
_CHARACTERS_AT_MOST = 500_000


def article_of(page: Page, *, extractor: Extractor = "trafilatura") -> Article:
    """The article in a page or file: HTML, text, Markdown or PDF, told by `page.content_type`, `page.file_name` and its bytes.

    Headline and standfirst are its first sentences, paragraphs are parted by an empty line. Text files keep their
    own line breaks. Raises `PageError`: `NotReadable`, `NotAnArticle`, `TooLong`, `PdfScanned` or whatever stands in the way.
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
        raise TooLong("longer than any article is")
    markdown = kind == "markdown"
    return article_of_file(text, markdown=markdown).model_copy(update={"canonical_url": _moved(page)})


def _of_markup(text: str, page: Page, extractor: Extractor) -> Article:
    tree = parsed(text)
    if tree is None:
        raise NotAnArticle("an empty page")
    if sum(1 for _ in tree.iter()) > _ELEMENTS_AT_MOST:
        raise TooLong("more elements than any article has")
    drop_unseen(tree)
    address = page.final_url or page.url
    meta = metadata_of(tree, address, thorough=extractor == "trafilatura")
    told = _told(tree, meta, extractor, address)
    teasers = teasers_of(tree)
    barrier = obstacle(tree, page, meta, told, teasers)
    beginning = readable(told, meta) if isinstance(barrier, LoginWall) else []
    if barrier is not None and not beginning:
        raise barrier
    if sum(map(len, told)) > _CHARACTERS_AT_MOST:
        raise TooLong("longer than any article is")
    told = (
        before_prompt(beginning or without_teasers(told, teasers)) if meta.declared else without_teasers(told, teasers)
    )
    partial = bool(beginning) or is_cut_short(tree, meta, told)
    return _assembled(tree, page, meta, told).model_copy(update={"partial": partial})


def _told(tree: Tree, meta: Metadata, extractor: Extractor, address: str | None) -> list[str]:
    """The body's paragraphs by the extractor; where they look like too few, by what finds more."""
    told = paragraphs(tree, extractor, address)
    if extractor == "trafilatura":
        told = _at_least(told, tree, meta, address)
    return _stated(told, tree, meta)


def _at_least(told: list[str], tree: Tree, meta: Metadata, address: str | None) -> list[str]:
    """`told`, unless the page shows far more around its headline and another way finds that."""
    around = paragraphs_around(tree, meta.title)
    enough = max(40, 0.5 * sum(prose(around)))
    if sum(prose(told)) < enough:
        told = _longer(told, paragraphs(tree, "trafilatura", address, asides=True), 1.5)
    if sum(prose(told)) < 40 and meta.declared:
        told = _longer(told, paragraphs(tree, "resiliparse", address), 2)
    return _longer(told, around, 2.5 if meta.declared else 5)


def _longer(told: list[str], other: list[str], times: float) -> list[str]:
    return other if sum(prose(other)) > times * sum(prose(told)) else told


def _stated(told: list[str], tree: Tree, meta: Metadata) -> list[str]:
    """`told`, or the body in the page's data where the page itself shows a part of it only. What is not free stays unread."""
    if not meta.open:
        return told
    found = sum(prose(told))
    stated = tidied(without_markup(meta.body)) if meta.body else []
    if sum(prose(stated)) > 2.5 * found or (sum(prose(stated)) > 1.25 * found and _is_part(told, stated)):
        return stated
    return _longer(told, paragraphs_in_data(tree), 2.5) if found < 40 else told


def _is_part(told: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether most of the words of one are words of the other."""
    some, all_of_them = set(" ".join(told).casefold().split()), set(" ".join(whole).casefold().split())
    return len(some & all_of_them) >= 0.8 * len(some)


def _assembled(tree: Tree, page: Page, meta: Metadata, told: Sequence[str]) -> Article:
    title = meta.title
    below = _below(title, told) if title else list(told)
    byline = meta.byline or people(signatures([*below[:4], *below[-2:]]), meta.outlet)
    body = without_credits(below, byline)
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
        byline=byline,
        published_at=meta.published_at,
        modified_at=meta.modified_at,
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
