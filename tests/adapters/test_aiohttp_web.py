"""The open web, met on loopback with real sockets."""

import asyncio
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.web.aiohttp_web import OpenWeb
from bot.article.extract import article_of
from bot.errors import (
    AddressRefused,
    CertificateInvalid,
    ChallengePage,
    ClaimsBotError,
    LinkInvalid,
    NameUnknown,
    NotReadable,
    PageForbidden,
    PageMissing,
    RedirectLoop,
    SiteBroken,
    TooLarge,
    TooSlow,
    Unreachable,
    WebError,
)
from tests.adapters.certificates import self_signed
from tests.adapters.conftest import web_for
from tests.hostile import ARTICLE, HostileServer, hostile_server
from tests.processor import clock


async def test_a_page_comes_with_its_address_type_charset_and_headers(site: HostileServer) -> None:
    """A plain page arrives whole, with what its headers say."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/article?id=3#top"))

    assert page.body == ARTICLE
    assert (page.content_type, page.charset, page.status) == ("text/html", "utf-8", 200)
    assert page.url == page.final_url == site.url("/article?id=3")
    assert page.headers["content-length"] == str(len(ARTICLE))


async def test_a_page_is_not_late_because_we_are_busy(site: HostileServer) -> None:
    """Something else has the processor for longer than the deadline while the page is on its way."""

    async def hold_up() -> None:
        for _ in range(6):
            time.sleep(0.3)  # noqa: ASYNC251  as on a machine that has far too much to do
            await asyncio.sleep(0)

    async with web_for(site) as web, asyncio.TaskGroup() as both:
        fetching = both.create_task(web.fetch(site.url("/article")))
        both.create_task(hold_up())

    assert fetching.result().body == ARTICLE


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/status/404", PageMissing),
        ("/status/410", PageMissing),
        ("/status/401", PageForbidden),
        ("/status/403", PageForbidden),
        ("/status/451", PageForbidden),
        ("/status/429", SiteBroken),
        ("/status/500", SiteBroken),
        ("/status/503", SiteBroken),
        ("/challenge", ChallengePage),
        ("/document", NotReadable),
        ("/loop", RedirectLoop),
        ("/hops/6", RedirectLoop),
        ("/large", TooLarge),
        ("/endless", TooLarge),
        ("/gzip-bomb", TooLarge),
        ("/brotli-bomb", NotReadable),
        ("/zstd-bomb", NotReadable),
        ("/huge-chunk", (TooLarge, SiteBroken)),
        ("/bad-chunk", SiteBroken),
        ("/cut-off", SiteBroken),
        ("/no-http", SiteBroken),
        ("/headers", SiteBroken),
        ("/long-header", SiteBroken),
        ("/nested", NotReadable),
        ("/deflate-bomb", TooLarge),
        ("/garbage-gzip", SiteBroken),
        ("/empty-parts", SiteBroken),
        ("/unknown-coding", NotReadable),
        ("/http-0-9", SiteBroken),
        ("/two-lengths", SiteBroken),
        ("/length-and-chunks", SiteBroken),
        ("/negative-length", SiteBroken),
        ("/many-headers", SiteBroken),
        ("/nul-header", SiteBroken),
        ("/odd-status", SiteBroken),
        ("/early-hints", SiteBroken),
        ("/trailers", (TooSlow, SiteBroken)),
        ("/slow-hops", TooSlow),
        ("/silent", TooSlow),
        ("/drip", TooSlow),
        ("/drip-head", TooSlow),
        ("/continues", SiteBroken),
        ("/small-chunks", (TooSlow, TooLarge, SiteBroken)),
    ],
)
async def test_what_a_server_does_has_its_own_error_within_the_deadline(
    site: HostileServer, path: str, error: type[ClaimsBotError] | tuple[type[ClaimsBotError], ...]
) -> None:
    """Each way a fetch can go wrong is told apart, and none takes longer than the deadline."""
    start = clock()

    async with web_for(site) as web:
        with pytest.raises(error):
            await web.fetch(site.url(path))

    assert clock() - start < 2.0


@pytest.mark.parametrize("status", [300, 400, 418])
async def test_a_status_that_does_not_pass_is_no_trouble_of_the_site(site: HostileServer, status: int) -> None:
    """Whoever pasted the link is asked to look at it, not to wait a while."""
    async with web_for(site) as web:
        with pytest.raises(WebError) as caught:
            await web.fetch(site.url(f"/status/{status}"))

    assert caught.value.code == "web"


@pytest.mark.parametrize("form", ["gzip", "x-gzip", "deflate", "bare", "parts"])
async def test_a_page_is_unpacked_however_servers_pack_it(site: HostileServer, form: str) -> None:
    """As gzip, in one part or several, as deflate, and as the bare stream that some servers call so."""
    async with web_for(site) as web:
        page = await web.fetch(site.url(f"/packed/{form}"))

    assert page.body == ARTICLE


async def test_a_refused_status_is_not_tried_again(site: HostileServer) -> None:
    """One request, one answer: 403 is not retried, and what 429 asks for travels with the error."""
    async with web_for(site) as web:
        with pytest.raises(PageForbidden):
            await web.fetch(site.url("/status/403"))
        with pytest.raises(SiteBroken) as caught:
            await web.fetch(site.url("/status/429"))

    assert site.seen["/status/403"] == 1
    assert caught.value.about == {"status": 429, "retry_after": 120}


@pytest.mark.parametrize("path", ["/short-length", "/gzip-tail"])
async def test_more_than_was_said_is_not_read(site: HostileServer, path: str) -> None:
    """What comes behind the stated length, or behind the end of what is packed, is nobody's."""
    async with web_for(site) as web:
        page = await web.fetch(site.url(path))

    assert page.body == ARTICLE


