"""Server-sent events, of which a model's stream is made: the `data` of each, as JSON.

The SDK takes an event through six generators, which costs more than all that is done with it.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

DONE = "[DONE]"
_REST_SECONDS = 0.5
"""For the end of an answer that has said that it is done: only a connection that was read to its end is used again."""


async def events(pieces: AsyncIterator[bytes]) -> AsyncIterator[Any]:
    """Raises ValueError for what is no JSON, and whatever reading the pieces raises."""
    data: list[str] = []
    async for line in _lines(pieces):
        if line.startswith("data:"):
            data.append(line[5:].removeprefix(" "))
        elif not line and data:
            told = "\n".join(data)
            data.clear()
            if told.startswith(DONE):
                await _rest(pieces)
                return
            yield json.loads(told)
    if data and not data[0].startswith(DONE):
        yield json.loads("\n".join(data))


async def _lines(pieces: AsyncIterator[bytes]) -> AsyncIterator[str]:
    """Lines end with LF, CRLF or CR; a CR at the end of a piece may be half of a CRLF."""
    held = b""
    async for piece in pieces:
        *whole, held = _parted(held + piece)
        for line in whole:
            yield line.decode()
    for line in _parted(held.removesuffix(b"\r")):
        yield line.decode()


def _parted(text: bytes) -> Iterator[bytes]:
    end = b"\r" if text.endswith(b"\r") else b""
    lines = text.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    yield from lines[:-1]
    yield lines[-1] + end


async def _rest(pieces: AsyncIterator[bytes]) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(_REST_SECONDS):
            async for _ in pieces:
                pass
