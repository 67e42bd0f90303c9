"""Where a fetch may go next, as far as the spelling tells: from a link, a redirect, or a page that is nothing else."""

import html
import re

from yarl import URL

from bot.article.page import Page
from bot.errors import AddressRefused, LinkInvalid, RedirectUnsafe

REDIRECTS = 5

_ADDRESS = re.compile(r"https?://[^\s/?#\\]+(?:[/?#][^\x00-\x20\x7f]*)?$", re.IGNORECASE)
# Python reads "+80" and digits of any script as numbers; browsers do not.
_ODD_PORT = re.compile(r"^[^@]*[^@:\[]:(?![0-9]{0,5}(?:[?#]|$))[^\]@]*$")
_REFRESH = re.compile(
    rb"""<meta[^>]{0,200}http-equiv\s*=\s*["']?refresh["']?[^>]{0,200}content\s*=\s*["']?\s*[0-5]\s*;\s*url\s*=\s*["']?([^"'>\s]{1,2000})""",
    re.IGNORECASE,
)
# A host whose last label is a number is an IPv4 address however it is spelled (WHATWG URL); four numbers are the one spelling we take.
_NUMBER_AT_END = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.IGNORECASE)
_FOUR_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}$")


def checked(url: str) -> URL:
    """Raises `LinkInvalid` for what is no http(s) address, `AddressRefused` for one with user info."""
    url = url.strip()
    if not _ADDRESS.match(url) or _ODD_PORT.search(url.split("/", 3)[2]):
        raise LinkInvalid("not an http(s) address")
    try:
        return _plain(URL(url))
    except (ValueError, UnicodeError):
        raise LinkInvalid("not an http(s) address") from None


def _plain(url: URL) -> URL:
    """The address without its fragment, if a fetch may go there at all as far as its spelling tells."""
    if (
        url.scheme not in {"http", "https"}
        or not url.host
        or ".." in f".{url.host}"  # a label without a letter
        or url.port is None
        or "%" in (url.raw_host or "").partition("%25")[0]
    ):
        raise LinkInvalid("not an http(s) address")
    if (
        url.user is not None
        or url.password is not None
        or (_NUMBER_AT_END.search(url.raw_host or "") and not _FOUR_NUMBERS.match(url.raw_host or ""))
    ):
        raise AddressRefused("that address is not public")
    return url.with_fragment(None)


def redirected(url: URL, location: str) -> URL:
    """Where a redirect leads. Raises `RedirectUnsafe`; `AddressRefused` as for a link."""
    try:
        target = _plain(url.join(URL(location.strip())))
    except (ValueError, UnicodeError, LinkInvalid):
        raise RedirectUnsafe("a redirect to no http(s) address") from None
    if url.scheme == "https" and target.scheme == "http":
        raise RedirectUnsafe("from https back to http")
    return target


def refreshed(url: URL, page: Page) -> URL | None:
    """Where a page sends a browser at once that holds nothing but that, as link shorteners and interstitials do."""
    found = _REFRESH.search(page.body) if len(page.body) < 10_000 and page.content_type == "text/html" else None
    if found is None:
        return None
    target = redirected(url, html.unescape(found[1].decode("utf-8", "replace")))
    return None if target == url else target
