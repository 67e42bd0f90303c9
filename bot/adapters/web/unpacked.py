"""A body out of the coding it came in, a piece at a time, so that no more is ever held than was asked for."""

import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from typing import Any

PLAIN = frozenset({"", "identity"})
PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_PIECE = 65_536
_PARTS_AT_MOST = 1000
_GZIP = b"\x1f\x8b"
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


async def unpacked(chunks: AsyncIterator[bytes], coding: str) -> AsyncGenerator[bytes, None]:
    """Pieces of at most 64 KB, of one of the `PACKED` codings. Raises ValueError for what is not packed as it says, or is cut off."""
    packed: Any = None
    parts = 0
    async for chunk in chunks:
        left = chunk
        while left:
            if packed is None:
                packed = zlib.decompressobj(_window(coding, left))
            elif packed.eof and not _GZIP.startswith(left[:2]):
                return  # what comes behind the end is nobody's
            elif packed.eof:  # a body may be packed in parts (RFC 1952, 2.2)
                packed = zlib.decompressobj(_GZIP_OR_ZLIB)
                parts += 1
            if parts > _PARTS_AT_MOST:
                raise ValueError("in more parts than anybody packs")
            for piece in _pieces(packed, left):
                yield piece
            left = packed.unused_data
    if packed is not None and not packed.eof:
        raise ValueError("cut off")


def _window(coding: str, start: bytes) -> int:
    """Some servers send for "deflate" the bare stream that RFC 9110 (8.4.1.2) warns of."""
    return -zlib.MAX_WBITS if coding == "deflate" and start[0] & 0x0F != 8 else _GZIP_OR_ZLIB


def _pieces(packed: Any, chunk: bytes) -> Iterator[bytes]:
    while True:
        try:
            piece = packed.decompress(chunk, _PIECE)
        except zlib.error as error:
            raise ValueError(str(error)) from None
        if piece:
            yield piece
        chunk = packed.unconsumed_tail
        if packed.eof or (not chunk and len(piece) < _PIECE):
            return
