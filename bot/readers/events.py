"""Server-sent events, of which a model's stream is made: the `data` of each, as JSON.

The SDK takes an event through six generators, which costs more than all that is done with it.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any

DONE = b"[DONE]"
_REST_SECONDS = 0.5
"""For the end of an answer that has said that it is done: only a connection that was read to its end is used again."""


async def events(pieces: AsyncIterator[bytes], rest: Callable[[], Awaitable[None]] | None = None) -> AsyncIterator[Any]:
    """Raises ValueError for what is no JSON, and whatever reading the pieces raises.

    After each piece there is a `rest`: what comes meanwhile is taken in one go.
    """
    stream = _Stream()
    async for piece in pieces:
        for event in stream.told(piece):
            yield event
        if stream.done:
            await _read_out(pieces)
            return
        if rest:
            await rest()
    for event in stream.ended():
        yield event


class _Stream:
    """Lines end with LF, CRLF or CR; a CR at the end of a piece may be half of a CRLF."""

    def __init__(self) -> None:
        self.done = False
        self._held = b""
        self._data: list[bytes] = []

    def told(self, piece: bytes) -> Iterator[Any]:
        *lines, self._held = _parted(self._held + piece)
        return self._events(lines)

    def ended(self) -> Iterator[Any]:
        """A last event needs no empty line."""
        return self._events([*_parted(self._held.removesuffix(b"\r")), b""])

    def _events(self, lines: Iterable[bytes]) -> Iterator[Any]:
        for line in lines:
            if line.startswith(b"data:"):
                self._data.append(line[5:].removeprefix(b" "))
            elif not line and self._data:
                told = b"\n".join(self._data)
                self._data.clear()
                if told.startswith(DONE):
                    self.done = True
                    return
                yield json.loads(told.decode())


def _parted(text: bytes) -> list[bytes]:
    if b"\r" not in text:
        return text.split(b"\n")
    end = b"\r" if text.endswith(b"\r") else b""
    *lines, last = text.removesuffix(b"\r").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    return [*lines, last + end]


async def _read_out(pieces: AsyncIterator[bytes]) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(_REST_SECONDS):
            async for _ in pieces:
                pass
