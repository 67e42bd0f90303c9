"""The open web through aiohttp: public addresses only, one deadline, caps, and manners."""

from dataclasses import replace
from types import TracebackType
from typing import Any, Self

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.adapters.web.addresses import PORTS, Pair, guarded_socket
from bot.adapters.web.answers import as_ours, check_status, read_page
from bot.adapters.web.hops import REDIRECTS, checked, redirected, refreshed
from bot.adapters.web.interim import FewInterim
from bot.adapters.web.names import GuardedResolver, SystemResolver
from bot.adapters.web.rests import Rests
from bot.adapters.web.robots import Robots
from bot.adapters.web.shelf import Shelf
from bot.adapters.web.turns import Turns
from bot.article.address import article_key
from bot.article.page import Page
from bot.article.validators import Validators
from bot.deadline import Deadline
from bot.errors import AddressRefused, RedirectLoop, RobotsForbid, SiteBroken, TooSlow
from bot.ports import NotModified

USER_AGENT = "claims-bot/0.1 (reads news articles that people ask about)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.1",
    "Accept-Language": "*",
    "Accept-Encoding": "gzip, deflate",  # what `unpacked` undoes
}
_NOTHING = Validators()


class OpenWeb:
    """Satisfies `ports.Web`. Use as `async with`.

    `allow` holds (host as written or address it resolves to, port) pairs exempt from the address and port rule;
    `seconds` spans DNS, connecting, redirects and body, without what we ourselves were too busy to hear; `max_bytes` counts the body after decompression.
    """

    def __init__(
        self,
        *,
        allow: frozenset[Pair] = frozenset(),
        seconds: float = 15.0,
        max_bytes: int = 5_000_000,
        robots: bool = True,
        resolver: AbstractResolver | None = None,
    ) -> None:
        self._allow = frozenset((host.lower(), port) for host, port in allow)
        self._seconds = seconds
        self._max_bytes = max_bytes
        self._resolver = resolver
        self._robots = Robots(self._rules, USER_AGENT, seconds=min(5.0, seconds / 3)) if robots else None
        self._turns = Turns(per_host=2)
        self._rests = Rests()
        self._shelf = Shelf()
        self._guarded: aiohttp.ClientSession
        self._exempt: aiohttp.ClientSession

    async def __aenter__(self) -> Self:
        resolver = self._resolver or SystemResolver()
        self._guarded = self._session(GuardedResolver(resolver, self._allow), guarded_socket(self._allow))
        # Hosts that the operator names are looked up and connected to as they are.
        self._exempt = self._session(resolver, None)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._turns.close()
        await self._guarded.close()
        await self._exempt.close()

    def _session(self, resolver: AbstractResolver, factory: Any) -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(
            resolver=resolver,
            socket_factory=factory,
            use_dns_cache=False,
            force_close=True,
            limit=0,  # as many as there are jobs: who waited in the library's queue would spend the seconds of its page there
        )
        return aiohttp.ClientSession(
            connector=connector,
            response_class=FewInterim,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=None, connect=None, sock_read=None),
            trust_env=False,
            # The library unpacks whatever it can (brotli wants 16 MB to begin with), asked for or not, before the headers are looked at.
            auto_decompress=False,
            # Content security policies of news sites outgrow the library's 8 KB a field.
            max_field_size=32_768,
            max_line_size=16_384,
            max_headers=128,
            requote_redirect_url=True,
        )

    async def fetch(self, url: str, *, known: Validators | None = None) -> Page:
        """The page behind a link, fetched exactly as pasted.

        Of several callers who want the same article at the same time, one fetches and all get its page, each under
        its own address. Raises `WebError`; `PageError` for what headers say already; `NotModified` for what is `known`.
        """
        start = checked(url)
        known = known or _NOTHING
        page = await self._turns.shared((article_key(url), known), lambda: self._within(start, known))
        return replace(page, url=str(start))

    async def _within(self, start: URL, known: Validators) -> Page:
        try:
            async with Deadline(self._seconds) as deadline:
                return await self._followed(start, known, deadline)
        except TimeoutError:
            raise TooSlow("the deadline passed", seconds=self._seconds) from None

    async def _followed(self, start: URL, known: Validators, deadline: Deadline) -> Page:
        """Redirects are walked here and not by aiohttp, so that each is checked, and waits its turn, like the first."""
        url = start
        for _ in range(REDIRECTS + 1):
            async with self._turns.of_host(url.host or "", deadline):
                if self._robots and not await self._robots.allow(url):
                    raise RobotsForbid("robots.txt says no")
                answer = await self._got(url, self._max_bytes, known)
            if isinstance(answer, Page):
                further = refreshed(url, answer)
                if further is None:
                    return answer
                answer = further
            url = answer
        raise RedirectLoop("more redirects than allowed", redirects=REDIRECTS)

    async def _got(self, url: URL, max_bytes: int, known: Validators = _NOTHING) -> Page | URL:
        """One request: the page, or where it redirects to. Raises what its status says, `NotModified` for 304 on `known`."""
        host = (url.host or "").lower()
        session = self._exempt if (host, url.port) in self._allow else self._guarded
        if session is self._guarded and url.port not in PORTS and not any(port == url.port for _, port in self._allow):
            raise AddressRefused("that address is not public")
        self._rests.check(host)
        try:
            return await self._asked(session, url, max_bytes, known)
        except SiteBroken as error:
            self._rests.heed(host, error)
            raise
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise as_ours(error) from None

    async def _asked(self, session: aiohttp.ClientSession, url: URL, max_bytes: int, known: Validators) -> Page | URL:
        conditions = known.conditions() or self._shelf.conditions(str(url))
        async with session.get(url, allow_redirects=False, headers=conditions) as response:
            if response.status in {301, 302, 303, 307, 308} and "Location" in response.headers:
                return redirected(url, response.headers["Location"])
            if response.status == 304 and known:
                raise NotModified
            kept = self._shelf.kept(str(url)) if response.status == 304 else None
            if kept is not None:
                return kept
            check_status(response.status, response.headers)
            page = await read_page(url, response, max_bytes)
        self._shelf.keep(str(url), page)
        return page

    async def _rules(self, url: URL) -> str:
        """The text of a robots.txt, through the same guard. Raises `WebError` when there is none to be had."""
        for _ in range(REDIRECTS + 1):
            answer = await self._got(url, 500_000)
            if isinstance(answer, Page):
                return answer.body.decode("utf-8", "replace")
            url = answer
        raise RedirectLoop("more redirects than allowed", redirects=REDIRECTS)
