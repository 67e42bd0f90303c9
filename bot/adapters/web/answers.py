"""What a server's answer is to us: a page, or the error that its status, its headers or its failure stand for."""

import re
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from socket import gaierror

import aiohttp
from yarl import URL

from bot.adapters.web.unpacked import PACKED, PLAIN, unpacked
from bot.article.page import Page
from bot.errors import (
    AddressRefused,
    CertificateInvalid,
    ChallengePage,
    LinkInvalid,
    NameUnknown,
    NotReadable,
    PageForbidden,
    PageMissing,
    SiteBroken,
    TooLarge,
    Unreachable,
    WebError,
)

_READABLE = re.compile(
    r"(?:text/(?:html|plain|markdown|x-markdown|xml)|application/(?:xhtml\+xml|xml|x-?pdf|pdf|octet-stream)|binary/octet-stream|unknown/unknown|text|)$"
)
_PASSING = {408, 425, 429}  # what a later try may mend, of those that are the asker's to mend
_WAIT_AT_MOST = 7 * 24 * 3600


def check_status(status: int, headers: Mapping[str, str]) -> None:
    """Raises what a status other than success stands for."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        raise ChallengePage("the server asks for a browser check")
    if status in {401, 402, 403, 407, 451}:
        raise PageForbidden(f"status {status}", status=status)
    if status in {404, 410}:
        raise PageMissing(f"status {status}", status=status)
    if 300 <= status < 500 and status not in _PASSING:
        raise WebError(f"status {status}")
    if not 200 <= status < 300:
        wait = retry_after(headers) if status in {429, 503} else None
        raise SiteBroken(f"status {status}", status=status, **({} if wait is None else {"retry_after": wait}))


def retry_after(headers: Mapping[str, str]) -> int | None:
    """The seconds for which a server asks to be left alone, given as such or as a date; None for what is neither."""
    said = headers.get("Retry-After", "").strip()
    if said.isascii() and said.isdecimal() and len(said) < 9:
        return min(int(said), _WAIT_AT_MOST)
    try:
        until = parsedate_to_datetime(said)
        left = (until if until.tzinfo else until.replace(tzinfo=UTC)) - datetime.now(UTC)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    return min(max(0, round(left.total_seconds())), _WAIT_AT_MOST)


async def read_page(url: URL, response: aiohttp.ClientResponse, max_bytes: int) -> Page:
    """The page of an answer. Raises `NotReadable` before the body is read, `TooLarge` as soon as it is."""
    kind = response.content_type.lower() if "Content-Type" in response.headers else ""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if not _READABLE.match(kind) or coding not in PLAIN | PACKED:
        raise NotReadable("neither HTML nor text nor PDF")
    headers = {name.lower(): value for name, value in response.headers.items()}
    body = await _capped(response, coding, max_bytes)
    return Page(body, kind, str(url), str(url), response.status, response.charset, headers)


async def _capped(response: aiohttp.ClientResponse, coding: str, max_bytes: int) -> bytes:
    """The body, counted as it comes and as it is unpacked: what unpacks to nothing may be endless, too."""
    if (response.content_length or 0) > max_bytes:
        raise _too_large(max_bytes)
    body = bytearray()
    async with (
        aclosing(_counted(response.content, max_bytes)) as chunks,
        aclosing(chunks if coding in PLAIN else unpacked(chunks, coding)) as pieces,
    ):
        async for piece in pieces:
            body += piece
            if len(body) > max_bytes:
                raise _too_large(max_bytes)
    return bytes(body)


async def _counted(content: aiohttp.StreamReader, max_bytes: int) -> AsyncGenerator[bytes, None]:
    left = max_bytes
    async for chunk in content.iter_chunked(65_536):
        left -= len(chunk)
        if left < 0:
            raise _too_large(max_bytes)
        yield chunk


def _too_large(max_bytes: int) -> TooLarge:
    return TooLarge("larger than the cap", megabytes=max(1, max_bytes // 1_000_000))


def as_ours(error: Exception) -> WebError:
    """What a failed request is in our tree; nothing that was found on the way goes with it."""
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, AddressRefused):
        return AddressRefused("that address is not public")
    if isinstance(error, aiohttp.ClientConnectorDNSError | gaierror):
        return NameUnknown("no such host")
    if isinstance(error, aiohttp.ClientSSLError | ssl.SSLError | ssl.CertificateError):
        return CertificateInvalid("TLS did not hold")
    if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
        return LinkInvalid("not an http(s) address")
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ClientResponseError | ValueError):
        return SiteBroken("an answer that is no HTTP", status=0)
    return Unreachable("nothing answers there")
