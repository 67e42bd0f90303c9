"""What a site's robots.txt lets us fetch, kept for a while."""

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from yarl import URL

from bot.deadline import Deadline
from bot.errors import ClaimsBotError

if TYPE_CHECKING:
    from protego import Protego

_SITES = 500
_KEPT_SECONDS = 6 * 3600.0
_RULES_AT_MOST = 5000
# Patterns are matched as regular expressions; one with more wildcards than anybody needs takes for ever.
_WILD_AT_MOST = 6


class Robots:
    """Asks `fetch` for the text of a site's robots.txt once and remembers it.

    A file that is missing, broken or out of reach forbids nothing.
    """

    def __init__(self, fetch: Callable[[URL], Awaitable[str]], user_agent: str, *, seconds: float = 5.0) -> None:
        self._fetch = fetch
        self._seconds = seconds
        self._user_agent = user_agent
        self._known: OrderedDict[str, tuple[float, Protego | None]] = OrderedDict()

    async def allow(self, url: URL) -> bool:
        """Whether `url` may be fetched."""
        site = str(url.origin())
        kept = self._known.get(site)
        if kept is None or kept[0] < time.monotonic():
            kept = (time.monotonic() + _KEPT_SECONDS, await self._asked(url))
            self._known[site] = kept
            while len(self._known) > _SITES:
                self._known.popitem(last=False)
        rules = kept[1]
        return rules is None or bool(rules.can_fetch(str(url)[:2000], self._user_agent))

    async def _asked(self, url: URL) -> "Protego | None":
        from protego import Protego

        try:
            async with Deadline(self._seconds):
                text = await self._fetch(url.origin().with_path("/robots.txt"))
        except (ClaimsBotError, TimeoutError):
            return None
        try:
            # Off the loop: some thousand rules take a while.
            return await asyncio.to_thread(Protego.parse, _sane(text))
        except (ValueError, RecursionError, re.error):
            return None


def _sane(text: str) -> str:
    """The first rules, without those whose pattern is made to be slow."""
    lines = (re.sub(r"\*{2,}", "*", line[:2000]) for line in text.splitlines()[:_RULES_AT_MOST])
    return "\n".join(line for line in lines if line.count("*") <= _WILD_AT_MOST)
