"""The open web, met on loopback with real sockets."""

import asyncio
import socket
import ssl
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.adapters.aiohttp_web import USER_AGENT, OpenWeb
from bot.adapters.answers import retry_after
from bot.adapters.rests import Rests
from bot.adapters.shelf import Shelf
from bot.article.extract import article_of
from bot.article.page import Page
from bot.article.validators import Validators
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
    RobotsForbid,
    SiteBroken,
    TooLarge,
    TooSlow,
    Unreachable,
)
from bot.ports import NotModified
from tests.adapters.certificates import self_signed
from tests.hostile import ARTICLE, HostileServer, hostile_server


@pytest.fixture
async def site() -> AsyncIterator[HostileServer]:
    async with hostile_server() as server:
        yield server


def web_for(*servers: HostileServer, seconds: float = 1.0, robots: bool = False) -> OpenWeb:
    return OpenWeb(
        allow=frozenset(server.pair for server in servers), seconds=seconds, max_bytes=5_000_000, robots=robots
    )


async def test_a_page_comes_with_its_address_type_charset_and_headers(site: HostileServer) -> None:
    """A plain page arrives whole, with what its headers say."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/article?id=3#top"))

    assert page.body == ARTICLE
    assert (page.content_type, page.charset, page.status) == ("text/html", "utf-8", 200)
    assert page.url == page.final_url == site.url("/article?id=3")
    assert page.headers["content-length"] == str(len(ARTICLE))


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


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/status/404", PageMissing),
        ("/status/410", PageMissing),
        ("/status/401", PageForbidden),
        ("/status/403", PageForbidden),
        ("/status/451", PageForbidden),
        ("/status/400", SiteBroken),
        ("/status/429", SiteBroken),
        ("/status/500", SiteBroken),
        ("/status/503", SiteBroken),
        ("/status/304", SiteBroken),
        ("/challenge", ChallengePage),
        ("/document", NotReadable),
        ("/loop", RedirectLoop),
        ("/hops/6", RedirectLoop),
        ("/large", TooLarge),
        ("/endless", TooLarge),
        ("/gzip-bomb", TooLarge),
        ("/brotli-bomb", TooLarge),
        ("/huge-chunk", (TooLarge, SiteBroken)),
        ("/bad-chunk", SiteBroken),
        ("/cut-off", SiteBroken),
        ("/no-http", SiteBroken),
        ("/headers", SiteBroken),
        ("/long-header", SiteBroken),
        ("/nested", NotReadable),
        ("/deflate-bomb", TooLarge),
        ("/garbage-gzip", SiteBroken),
        ("/gzip-tail", (TooLarge, SiteBroken, TooSlow)),
        ("/unknown-coding", NotReadable),
        ("/http-0-9", SiteBroken),
        ("/two-lengths", SiteBroken),
        ("/length-and-chunks", SiteBroken),
        ("/negative-length", SiteBroken),
        ("/many-headers", SiteBroken),
        ("/nul-header", SiteBroken),
        ("/odd-status", SiteBroken),
        ("/early-hints", (TooSlow, SiteBroken)),
        ("/trailers", (TooSlow, SiteBroken)),
        ("/slow-hops", TooSlow),
        ("/silent", TooSlow),
        ("/drip", TooSlow),
        ("/drip-head", TooSlow),
        ("/continues", (TooSlow, SiteBroken)),
        ("/small-chunks", (TooSlow, TooLarge, SiteBroken)),
    ],
)
async def test_what_a_server_does_has_its_own_error_within_the_deadline(
    site: HostileServer, path: str, error: type[ClaimsBotError] | tuple[type[ClaimsBotError], ...]
) -> None:
    """Each way a fetch can go wrong is told apart, and none takes longer than the deadline."""
    start = time.monotonic()

    async with web_for(site) as web:
        with pytest.raises(error):
            await web.fetch(site.url(path))

    assert time.monotonic() - start < 2.0


async def test_a_refused_status_is_not_tried_again(site: HostileServer) -> None:
    """One request, one answer: 403 is not retried, and what 429 asks for travels with the error."""
    async with web_for(site) as web:
        with pytest.raises(PageForbidden):
            await web.fetch(site.url("/status/403"))
        with pytest.raises(SiteBroken) as caught:
            await web.fetch(site.url("/status/429"))

    assert site.seen["/status/403"] == 1
    assert caught.value.about == {"status": 429, "retry_after": 120}


async def test_a_host_that_asks_for_rest_gets_it(site: HostileServer) -> None:
    """After `Retry-After` nothing more is asked of that host until then, and whoever pastes another link is told how long."""
    async with hostile_server() as other, web_for(site, other) as web:
        with pytest.raises(SiteBroken):
            await web.fetch(site.url("/overloaded", host="127.0.0.1"))
        with pytest.raises(SiteBroken) as caught:
            await web.fetch(site.url("/article"))

    assert caught.value.about == {"status": 429, "retry_after": 120}
    assert site.seen == {"/overloaded": 1}


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("120", 120), ("0", 0), ("99999999", 604_800), ("Wed, 25 Nov 2020 10:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 604_800),
     ("soon", None), ("-5", None), ("", None), ("1.5", None), ("١٢", None), ("9" * 5000, None)],
)  # fmt: skip
def test_how_long_to_wait_is_seconds_or_a_date(said: str, seconds: int | None) -> None:
    """A date in the past is no wait, a far one a week; nonsense says nothing."""
    assert retry_after({"Retry-After": said}) == seconds


def test_a_rest_ends_and_few_hosts_are_remembered() -> None:
    """Only who names a time gets one, no rest outlasts its cap, and old ones make room."""
    rests = Rests(longest=0.0)
    rests.heed("courier.example", SiteBroken("", status=503, retry_after=500))
    rests.check("courier.example")
    rests = Rests()
    rests.heed("other.example", SiteBroken("", status=503))
    rests.check("other.example")
    for n in range(1200):
        rests.heed(f"{n}.example", SiteBroken("", status=503, retry_after=500))
    rests.check("1.example")

    with pytest.raises(SiteBroken):
        rests.check("1100.example")


async def test_more_than_was_said_is_not_read(site: HostileServer) -> None:
    """What comes behind the stated length is nobody's."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/short-length"))

    assert page.body == ARTICLE


