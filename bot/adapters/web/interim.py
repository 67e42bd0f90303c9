"""Answers before the answer (100 Continue, 103 Early Hints): few are heard, though the library hears them without end.

RFC 9110, section 15.2: any number of them may come before the one that counts. Those that arrive together are read in one
turn of the loop, so that a site which sends them without end would keep everything else waiting, and its own deadline too.
"""

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from aiohttp.connector import Connection

from bot.errors import SiteBroken

HEARD = 20  # a site that sends any sends one or two


class FewInterim(aiohttp.ClientResponse):
    """As the library's, for a connection that serves one answer. `start` raises `SiteBroken` after `HEARD` interim ones."""

    async def start(self, connection: Connection) -> aiohttp.ClientResponse:
        protocol: Any = connection.protocol
        protocol.read = _few(protocol.read)
        return await super().start(connection)


def _few(read: Callable[[], Awaitable[Any]]) -> Callable[[], Awaitable[Any]]:
    left = HEARD + 1

    async def head() -> Any:
        nonlocal left
        if not left:
            raise SiteBroken("more interim answers than anybody needs")
        left -= 1
        return await read()

    return head
