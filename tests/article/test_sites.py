"""Pages as many content systems make them: body and metadata of each, and never less than the extractor alone finds."""

import pytest
import trafilatura

from bot.article.article import Article
from bot.article.extract import article_of
from bot.article.page import Page
from bot.article.prose import plain
from tests.article.sites import READER, SITES, TEASERS, Site
from tests.bench.extract import f1


def read(site: Site) -> Article:
    return article_of(Page(site.html.encode(), "text/html", url=site.address, final_url=site.address, charset="utf-8"))


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_body_is_the_article(site: Site) -> None:
    """Every paragraph is there, in order and whole; captions, teasers and readers are not."""
    article = read(site)
    told = article.text
    places = [plain(told).find(plain(paragraph)) for paragraph in site.text.paragraphs]
    alone = trafilatura.extract(site.html, include_comments=False) or ""
    body = "\n".join(site.text.paragraphs)

    assert -1 not in places
    assert places == sorted(places)
    assert not [text for text in (READER, *TEASERS) if text in told]
    assert f1(told, f"{site.text.title}\n{body}") > min(0.9, f1(alone, body) - 0.01)


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_what_is_known_about_it_is_right(site: Site) -> None:
    """Title, people, day, outlet and language are those that the page tells, in whatever way it does."""
    article = read(site)

    assert plain(article.title or "") == plain(site.text.title)
    assert site.authors is None or article.byline == tuple(site.authors)
    assert site.day is None or (article.published_at or "")[:10] == site.day
    assert site.outlet is None or article.outlet == site.outlet
    assert article.language == site.text.language


def test_a_change_is_known_apart_from_the_publication() -> None:
    """`dateModified` is kept with its zone beside `datePublished`."""
    article = read(next(site for site in SITES if site.name == "spans"))

    assert article.published_at == "2026-03-04T08:15:00+01:00"
    assert article.modified_at == "2026-03-06T10:00:00+01:00"
