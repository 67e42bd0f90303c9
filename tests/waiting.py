"""Waiting for what comes by itself."""

import asyncio
from collections.abc import Callable


async def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Returns once it is true. Raises `TimeoutError`."""
    async with asyncio.timeout(seconds):
        while not true():
            await asyncio.sleep(0.01)
