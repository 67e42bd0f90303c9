"""A web server on loopback that does what the open web does to those who fetch from it."""

import asyncio
import gzip
import zlib
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from importlib import import_module

from tests.pdfs import column, pdf

ARTICLE = (
    b"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Harbour bridge stays closed</title></head><body><article>"
    b"<h1>Harbour bridge stays closed</h1>"
    b"<p>The transport minister said on Tuesday that the harbour bridge would stay closed for six more weeks after cracks were found.</p>"
    b"<p>The company that maintains the bridge denied that it had been warned, and said it was considering legal action.</p>"
    b"<p>Shop owners on the east bank say they have lost a third of their customers since the closure began in spring.</p>"
    b"</article></body></html>"
)
MEGABYTE = b"<p>x</p>" * 131_072

Handler = Callable[["Exchange"], Awaitable[None]]


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
        await HANDLERS.get(name, _article)(exchange)


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


async def _article(exchange: Exchange) -> None:
    await exchange.page()


async def _robots(exchange: Exchange) -> None:
    if exchange.server.robots is None:
        await exchange.page(b"none", status=404)
    else:
        await exchange.page(exchange.server.robots, kind="text/plain")


async def _status(exchange: Exchange) -> None:
    await exchange.page(b"<h1>error</h1>", "Retry-After: 120", status=int(exchange.path.rsplit("/", 1)[1]))


async def _silent(exchange: Exchange) -> None:
    await asyncio.sleep(60)


async def _a_moment(exchange: Exchange) -> None:
    await asyncio.sleep(0.2)
    await exchange.page()


async def _drip(exchange: Exchange) -> None:
    await exchange.head()
    while True:
        await exchange.send(b"<p>")
        await asyncio.sleep(0.02)


async def _drip_head(exchange: Exchange) -> None:
    for letter in "HTTP/1.1 200 OK\r\nX-Slow: " + "y" * 10_000:
        await exchange.send(letter.encode())
        await asyncio.sleep(0.02)


async def _endless(exchange: Exchange) -> None:
    await exchange.head()
    while True:
        await exchange.send(MEGABYTE)


async def _large(exchange: Exchange) -> None:
    await exchange.head(200, f"Content-Length: {20 * len(MEGABYTE)}")
    for _ in range(20):
        await exchange.send(MEGABYTE)


async def _gzip_bomb(exchange: Exchange) -> None:
    """Two megabytes that unpack to two gigabytes, sent without a length."""
    await exchange.head(200, "Content-Encoding: gzip")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"\x00" * 1_000_000
    for _ in range(2000):
        await exchange.send(packer.compress(zeros))
        await asyncio.sleep(0)


async def _brotli_bomb(exchange: Exchange) -> None:
    """Some 3 KB of brotli that unpack to 2 GiB: one window of zeros, copied over and over."""
    packer = import_module("brotli").Compressor(quality=1, lgwin=24)
    data = b"".join([packer.process(b"\x00" * 16_000_000) for _ in range(4)] + [packer.finish()])
    await exchange.page(data, "Content-Encoding: br")


async def _nested(exchange: Exchange) -> None:
    await exchange.page(gzip.compress(gzip.compress(MEGABYTE * 10)), "Content-Encoding: gzip, gzip")


async def _headers(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await exchange.send(b"X-More: " + b"a" * 1000 + b"\r\n")


async def _long_header(exchange: Exchange) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        await exchange.send(b"a" * 65_536)


async def _policies(exchange: Exchange) -> None:
    await exchange.page(ARTICLE, "Content-Security-Policy: " + "img-src https://a.example; " * 600)


async def _continues(exchange: Exchange) -> None:
    while True:
        await exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)
        await asyncio.sleep(0.001)


async def _small_chunks(exchange: Exchange) -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    while True:
        await exchange.send(b"1;extension=" + b"x" * 1000 + b"\r\na\r\n")


async def _huge_chunk(exchange: Exchange) -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    await exchange.send(b"fffffffffffffff0\r\n")
    while True:
        await exchange.send(MEGABYTE)


async def _bad_chunk(exchange: Exchange) -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    await exchange.send(b"-5\r\nhello\r\n0\r\n\r\n")


async def _cut_off(exchange: Exchange) -> None:
    await exchange.head(200, "Content-Length: 100000")
    await exchange.send(ARTICLE)


async def _no_http(exchange: Exchange) -> None:
    await exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n")


async def _loop(exchange: Exchange) -> None:
    await exchange.redirect(f"/loop/{exchange.server.seen.total()}")


async def _hops(exchange: Exchange) -> None:
    left = int(exchange.path.rsplit("/", 1)[1])
    await exchange.redirect(f"/hops/{left - 1}" if left > 1 else "/article")


async def _endless_redirect(exchange: Exchange) -> None:
    """A redirect whose own body never ends."""
    await exchange.head(302, "Location: /article")
    while True:
        await exchange.send(MEGABYTE)


async def _elsewhere(exchange: Exchange) -> None:
    await exchange.redirect(exchange.server.elsewhere)


async def _refresh(exchange: Exchange) -> None:
    await exchange.page(b"<html><head><meta http-equiv='refresh' content='0; url=/article?a=1&amp;b=2'></head></html>")


async def _refresh_elsewhere(exchange: Exchange) -> None:
    await exchange.page(f'<meta http-equiv="refresh" content="0;URL={exchange.server.elsewhere}">'.encode())


async def _challenge(exchange: Exchange) -> None:
    await exchange.page(b"<title>Just a moment...</title>", "cf-mitigated: challenge", status=403)


async def _document(exchange: Exchange) -> None:
    await exchange.page(b"\x00\x01\x02", kind="video/mp4")


async def _paper(exchange: Exchange) -> None:
    told = "The minister said on Tuesday that the harbour bridge would stay closed for six more weeks.\n" * 4
    await exchange.page(
        pdf([(60, 740, 24, "Harbour bridge stays closed"), *column(told)]), kind="application/pdf; qs=0.001"
    )


async def _cookie(exchange: Exchange) -> None:
    await exchange.page(ARTICLE, "Set-Cookie: id=7; Path=/")


async def _tagged(exchange: Exchange) -> None:
    """Says that nothing has changed to who knows the tag of the page."""
    if exchange.headers.get("if-none-match") == '"one"':
        await exchange.page(b"", status=304)
    else:
        await exchange.page(ARTICLE, 'ETag: "one"')


async def _empty(exchange: Exchange) -> None:
    await exchange.page(b"")


HANDLERS: dict[str, Handler] = {
    "robots_txt": _robots,
    **{
        name.removeprefix("_"): handler
        for name, handler in list(globals().items())
        if name.startswith("_") and asyncio.iscoroutinefunction(handler)
    },
}
