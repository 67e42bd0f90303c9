"""What a server can do to those who fetch from it: one handler for each path of `hostile`."""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tests.bombs import MEGABYTE, brotli_bomb, nested_bomb
from tests.pdfs import column, pdf

if TYPE_CHECKING:
    from tests.hostile import Exchange

ARTICLE = (
    b"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>Harbour bridge stays closed</title></head><body><article>"
    b"<h1>Harbour bridge stays closed</h1>"
    b"<p>The transport minister said on Tuesday that the harbour bridge would stay closed for six more weeks after cracks were found.</p>"
    b"<p>The company that maintains the bridge denied that it had been warned, and said it was considering legal action.</p>"
    b"<p>Shop owners on the east bank say they have lost a third of their customers since the closure began in spring.</p>"
    b"</article></body></html>"
)

Handler = Callable[["Exchange"], Awaitable[None]]


async def _article(exchange: "Exchange") -> None:
    await exchange.page()


async def _robots(exchange: "Exchange") -> None:
    if exchange.server.robots is None:
        await exchange.page(b"none", status=404)
    else:
        await exchange.page(exchange.server.robots, kind="text/plain")


async def _status(exchange: "Exchange") -> None:
    await exchange.page(b"<h1>error</h1>", "Retry-After: 120", status=int(exchange.path.rsplit("/", 1)[1]))


async def _silent(exchange: "Exchange") -> None:
    await asyncio.sleep(60)


async def _a_moment(exchange: "Exchange") -> None:
    await asyncio.sleep(0.2)
    await exchange.page()


async def _drip(exchange: "Exchange") -> None:
    await exchange.head()
    while True:
        await exchange.send(b"<p>")
        await asyncio.sleep(0.02)


async def _drip_head(exchange: "Exchange") -> None:
    for letter in "HTTP/1.1 200 OK\r\nX-Slow: " + "y" * 10_000:
        await exchange.send(letter.encode())
        await asyncio.sleep(0.02)


async def _endless(exchange: "Exchange") -> None:
    await exchange.head()
    while True:
        await exchange.send(MEGABYTE)


async def _large(exchange: "Exchange") -> None:
    await exchange.head(200, f"Content-Length: {20 * len(MEGABYTE)}")
    for _ in range(20):
        await exchange.send(MEGABYTE)


async def _gzip_bomb(exchange: "Exchange") -> None:
    """Two megabytes that unpack to two gigabytes, sent without a length."""
    await exchange.head(200, "Content-Encoding: gzip")
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = b"\x00" * 1_000_000
    for _ in range(2000):
        await exchange.send(packer.compress(zeros))
        await asyncio.sleep(0)


async def _brotli_bomb(exchange: "Exchange") -> None:
    await exchange.page(brotli_bomb(), "Content-Encoding: br")


async def _zstd_bomb(exchange: "Exchange") -> None:
    """64 KB that unpack to 2 GiB: a frame (RFC 8878) of blocks that are one zero, said 131,072 times."""
    size = 131_072
    block, last = ((size << 3 | 1 << 1 | final).to_bytes(3, "little") + b"\x00" for final in (0, 1))
    await exchange.page(b"\x28\xb5\x2f\xfd\x00\x38" + block * 16_383 + last, "Content-Encoding: zstd")


async def _nested_bombs(exchange: "Exchange") -> None:
    coding = "gzip, br" if "br" in exchange.path else "gzip"
    await exchange.page(nested_bomb(), f"Content-Encoding: {coding}")


async def _ordinary(exchange: "Exchange") -> None:
    """Half a megabyte that takes its site a while, as the pages of news sites do."""
    await asyncio.sleep(0.3)
    await exchange.page(ARTICLE.replace(b"</article>", b"<!-- " + b"x" * 500_000 + b" --></article>"))


async def _nested(exchange: "Exchange") -> None:
    await exchange.page(nested_bomb(), "Content-Encoding: gzip, gzip")


async def _headers(exchange: "Exchange") -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\n")
    while True:
        await exchange.send(b"X-More: " + b"a" * 1000 + b"\r\n")


async def _long_header(exchange: "Exchange") -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        await exchange.send(b"a" * 65_536)


async def _policies(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, "Content-Security-Policy: " + "img-src https://a.example; " * 600)


