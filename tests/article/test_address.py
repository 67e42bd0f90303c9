"""Which links lead to the same article."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.article.address import article_key, same_site
from bot.errors import LinkInvalid

KEY = "https://courier.example/news/bridge?id=3"


@pytest.mark.parametrize(
    "link",
    [
        "https://courier.example/news/bridge?id=3",
        "http://courier.example/news/bridge?id=3",
        "HTTPS://Courier.EXAMPLE/news/bridge?id=3",
        "https://courier.example:443/news/bridge?id=3",
        "http://courier.example:80/news/bridge?id=3",
        "https://courier.example./news/bridge?id=3",
        "https://courier.example/news/bridge?id=3#comments",
        "https://courier.example/news/bridge?id=3#:~:text=closed",
        "https://courier.example/news/bridge?utm_source=x&id=3&utm_medium=y",
        "https://courier.example/news/bridge?id=3&fbclid=abc&gclid=def&msclkid=g",
        "https://courier.example/news/bridge?id=3&mc_cid=1&mc_eid=2&at_medium=rss&smid=tw-share",
        "https://user:secret@courier.example/news/bridge?id=3",
        "  https://courier.example/news/bridge?id=3  ",
        "https://courier.example/news/../news/bridge?id=3",
        "https://courier.example/news/%62ridge?id=3",
    ],
)
def test_one_article_has_one_key(link: str) -> None:
    """What a newsletter, a share button or a browser adds does not make another article of it."""
    assert article_key(link) == KEY


@pytest.mark.parametrize(
    "link",
    [
        "https://courier.example/news/bridge?id=4",
        "https://courier.example/news/bridge",
        "https://courier.example/news/Bridge?id=3",
        "https://courier.example/news/bridge/?id=3",
        "https://courier.example:8443/news/bridge?id=3",
        "https://www.courier.example/news/bridge?id=3",
        "https://courier.example/news/bridge?id=3&page=2",
        "https://courier.example/news%2Fbridge?id=3",
    ],
)
def test_another_article_has_another_key(link: str) -> None:
    """Whatever may choose another article is kept."""
    assert article_key(link) != KEY


@pytest.mark.parametrize("link", ["", "bridge", "ftp://courier.example/a", "mailto:a@courier.example", "http://", "http:///a", "javascript:alert(1)", "//courier.example/a"])  # fmt: skip
def test_other_schemes_have_no_key(link: str) -> None:
    """Only http(s) addresses have one."""
    with pytest.raises(LinkInvalid):
        article_key(link)


@example("A.»", "http://")
@given(st.text(min_size=1).filter(lambda text: text[0] not in "/?#" and not text[0].isspace()), st.sampled_from(["http://", "https://", "HTTP://"]))  # fmt: skip
def test_no_http_address_breaks_it_and_a_key_is_its_own_key(rest: str, scheme: str) -> None:
    """Any http(s) address has a key, and the key of the key is the same."""
    key = article_key(scheme + rest)

    assert article_key(key) == key


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.courier.example/a", "https://courier.example/b", True),
        ("https://m.courier.example/a", "https://www.courier.example/b", True),
        ("https://edition.courier.example/a", "https://www.courier.example/b", True),
        ("https://courier.example/a", "https://herald.example/a", False),
        ("https://one.blogs.example/a", "https://two.blogs.example/a", False),
        ("https://evilcourier.example/a", "https://courier.example/a", False),
        ("https://courier.example/a", "https://example/a", False),
        ("http://127.0.0.1:8000/a", "http://127.0.0.1/b", True),
        ("https://courier.example/a", "http://[", False),
    ],
)
def test_same_site(one: str, other: str, same: bool) -> None:
    """A host, its `www.` and what lies beneath it are one site; neighbours are not."""
    assert same_site(one, other) is same
    assert same_site(other, one) is same
