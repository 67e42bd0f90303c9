"""A deadline for others, which leaves out what this process takes itself."""

import asyncio
import time

import pytest

from bot.deadline import Deadline


async def test_who_keeps_us_waiting_is_given_up() -> None:
    """While we do nothing but listen it is a deadline like any other."""
    began = time.monotonic()

    with pytest.raises(TimeoutError):
        async with Deadline(0.2):
            await asyncio.sleep(30)

    assert 0.15 < time.monotonic() - began < 5


async def test_what_keeps_us_from_listening_does_not_count() -> None:
    """The loop is held up again and again for longer than the deadline, and what we wait for comes in between."""
    heard = asyncio.Event()

    async with Deadline(0.2):
        for _ in range(3):
            time.sleep(0.3)  # noqa: ASYNC251  somebody else has the processor
            await asyncio.sleep(0)
        asyncio.get_running_loop().call_later(0.01, heard.set)
        await heard.wait()

    assert heard.is_set()


async def test_it_stands_still_where_it_is_told_to() -> None:
    """A wait of our own choosing does not count."""
    async with Deadline(0.2) as deadline:
        with deadline.paused():
            await asyncio.sleep(0.6)
        waited = True

    assert waited