async def _continues(exchange: "Exchange") -> None:
    while True:
        await exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000)


async def _small_chunks(exchange: "Exchange") -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    while True:
        await exchange.send(b"1;extension=" + b"x" * 1000 + b"\r\na\r\n")


async def _huge_chunk(exchange: "Exchange") -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    await exchange.send(b"fffffffffffffff0\r\n")
    while True:
        await exchange.send(MEGABYTE)


async def _bad_chunk(exchange: "Exchange") -> None:
    await exchange.head(200, "Transfer-Encoding: chunked")
    await exchange.send(b"-5\r\nhello\r\n0\r\n\r\n")


async def _cut_off(exchange: "Exchange") -> None:
    await exchange.head(200, "Content-Length: 100000")
    await exchange.send(ARTICLE)


async def _no_http(exchange: "Exchange") -> None:
    await exchange.send(b"SSH-2.0-OpenSSH_9.2\r\n")


async def _loop(exchange: "Exchange") -> None:
    await exchange.redirect(f"/loop/{exchange.server.seen.total()}")


async def _hops(exchange: "Exchange") -> None:
    left = int(exchange.path.rsplit("/", 1)[1])
    await exchange.redirect(f"/hops/{left - 1}" if left > 1 else "/article")


async def _endless_redirect(exchange: "Exchange") -> None:
    """A redirect whose own body never ends."""
    await exchange.head(302, "Location: /article")
    while True:
        await exchange.send(MEGABYTE)


async def _to_a_file(exchange: "Exchange") -> None:
    await exchange.redirect("file:///etc/passwd")


async def _elsewhere(exchange: "Exchange") -> None:
    await exchange.redirect(exchange.server.elsewhere)


async def _refresh(exchange: "Exchange") -> None:
    await exchange.page(b"<html><head><meta http-equiv='refresh' content='0; url=/article?a=1&amp;b=2'></head></html>")


async def _refresh_elsewhere(exchange: "Exchange") -> None:
    await exchange.page(f'<meta http-equiv="refresh" content="0;URL={exchange.server.elsewhere}">'.encode())


async def _challenge(exchange: "Exchange") -> None:
    await exchange.page(b"<title>Just a moment...</title>", "cf-mitigated: challenge", status=403)


async def _document(exchange: "Exchange") -> None:
    await exchange.page(b"\x00\x01\x02", kind="video/mp4")


async def _paper(exchange: "Exchange") -> None:
    told = "The minister said on Tuesday that the harbour bridge would stay closed for six more weeks.\n" * 4
    await exchange.page(
        pdf([(60, 740, 24, "Harbour bridge stays closed"), *column(told)]), kind="application/pdf; qs=0.001"
    )


async def _cookie(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, "Set-Cookie: id=7; Path=/")


async def _tagged(exchange: "Exchange") -> None:
    """Says that nothing has changed to who knows the tag of the page."""
    if exchange.headers.get("if-none-match") == '"one"':
        await exchange.page(b"", status=304)
    else:
        await exchange.page(ARTICLE, 'ETag: "one"')


async def _empty(exchange: "Exchange") -> None:
    await exchange.page(b"")


async def _deflate_bomb(exchange: "Exchange") -> None:
    await exchange.head(200, "Content-Encoding: deflate")
    packer = zlib.compressobj(9)
    for _ in range(2000):
        await exchange.send(packer.compress(b"\x00" * 1_000_000))
        await asyncio.sleep(0)


async def _packed(exchange: "Exchange") -> None:
    form = exchange.path.rsplit("/", 1)[1]
    bare = zlib.compressobj(wbits=-15)
    bodies = {
        "deflate": zlib.compress(ARTICLE),
        "bare": bare.compress(ARTICLE) + bare.flush(),
        "parts": gzip.compress(ARTICLE[:200]) + gzip.compress(ARTICLE[200:]),
    }
    coding = {"bare": "deflate", "parts": "gzip"}.get(form, form)
    body = bodies.get(form, gzip.compress(ARTICLE))
    await exchange.head(200, f"Content-Encoding: {coding}")
    for part in (body[:1], body[1:]):
        await exchange.send(part)
        await asyncio.sleep(0.01)


