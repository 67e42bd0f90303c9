"""Where redirects lead, and which are refused."""

import pytest

from bot.errors import (
    AddressRefused,
    ClaimsBotError,
    RedirectLoop,
    RedirectUnsafe,
)
from tests.adapters.conftest import web_for
from tests.hostile import ARTICLE, HostileServer, hostile_server


async def test_redirects_are_followed_and_both_addresses_kept(site: HostileServer) -> None:
    """Five redirects are walked; the page knows what was asked for and where it came from."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/hops/5"))

    assert page.url == site.url("/hops/5")
    assert page.final_url == site.url("/article")


async def test_a_page_that_only_sends_on_is_followed(site: HostileServer) -> None:
    """A page that holds nothing but a refresh at once counts as a redirect, entities undone."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/refresh"))

    assert page.final_url == site.url("/article?a=1&b=2")


async def test_a_redirect_whose_body_never_ends_is_followed_at_once(site: HostileServer) -> None:
    """The body of a redirect is not read."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/endless-redirect"))

    assert page.body == ARTICLE


@pytest.mark.parametrize("path", ["/elsewhere", "/refresh-elsewhere"])
async def test_a_redirect_inside_is_refused_without_a_connection(site: HostileServer, path: str) -> None:
    """What redirects to an address that is not public is refused before anything connects there."""
    async with hostile_server() as inside:
        site.elsewhere = inside.url("/secret")
        async with web_for(site) as web:
            with pytest.raises(AddressRefused) as caught:
                await web.fetch(site.url(path))

    assert not inside.seen
    assert str(inside.port) not in str(caught.value)
    assert "127" not in str(caught.value)


@pytest.mark.parametrize(
    ("target", "error"),
    [
        ("file:///etc/passwd", RedirectUnsafe),
        ("ftp://127.0.0.1/", RedirectUnsafe),
        ("gopher://127.0.0.1:6379/_x", RedirectUnsafe),
        ("http://user:secret@127.0.0.1/", AddressRefused),
        ("http://2130706433/", AddressRefused),
        ("http://[::1]/", AddressRefused),
        ("//169.254.169.254/latest/meta-data/", AddressRefused),
        ("http://", RedirectLoop),
    ],
)
async def test_a_redirect_is_checked_like_the_first_address(
    site: HostileServer, target: str, error: type[ClaimsBotError]
) -> None:
    """Scheme, user info and address of each redirect are held to the same rule."""
    site.elsewhere = target
    async with web_for(site) as web:
        with pytest.raises(error):
            await web.fetch(site.url("/elsewhere"))
