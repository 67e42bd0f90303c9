"""Names to addresses: looked up in threads of their own, and refused when one answer is not public."""

import asyncio
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.adapters.web.addresses import Pair, check_all
from bot.errors import AddressRefused

_THREADS = 32
# Never names of the public web, whatever a resolver makes of them (RFC 6761, 6762, 8375, and what ICANN keeps for private use).
_SPECIAL = re.compile(r"(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$", re.IGNORECASE)


class SystemResolver(AbstractResolver):
    """The system's own look-up.

    It blocks a thread until the system gives up, whatever our deadline: names that nobody answers for must not use up
    the threads that everything else in the process shares.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Raises OSError for a name that has no address."""
        looked_up = partial(socket.getaddrinfo, host, port, family, socket.SOCK_STREAM, 0, socket.AI_ADDRCONFIG)
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._threads, looked_up)
        except UnicodeError:  # a label of more letters than any name has, which Python does not even ask about
            raise socket.gaierror(socket.EAI_NONAME, "no such name") from None
        return [
            ResolveResult(
                hostname=host, host=str(place[0]), port=port, family=kind, proto=protocol, flags=socket.AI_NUMERICHOST
            )
            for kind, _, protocol, _, place in found
        ]

    async def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


class GuardedResolver(AbstractResolver):
    """Refuses a name when any of its addresses is not public and not exempt."""

    def __init__(self, inner: AbstractResolver, allow: frozenset[Pair]) -> None:
        self._inner = inner
        self._allow = allow

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Raises `AddressRefused`, OSError."""
        if (host.lower(), port) not in self._allow and _SPECIAL.search(host):
            raise AddressRefused("that address is not public")
        found = await self._inner.resolve(host, port, family)
        check_all([entry["host"] for entry in found], port, self._allow)
        return found

    async def close(self) -> None:
        await self._inner.close()