async def _garbage_gzip(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, "Content-Encoding: gzip")


async def _gzip_tail(exchange: "Exchange") -> None:
    """A whole gzip member, then garbage without end."""
    await exchange.head(200, "Content-Encoding: gzip")
    await exchange.send(gzip.compress(ARTICLE))
    while True:
        await exchange.send(MEGABYTE)


async def _empty_parts(exchange: "Exchange") -> None:
    """Gzip of nothing, over and over, a byte at first."""
    await exchange.head(200, "Content-Encoding: gzip")
    nothing = gzip.compress(b"")
    await exchange.send(nothing[:1])
    await asyncio.sleep(0.01)
    await exchange.send(nothing[1:])
    while True:
        await exchange.send(nothing * 5000)


async def _empty_blocks(exchange: "Exchange") -> None:
    """Packed blocks of nothing, without end: they unpack to no byte at all."""
    await exchange.head(200, "Content-Encoding: deflate")
    packer = zlib.compressobj(9)
    packer.compress(b"")
    nothing = packer.flush(zlib.Z_FULL_FLUSH)
    while True:
        await exchange.send(nothing + b"\x00\x00\x00\xff\xff" * 20_000)


async def _unknown_coding(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, "Content-Encoding: compress")


async def _http_0_9(exchange: "Exchange") -> None:
    await exchange.send(ARTICLE)


async def _two_lengths(exchange: "Exchange") -> None:
    await exchange.head(200, "Content-Length: 10", f"Content-Length: {len(ARTICLE)}")
    await exchange.send(ARTICLE)


async def _length_and_chunks(exchange: "Exchange") -> None:
    await exchange.head(200, "Content-Length: 10", "Transfer-Encoding: chunked")
    await exchange.send(b"%x\r\n%s\r\n0\r\n\r\n" % (len(ARTICLE), ARTICLE))


async def _negative_length(exchange: "Exchange") -> None:
    await exchange.head(200, "Content-Length: -1")
    await exchange.send(ARTICLE)


async def _short_length(exchange: "Exchange") -> None:
    """More comes than was said, and never ends."""
    await exchange.head(200, f"Content-Length: {len(ARTICLE)}")
    await exchange.send(ARTICLE)
    await asyncio.sleep(0.1)
    while True:
        await exchange.send(MEGABYTE)


async def _many_headers(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, *(f"X-{n}: {n}" for n in range(20_000)))


async def _nul_header(exchange: "Exchange") -> None:
    await exchange.page(ARTICLE, "X-Nul: a\x00b")


async def _odd_status(exchange: "Exchange") -> None:
    await exchange.send(b"HTTP/1.1 20O OK\r\n\r\n" + ARTICLE)


async def _hinted(exchange: "Exchange") -> None:
    """A page after what a server may send before it."""
    await exchange.send(b"HTTP/1.1 100 Continue\r\n\r\n")
    await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 5)
    await exchange.page(ARTICLE)


async def _early_hints(exchange: "Exchange") -> None:
    while True:
        await exchange.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n" * 10_000)


async def _trailers(exchange: "Exchange") -> None:
    """Chunks that end in trailers without end."""
    await exchange.head(200, "Transfer-Encoding: chunked")
    await exchange.send(b"%x\r\n%s\r\n0\r\n" % (len(ARTICLE), ARTICLE))
    while True:
        await exchange.send(b"X-More: " + b"a" * 1000 + b"\r\n")


async def _slow_hops(exchange: "Exchange") -> None:
    """Each redirect takes less than the deadline, all together more."""
    await asyncio.sleep(0.4)
    await exchange.redirect(f"/slow-hops/{exchange.server.seen.total()}")


async def _charset(exchange: "Exchange") -> None:
    """Says that the page is in whatever stands in the path."""
    await exchange.page(ARTICLE, kind=f"text/html; charset={exchange.path.rsplit('/', 1)[1]}")


async def _overloaded(exchange: "Exchange") -> None:
    await exchange.page(b"busy", "Retry-After: 120", status=429)


HANDLERS: dict[str, Handler] = {
    "robots_txt": _robots,
    **{
        name.removeprefix("_"): handler
        for name, handler in list(globals().items())
        if name.startswith("_") and asyncio.iscoroutinefunction(handler)
    },
}
