"""What a page says of itself: title, day, author, address and language."""

import pytest

from bot.article.article import Article
from bot.article.extract import article_of
from bot.article.page import Page
from bot.article.validators import Validators
from tests.pages import ADDRESS, PARAGRAPHS, TITLE, body, html, linked, page


def test_credits_are_no_part_of_the_text() -> None:
    """Who wrote it, when, and what else they write about is known, not told."""
    head = linked(author={"@type": "Person", "name": "Anna Berg"})
    credit = "<p>By Anna Berg</p><p>4 March 2026 · 5 minute read</p>"
    end = "<p>Anna Berg reports on transport for the Courier.</p><p>Tom Lind contributed reporting from Oslo.</p>"

    article = article_of(page(html(f"<h1>{TITLE}</h1>{credit}{body()}{end}", head=head)))

    assert article.text == "\n\n".join([TITLE, *PARAGRAPHS])


def test_all_that_is_known_about_a_page() -> None:
    """Title, outlet, people, time with zone, language and address come with the text."""
    head = (
        linked(
            datePublished="2026-03-04T08:15:00+01:00",
            author=[
                {"@type": "Person", "name": "By Anna Berg"},
                {"@type": "Person", "name": "Tom Lind, Transport correspondent"},
            ],
            publisher={"@type": "Organization", "name": "The Northern Courier"},
            isAccessibleForFree=False,
        )
        + '<link rel="canonical" href="/news/2026/the-bridge">'
    )

    article = article_of(page(html(head=head), address=f"{ADDRESS}?utm_source=x"))

    assert article.title == TITLE
    assert article.outlet == "The Northern Courier"
    assert article.byline == ("Anna Berg", "Tom Lind")
    assert article.published_at == "2026-03-04T08:15:00+01:00"
    assert article.language == "en"
    assert article.url == f"{ADDRESS}?utm_source=x"
    assert article.canonical_url == "https://www.courier.example/news/2026/the-bridge"


def test_an_article_knows_what_its_page_was_named_by() -> None:
    """An `ETag` and a date are kept to ask with later, through storage, but are no part of what is told."""
    named = {"etag": 'W/"7a"', "last-modified": "Wed, 04 Mar 2026 08:00:00 GMT"}

    article = article_of(page(html(head=linked()), headers=named))
    kept = Article.model_validate_json(article.model_dump_json())

    assert kept.validators == Validators(etag='W/"7a"', last_modified="Wed, 04 Mar 2026 08:00:00 GMT")
    assert kept.validators.conditions()["If-None-Match"] == 'W/"7a"'


@pytest.mark.parametrize("etag", ["", '"ä"', '"a\r\nX: y"', '"' + "a" * 600, '"\udc80"'])
def test_a_tag_that_cannot_be_sent_back_is_not_kept(etag: str) -> None:
    """Only printable ASCII of a sane length goes into a later request."""
    assert not Validators.of({"etag": etag})


def test_without_linked_data_the_head_tells() -> None:
    """Open Graph and plain meta elements stand in."""
    head = (
        '<meta property="og:type" content="article"><meta property="og:site_name" content="The Northern Courier">'
        f'<meta property="og:title" content="{TITLE} | The Northern Courier"><meta name="author" content="Anna Berg and Tom Lind">'
        '<meta property="article:published_time" content="2026-03-04T08:15:00Z">'
    )

    article = article_of(page(html(head=head)))

    assert (article.title, article.outlet) == (TITLE, "The Northern Courier")
    assert article.byline == ("Anna Berg", "Tom Lind")
    assert article.published_at == "2026-03-04T08:15:00+00:00"


@pytest.mark.parametrize("address", ["https://www.courier.example/2026/bridge", "http://192.0.2.7:8080/2026/bridge"])
@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://www.other.example/a"><meta property="og:url" content="https://other.example/a">',
        '<meta property="og:url" content="http://169.254.169.254/">',
        '<meta property="og:url" content="http://127.0.0.1:3555/">',
        '<base href="https://other.example/">',
        '<meta property="og:site_name" content="other.example">',
        '<meta property="og:site_name" content="other.example:8080">',
        "",
    ],
)
def test_a_page_does_not_go_by_the_address_of_another_site(head: str, address: str) -> None:
    """Anybody's page may name any address as its own; whose it is is told by where it was fetched."""
    fetched = Page(html(head=head).encode(), "text/html", url=address)

    assert article_of(fetched).outlet == ("courier.example" if "courier" in address else "192.0.2.7:8080")


SITE = '<meta property="og:site_name" content="The Northern Courier">'


@pytest.mark.parametrize(
    ("window", "heading", "head", "title"),
    [
        (f"{TITLE} | The Northern Courier", "Transport desk", "", TITLE),
        (f"The Northern Courier | {TITLE}", "The Northern Courier", SITE, TITLE),
        (f"The harbour bridge: {TITLE}", "The bridge is closed", "", "The bridge is closed"),
        (f"{TITLE} | Courier.example", TITLE, '<meta property="og:title" content="harbour-bridge-closed-2026">', TITLE),
        (f"{TITLE} | Courier", TITLE, linked(headline="a bridge in the north", name=TITLE), TITLE),
    ],
)
def test_the_title_is_that_of_the_article(window: str, heading: str, head: str, title: str) -> None:
    """Not the name of a section or of the site in the largest letters, not a slug, not a description."""
    article = article_of(page(html(f"<h1>{heading}</h1>{body()}", head=head, title=window)))

    assert article.title == title


@pytest.mark.parametrize(
    ("line", "lang", "day"),
    [
        ("Published 4 March 2026 in Transport", "en", "2026-03-04"),
        ("4. März 2026", "de", "2026-03-04"),
        ("4 de marzo de 2026", "es", "2026-03-04"),
        ("时间：2026年3月4日", "en", "2026-03-04"),
        (f"On 4 March 2026 the bridge was closed. {PARAGRAPHS[0]}", "en", None),
    ],
)
def test_a_day_that_only_the_page_shows_is_known(line: str, lang: str, day: str | None) -> None:
    """In the language of the page, behind the headline; one within a paragraph may be that of anything."""
    article = article_of(page(html(f"<h1>{TITLE}</h1><div>{line}</div>{body()}", lang=lang), address=None))

    assert article.published_at == day


@pytest.mark.parametrize(
    ("lang", "language"),
    [("en-GB", "en"), ("", "en"), ("de", "en"), ("xx-unknown", "en")],
)
def test_the_language_is_what_the_page_says_unless_it_is_plainly_wrong(lang: str, language: str) -> None:
    """A template that names another language does not change the text."""
    assert article_of(page(html(lang=lang, head=linked()))).language == language
