"""A web server on loopback that does what the open web does to those who fetch from it."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from tests.attacks import ARTICLE, HANDLERS
from tests.bombs import MEGABYTE

__all__ = ["ARTICLE", "MEGABYTE", "Exchange", "HostileServer", "hostile_server"]


class Exchange:
    """One request and the connection its answer goes to."""

    def __init__(
        self, server: "HostileServer", path: str, headers: dict[str, str], writer: asyncio.StreamWriter
    ) -> None:
        self.server = server
        self.path = path
        self.headers = headers
        self.writer = writer

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def head(self, status: int = 200, *lines: str, kind: str = "text/html; charset=utf-8") -> None:
        await self.send(
            "\r\n".join([f"HTTP/1.1 {status} X", f"Content-Type: {kind}", "Connection: close", *lines, "", ""]).encode()
        )

    async def page(
        self, body: bytes = ARTICLE, *lines: str, status: int = 200, kind: str = "text/html; charset=utf-8"
    ) -> None:
        await self.head(status, f"Content-Length: {len(body)}", *lines, kind=kind)
        await self.send(body)

    async def redirect(self, target: str, status: int = 302) -> None:
        await self.page(b"moved", f"Location: {target}", status=status)


class HostileServer:
    """`url(path)` leads to the handler of that name below; `seen` counts the paths asked for, `most` the requests at once."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.host = host
        self.port = 0
        self.robots: bytes | None = None
        self.seen: Counter[str] = Counter()
        self.asked: list[dict[str, str]] = []
        self.elsewhere = "http://127.0.0.1:9/"
        self.open = 0
        self.most = 0

    def url(self, path: str, host: str | None = None) -> str:
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"http://{name}:{self.port}/{path.lstrip('/')}"

    @property
    def pair(self) -> tuple[str, int]:
        return (self.host, self.port)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open += 1
        self.most = max(self.most, self.open)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                path = head[0].split(" ")[1]
                headers = {
                    name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)
                }
                self.seen[path] += 1
                self.asked.append(headers)
                await self._answer(Exchange(self, path, headers, writer))
        finally:
            self.open -= 1
            writer.close()

    async def _answer(self, exchange: Exchange) -> None:
        name = exchange.path.strip("/").split("/")[0].split("?")[0].replace("-", "_").replace(".", "_")
        await HANDLERS.get(name, HANDLERS["article"])(exchange)


@asynccontextmanager
async def hostile_server(host: str = "127.0.0.1") -> AsyncIterator[HostileServer]:
    """The server, listening on a free port of `host`."""
    server = HostileServer(host)
    tasks: set[asyncio.Task[None]] = set()

    writers: list[asyncio.StreamWriter] = []

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers.append(writer)
        task = asyncio.create_task(server.serve(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listener = await asyncio.start_server(accept, host, 0)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in writers:
            writer.transport.abort()
        await asyncio.sleep(0)
