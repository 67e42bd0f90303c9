"""How a fetch behaves towards sites: turns, rests, robots.txt, one request for many, nothing sent twice."""

import asyncio
import time

import pytest

from bot.adapters.web.aiohttp_web import USER_AGENT, OpenWeb
from bot.adapters.web.answers import retry_after
from bot.adapters.web.rests import Rests
from bot.adapters.web.shelf import Shelf
from bot.article.page import Page
from bot.article.validators import Validators
from bot.errors import RobotsForbid, SiteBroken
from bot.ports import NotModified
from tests.adapters.conftest import web_for
from tests.hostile import ARTICLE, HostileServer, hostile_server
from tests.processor import allowed

SILENCE = 10.0
"""Seconds that a site may keep silent."""


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


async def test_hosts_behind_redirects_are_asked_two_at_a_time_as_well(site: HostileServer) -> None:
    """Six links of a shortener that lead to one host run there at most two at once, and waiting costs none its deadline."""
    async with hostile_server() as shortener, web_for(site, shortener, seconds=0.5) as web:
        shortener.elsewhere = site.url("/a-moment")
        pages = await asyncio.gather(*(web.fetch(shortener.url(f"/elsewhere?{n}")) for n in range(8)))

    assert {page.body for page in pages} == {ARTICLE}
    assert site.most == 2


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
    start = time.process_time()
    async with web_for(site, robots=True, seconds=3) as web:
        page = await web.fetch(site.url("/" + "a" * 300))

    assert page.body == ARTICLE
    assert time.process_time() - start < allowed(2)


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


async def test_sites_that_keep_silent_hold_up_nobody_else() -> None:
    """However many sites let us wait, a page of another comes at once, and none of its seconds are spent in a queue."""
    async with hostile_server("0.0.0.0") as site:
        hosts = [f"127.0.1.{n}" for n in range(1, 101)]
        pairs = frozenset((host, site.port) for host in hosts)
        async with OpenWeb(allow=pairs, seconds=SILENCE, robots=False) as web:
            silent = [asyncio.create_task(web.fetch(site.url("/silent", host=host))) for host in hosts[:-1]]
            async with asyncio.timeout(SILENCE):
                while site.open < len(silent):
                    await asyncio.sleep(0.01)
            page = await web.fetch(site.url("/article", host=hosts[-1]))
            waiting = [task for task in silent if not task.done()]
            for task in silent:
                task.cancel()
            await asyncio.gather(*silent, return_exceptions=True)

    assert page.body == ARTICLE
    assert len(waiting) == len(silent)


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
