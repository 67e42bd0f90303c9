"""Who wrote it, and when."""

import pytest

from bot.article.byline import people
from bot.article.extract import article_of
from tests.pages import TITLE, body, html, linked, page


@pytest.mark.parametrize(
    ("raw", "names"),
    [
        (["Anna Berg"], ["Anna Berg"]),
        (["By Anna Berg"], ["Anna Berg"]),
        (["BY ANNA BERG"], ["Anna Berg"]),
        (["By Anna Berg and Tom Lind"], ["Anna Berg", "Tom Lind"]),
        (["Anna Berg, Tom Lind & Eva Nord"], ["Anna Berg", "Tom Lind", "Eva Nord"]),
        (["Anna Berg; Tom Lind"], ["Anna Berg", "Tom Lind"]),
        (["Anna Berg", "anna berg", "Tom Lind"], ["Anna Berg", "Tom Lind"]),
        (["Anna Berg, Transport correspondent"], ["Anna Berg"]),
        (["Anna Berg in Oslo"], ["Anna Berg"]),
        (["Von Anna Berg und Tom Lind"], ["Anna Berg", "Tom Lind"]),
        (["Par Anna Berg et Tom Lind"], ["Anna Berg", "Tom Lind"]),
        (["Por José Silva e Costa"], ["José Silva e Costa"]),
        (["di Anna Rossi"], ["Anna Rossi"]),
        (["Eyal Press"], ["Eyal Press"]),
        (["Ani Lind"], ["Ani Lind"]),
        (["Мария Иванова"], ["Мария Иванова"]),
        (["张伟"], ["张伟"]),
        (["محمد علي"], ["محمد علي"]),
        (["Autor/in: Anna Berg"], ["Anna Berg"]),
        (["Autor Anna Berg"], ["Anna Berg"]),
        (["View all posts by Anna Berg"], ["Anna Berg"]),
        (["By Anna Berg March 25, 2026"], ["Anna Berg"]),
        (["Anna Berg Updated: March 4, 2026"], ["Anna Berg"]),
        (["AFP avec Anna Berg"], ["Anna Berg"]),
        (["Анна Берг, РИА Новости"], ["Анна Берг"]),
        (["记者：张伟"], ["张伟"]),
        (["Jan van der Berg"], ["Jan van der Berg"]),
        (["Anna Berg, follow on Twitter"], ["Anna Berg"]),
        (["The Northern Courier, Oslo, Norway"], []),
        (["The Northern Courier; Oslo; Norway"], []),
        (["Username"], []),
        (["责任编辑：张伟"], []),
        (["Reuters"], []),
        (["Reuters Staff"], []),
        (["By The Associated Press"], []),
        (["Agence France-Presse"], []),
        (["The Northern Courier"], []),
        (["Northern Courier"], []),
        (["admin"], []),
        (["News desk"], []),
        (["https://www.courier.example/anna"], []),
        (["anna@courier.example"], []),
        (["3 minutes read"], []),
        ([""], []),
    ],
)
def test_people(raw: list[str], names: list[str]) -> None:
    """Names of persons, in order, each once; no "By", no role, no desk, no agency and not the outlet."""
    assert list(people(raw, "The Northern Courier")) == names


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("2026-03-04T08:15:00+01:00", "2026-03-04T08:15:00+01:00"),
        ("2026-03-04T08:15:00Z", "2026-03-04T08:15:00+00:00"),
        ("2026-03-04T08:15:00.123Z", "2026-03-04T08:15:00+00:00"),
        ("2026-03-04T08:15:00+0100", "2026-03-04T08:15:00+01:00"),
        ("2026-03-04 08:15:00 +0100", "2026-03-04T08:15:00+01:00"),
        ("2026-03-04T08:15", "2026-03-04T08:15:00"),
        ("2026-03-04", "2026-03-04"),
        ("04.03.2026", "2026-03-04"),
        ("Wed Mar 04 2026 08:15:00 GMT+0100 (CET)", "2026-03-04T08:15:00+01:00"),
        ("2026-03-04T08:15:00 EST", "2026-03-04T08:15:00-05:00"),
        ("March 4, 2026, 8:15 AM EDT", "2026-03-04T08:15:00-04:00"),
        ("2026-03-04 08:15:00 +9900", "2026-03-04T08:15:00"),
        ("2026-03-04 08:15", "2026-03-04T08:15:00"),
        ("08:15, 04-03-2026", "2026-03-04T08:15:00"),
        ("2026年3月4日", "2026-03-04"),
        ("2026年3月4日 08:15", "2026-03-04T08:15:00"),
        ("Wed, 04 Mar 2026 08:15:00 +0100", "2026-03-04T08:15:00+01:00"),
        ("Mar 4, 2026", "2026-03-04"),
        ("March 4, 2026", "2026-03-04"),
        ("4 March 2026", "2026-03-04"),
    ],
)
def test_the_time_of_publication_keeps_its_zone(stated: str, kept: str) -> None:
    """ISO 8601, with the zone that the page gives and none made up."""
    assert article_of(page(html(head=linked(datePublished=stated)))).published_at == kept


@pytest.mark.parametrize(
    "stated", ["", "yesterday", "0000-00-00", "9999-99-99T00:00:00Z", "20260304081500000000000", 7, None, ["2026"]]
)
def test_what_is_no_time_is_unknown(stated: object) -> None:
    """A date that cannot be is left out."""
    assert article_of(page(html(head=linked(datePublished=stated)))).published_at is None


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://www.courier.example/news/bridge", "https://www.courier.example/news/bridge"),
        ("/news/bridge", "https://www.courier.example/news/bridge"),
        ("https://courier.example/news/bridge#top", "https://courier.example/news/bridge"),
        ("https://herald.example/news/bridge", None),
        ("https://www.courier.example/", None),
        ("javascript:alert(1)", None),
        ("http://user:secret@www.courier.example/news/bridge", None),
        ("http://[", None),
        ("", None),
    ],
)
def test_the_canonical_address_is_of_the_same_site(href: str, kept: str | None) -> None:
    """A page speaks for its own site only, and its front page is no article's address."""
    assert article_of(page(html(head=f'<link rel="canonical" href="{href}">'))).canonical_url == kept


@pytest.mark.parametrize(
    "byline",
    [
        '<div data-component="byline-block"><span>By Anna Berg</span><span>Transport correspondent</span></div>',
        '<p class="byline">By <a href="/anna">Anna Berg</a>, Oslo</p>',
        '<span itemprop="author">Anna Berg</span>',
        '<a rel="author" href="/anna">Anna Berg</a>',
    ],
)
def test_the_byline_is_read_off_the_page_where_nothing_else_tells(byline: str) -> None:
    """Without data about its author, a page still shows one."""
    inner = f"<h1>{TITLE}</h1>{byline}{body()}"

    assert article_of(page(html(inner))).byline == ("Anna Berg",)
