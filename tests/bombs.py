"""Bodies that unpack to far more than they are."""

import gzip
from functools import cache
from importlib import import_module

MEGABYTE = b"<p>x</p>" * 131_072


@cache
def brotli_bomb() -> bytes:
    """A few bytes of brotli that unpack to 64 MB of zeros, with the largest window. Packing them takes a moment."""
    packer = import_module("brotli").Compressor(quality=1, lgwin=24)
    return b"".join([packer.process(b"\x00" * 16_000_000) for _ in range(4)] + [packer.finish()])


@cache
def nested_bomb() -> bytes:
    """20 MB of zeros packed twice: where that is said once, the inner pack is what is read."""
    return gzip.compress(gzip.compress(b"\x00" * 20_000_000))
