"""How the model's client reaches its server: over aiohttp, which reads a stream in C, and with word of an answer's end.

Imported when the first request is made: what it needs takes most of a second to load.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import httpx2

ENDED: Final = "ended"
"""The extension of a response that is set, as an `asyncio.Event`, when all of its body is here."""

MOST: Final = 1000
"""Connections at once; our own limit is far below."""


class Transport(httpx2.AsyncBaseTransport):
    """Follows no redirects, decodes nothing, knows no proxies: that is for the client around it."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Raises `httpx2.TransportError`."""
        body = await request.aread()
        with _as_transport_errors():
            answer = await self._opened().request(
                request.method,
                str(request.url),
                headers=request.headers.multi_items(),
                data=body or None,
                allow_redirects=False,
                timeout=_timeout(request.extensions.get("timeout", {})),
            )
        ended = asyncio.Event()
        answer.content.on_eof(ended.set)
        return httpx2.Response(
            answer.status,
            headers=answer.raw_headers,
            stream=_Body(answer),
            request=request,
            extensions={"http_version": b"HTTP/1.1", ENDED: ended},
        )

    async def aclose(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _opened(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=MOST, ssl=httpx2.create_ssl_context())
            self._session = aiohttp.ClientSession(
                connector=connector, auto_decompress=False, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session


class _Body(httpx2.AsyncByteStream):
    def __init__(self, answer: aiohttp.ClientResponse) -> None:
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_transport_errors():
            async for piece in self._answer.content.iter_any():
                yield piece

    async def aclose(self) -> None:
        """What was read to its end leaves its connection to others."""
        if self._answer.content.at_eof():
            self._answer.release()
        else:
            self._answer.close()


def _timeout(seconds: dict[str, float | None]) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(
        connect=seconds.get("pool"), sock_connect=seconds.get("connect"), sock_read=seconds.get("read")
    )


@contextmanager
def _as_transport_errors() -> Iterator[None]:
    """As the client knows them: a silence from all else that the network may do."""
    try:
        yield
    except TimeoutError as error:  # aiohttp's own are of this kind too
        raise httpx2.ReadTimeout(type(error).__name__) from None
    except (aiohttp.ClientError, OSError) as error:
        raise httpx2.NetworkError(type(error).__name__) from None