@pytest.mark.parametrize("charset", ["utf-7", "zip", "idna", "utf-16", "x" * 3000, "../../etc/passwd", "none"])
async def test_a_charset_that_lies_changes_nothing(site: HostileServer, charset: str) -> None:
    """The bytes are read as what they are."""
    async with web_for(site) as web:
        article = article_of(await web.fetch(site.url(f"/charset/{charset.replace('/', '')}")))

    assert article.title == "Harbour bridge stays closed"


async def test_headers_as_large_as_news_sites_send_them_are_taken(site: HostileServer) -> None:
    """A content security policy of 16 KB is no reason to fail."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/policies"))

    assert page.body == ARTICLE


async def test_a_page_that_its_site_announces_first_is_read(site: HostileServer) -> None:
    """Early hints come before the answer that counts."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/hinted"))

    assert page.body == ARTICLE


async def test_a_closed_port_and_an_unknown_name_are_told_apart() -> None:
    """Nothing listening is `Unreachable`, no such name `NameUnknown`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with OpenWeb(allow=frozenset({("127.0.0.1", port)}), seconds=2, robots=False) as web:
        with pytest.raises(Unreachable):
            await web.fetch(f"http://127.0.0.1:{port}/")
        with pytest.raises(NameUnknown):
            await web.fetch("http://no-such-name.invalid/")


@pytest.mark.parametrize("host", [f"{'a' * 64}.invalid", f"{'ä' * 60}.invalid", f"{'a.' * 130}invalid"])
async def test_a_name_too_long_for_any_website_is_an_unknown_one(host: str) -> None:
    """A label of over 63 letters, or a name of over 253, is nobody's: to try again later is no advice."""
    async with OpenWeb(seconds=5, robots=False) as web:
        with pytest.raises((NameUnknown, LinkInvalid)):
            await web.fetch(f"http://{host}/")


@pytest.mark.parametrize("link", ["", "bridge", "ftp://a.example/", "http://", "http://a b.example/", "http://a..b/", "http://.example/", "javascript:alert(1)", "https:///x", "http://[::1", "http://a.example:99999/", "http://a.example\\@b.example/", "mailto:a@b.example"])  # fmt: skip
async def test_what_is_no_address_is_said_to_be_none(link: str) -> None:
    """Anything but an http(s) address with a host is `LinkInvalid`."""
    async with OpenWeb(robots=False) as web:
        with pytest.raises(LinkInvalid):
            await web.fetch(link)


async def test_over_ipv6_the_same_rules_hold() -> None:
    """A loopback server on ::1 is refused, and served when its pair is exempt."""
    async with hostile_server("::1") as site:
        async with OpenWeb(seconds=2, robots=False) as web:
            with pytest.raises(AddressRefused):
                await web.fetch(site.url("/article"))
        async with web_for(site) as web:
            page = await web.fetch(site.url("/article"))

    assert page.body == ARTICLE
    assert site.seen.total() == 1


async def test_a_certificate_that_does_not_hold_is_said_so(tmp_path: Path) -> None:
    """A self-signed server is `CertificateInvalid`, and nothing is sent to it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(tmp_path))
    reached: list[bytes] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reached.append(await reader.read(1))
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0, ssl=context) as server:
        port = server.sockets[0].getsockname()[1]
        async with OpenWeb(allow=frozenset({("127.0.0.1", port)}), seconds=3, robots=False) as web:
            with pytest.raises(CertificateInvalid):
                await web.fetch(f"https://127.0.0.1:{port}/")

    assert not any(reached)


async def test_a_proxy_of_the_environment_is_not_used(site: HostileServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings meant for other programs do not lead requests past the guard."""
    async with hostile_server() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url("/"))
        async with web_for(site) as web:
            await web.fetch(site.url("/article"))

    assert not proxy.seen


@pytest.fixture(scope="module", autouse=True)
def no_bytes_of_the_bombs_stay() -> Iterator[None]:
    """All of the above together grow this process by less than 60 MB."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000
