"""A body out of the coding it came in, a piece at a time, so that no more is ever held than was asked for."""

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

CODINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
_PIECE = 65_536
_GZIP = b"\x1f\x8b"
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


async def unpacked(chunks: AsyncIterator[bytes], coding: str) -> AsyncIterator[bytes]:
    """Pieces of at most 64 KB. Raises ValueError for what is not packed as it says, or is cut off."""
    if coding in {"", "identity"}:
        async for chunk in chunks:
            yield chunk
        return
    packed: Any = None
    async for chunk in chunks:
        left = chunk
        while left:
            if packed is None:
                packed = zlib.decompressobj(_window(left))
            elif packed.eof and not left.startswith(_GZIP):
                return  # what comes behind the end is nobody's
            elif packed.eof:
                packed = zlib.decompressobj(_GZIP_OR_ZLIB)  # a body may be packed in parts (RFC 1952, 2.2)
            for piece in _pieces(packed, left):
                yield piece
            left = packed.unused_data
    if packed is not None and not packed.eof:
        raise ValueError("cut off")


def _window(start: bytes) -> int:
    """Some servers send for "deflate" the bare stream that RFC 9110 (8.4.1.2) warns of."""
    return _GZIP_OR_ZLIB if start.startswith(_GZIP) or start[0] & 0x0F == 8 else -zlib.MAX_WBITS


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
