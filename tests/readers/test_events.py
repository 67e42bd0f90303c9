"""Server-sent events, of which a model's stream is made."""

from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.readers.events import events

STREAM = (
    b': a comment\r\n\r\ndata: {"n": 1}\r\n\r\nevent: chunk\ndata:{"n":\ndata: 2}\n\nid: 7\rdata: {"n": "\xc3\xa9"}\r\r'
    b'data: {"n": 4}\n\ndata: [DONE]\n\ndata: {"n": 5}\n\n'
)
TOLD = [{"n": 1}, {"n": 2}, {"n": "é"}, {"n": 4}]


async def told(*pieces: bytes) -> list[Any]:
    async def stream() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    return [event async for event in events(stream())]


@given(st.lists(st.integers(0, len(STREAM)), max_size=12))
async def test_a_stream_says_the_same_however_it_was_cut(places: list[int]) -> None:
    """Lines end in any of three ways, and a piece may end anywhere, within a letter or a line's end too."""
    cuts = [0, *sorted(places), len(STREAM)]

    assert await told(*(STREAM[a:b] for a, b in pairwise(cuts))) == TOLD


async def test_a_last_event_needs_no_empty_line() -> None:
    """Servers that end with their connection are understood."""
    assert await told(b'data: {"n": 1}\n\ndata: {"n": 2}') == [{"n": 1}, {"n": 2}]
    assert await told(b'data: {"n": 1}\n\ndata: [DONE]') == [{"n": 1}]


async def test_what_is_no_json_is_an_error() -> None:
    """A garbled stream is not passed over in silence."""
    with pytest.raises(ValueError, match="Expecting"):
        await told(b"data: <html>\n\n")