@pytest.mark.parametrize("charset", ["utf-7", "zip", "idna", "utf-16", "x" * 3000, "../../etc/passwd", "none"])
async def test_a_charset_that_lies_changes_nothing(site: HostileServer, charset: str) -> None:
    """The bytes are read as what they are."""
    async with web_for(site) as web:
        article = article_of(await web.fetch(site.url(f"/charset/{charset.replace('/', '')}")))

    assert article.title == "Harbour bridge stays closed"


async def test_hosts_behind_redirects_are_asked_two_at_a_time_as_well(site: HostileServer) -> None:
    """Six links of a shortener that lead to one host run there at most two at once, and waiting costs none its deadline."""
    async with hostile_server() as shortener, web_for(site, shortener, seconds=0.5) as web:
        shortener.elsewhere = site.url("/a-moment")
        pages = await asyncio.gather(*(web.fetch(shortener.url(f"/elsewhere?{n}")) for n in range(8)))

    assert {page.body for page in pages} == {ARTICLE}
    assert site.most == 2


async def test_a_redirect_whose_body_never_ends_is_followed_at_once(site: HostileServer) -> None:
    """The body of a redirect is not read."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/endless-redirect"))

    assert page.body == ARTICLE


async def test_headers_as_large_as_news_sites_send_them_are_taken(site: HostileServer) -> None:
    """A content security policy of 16 KB is no reason to fail."""
    async with web_for(site) as web:
        page = await web.fetch(site.url("/policies"))

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
        ("file:///etc/passwd", RedirectLoop),
        ("ftp://127.0.0.1/", RedirectLoop),
        ("gopher://127.0.0.1:6379/_x", RedirectLoop),
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


@pytest.mark.parametrize("link", ["", "bridge", "ftp://a.example/", "http://", "http://a b.example/", "javascript:alert(1)", "https:///x", "http://[::1", "http://a.example:99999/", "http://a.example\\@b.example/", "mailto:a@b.example"])  # fmt: skip
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


async def test_robots_txt_is_honoured_and_asked_for_once(site: HostileServer) -> None:
    """A path that robots.txt closes is not fetched; the file is fetched once for many pages."""
    site.robots = b"User-agent: *\nDisallow: /private\n"
    async with web_for(site, robots=True) as web:
        with pytest.raises(RobotsForbid):
            await web.fetch(site.url("/private/article"))
        await web.fetch(site.url("/article"))

    assert site.seen == {"/robots.txt": 1, "/article": 1}


async def test_robots_txt_may_name_us(site: HostileServer) -> None:
    """Rules for our own name count before those for everybody."""
    site.robots = b"User-agent: *\nDisallow:\n\nUser-agent: claims-bot\nDisallow: /\n"
    async with web_for(site, robots=True) as web:
        with pytest.raises(RobotsForbid):
            await web.fetch(site.url("/article"))


@pytest.mark.parametrize(
    "robots", [None, b"\xff\xfe\x00", b"User-agent: *\nDisallow: /" + b"*a" * 40 + b"$", b"Disallow: /" * 100_000]
)
async def test_a_robots_txt_that_is_absent_or_broken_forbids_nothing(site: HostileServer, robots: bytes | None) -> None:
    """Neither a missing file nor nonsense nor a pattern made to be slow stands in the way."""
    site.robots = robots
    start = time.monotonic()
    async with web_for(site, robots=True, seconds=3) as web:
        page = await web.fetch(site.url("/" + "a" * 300))

    assert page.body == ARTICLE
    assert time.monotonic() - start < 2


async def test_the_same_article_is_fetched_once_however_many_ask(site: HostileServer) -> None:
    """Twenty pastes of one link, decorated differently, are one request."""
    async with web_for(site, seconds=3) as web:
        pages = await asyncio.gather(*(web.fetch(site.url(f"/a-moment?utm_source=s{n}#x")) for n in range(20)))

    assert {page.body for page in pages} == {ARTICLE}
    assert [page.url for page in pages] == [site.url(f"/a-moment?utm_source=s{n}") for n in range(20)]
    assert site.seen.total() == 1


async def test_a_page_that_has_not_changed_is_not_sent_again(site: HostileServer) -> None:
    """The second request names the tag of the first answer, and the kept page stands for "not modified"."""
    async with web_for(site) as web:
        first = await web.fetch(site.url("/tagged"))
        second = await web.fetch(site.url("/tagged#again"))

    assert first == second
    assert [headers.get("if-none-match") for headers in site.asked] == [None, '"one"']


async def test_what_was_read_before_is_asked_for_by_its_validators(site: HostileServer) -> None:
    """A page that an article was made of earlier is not sent again, and one that changed comes whole."""
    earlier = Validators(etag='"one"', last_modified="Wed, 04 Mar 2026 08:00:00 GMT")
    async with web_for(site) as web:
        with pytest.raises(NotModified):
            await web.fetch(site.url("/tagged"), known=earlier)
        changed = await web.fetch(site.url("/tagged"), known=Validators(etag='"two"'))
        afresh = await web.fetch(site.url("/tagged"))

    assert changed.body == afresh.body == ARTICLE
    assert changed.validators == Validators(etag='"one"')
    assert site.asked[0]["if-modified-since"] == earlier.last_modified


async def test_who_asks_again_shares_no_fetch_with_who_asks_first(site: HostileServer) -> None:
    """A conditional request and a plain one at the same time are two."""
    async with web_for(site) as web:
        outcomes = await asyncio.gather(
            web.fetch(site.url("/tagged")),
            web.fetch(site.url("/tagged"), known=Validators(etag='"one"')),
            return_exceptions=True,
        )

    assert isinstance(outcomes[0], Page)
    assert isinstance(outcomes[1], NotModified)


def test_the_shelf_holds_a_few_pages_only() -> None:
    """Pages without a tag and large ones are not kept, and the oldest make room."""
    shelf = Shelf(1000)
    for n in range(10):
        shelf.keep(f"https://courier.example/{n}", Page(b"x" * 240, "text/html", headers={"etag": f'"{n}"'}))
    shelf.keep("https://courier.example/large", Page(b"x" * 600, "text/html", headers={"etag": '"a"'}))
    shelf.keep("https://courier.example/plain", Page(b"x", "text/html"))

    kept = [name for name in (*map(str, range(10)), "large", "plain") if shelf.kept(f"https://courier.example/{name}")]
    assert kept == ["6", "7", "8", "9"]
    assert shelf.conditions("https://courier.example/9") == {"If-None-Match": '"9"'}
    assert shelf.conditions("https://courier.example/1") == {}


async def test_two_at_a_time_per_host(site: HostileServer) -> None:
    """Six different articles of one host are fetched at most two at a time."""
    async with web_for(site, seconds=3) as web:
        await asyncio.gather(*(web.fetch(site.url(f"/a-moment/{n}")) for n in range(6)))

    assert site.seen.total() == 6
    assert site.most == 2


async def test_who_gives_up_does_not_take_it_from_the_others(site: HostileServer) -> None:
    """Of two who wait for one page, one can be cancelled and the other still gets it."""
    async with web_for(site, seconds=3) as web:
        first = asyncio.create_task(web.fetch(site.url("/a-moment")))
        second = asyncio.create_task(web.fetch(site.url("/a-moment")))
        await asyncio.sleep(0.05)
        first.cancel()
        page = await second

    assert page.body == ARTICLE
    assert site.seen.total() == 1


async def test_no_cookie_is_kept_and_the_user_agent_is_honest(site: HostileServer) -> None:
    """A cookie set by one answer is not sent with the next request; each request says who asks."""
    async with web_for(site) as web:
        await web.fetch(site.url("/cookie/1"))
        await web.fetch(site.url("/cookie/2"))

    assert [headers.get("cookie") for headers in site.asked] == [None, None]
    assert {headers["user-agent"] for headers in site.asked} == {USER_AGENT}


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
