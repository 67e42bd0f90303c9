"""What runs beside the work, and fails."""

import asyncio
import gc
from typing import Any

import pytest

from bot.beside import Beside


async def fails() -> None:
    raise ValueError("away")


async def nothing() -> None:
    pass


async def test_a_failure_that_a_newer_call_replaced_is_nobodys_business() -> None:
    """Progress that could not be written, and then could: the log has no traceback of it."""
    unheard: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: unheard.append(context))
    beside = Beside()
    for call in (fails, nothing):
        beside.run(call)
        await asyncio.sleep(0.01)
    await beside.settled()
    gc.collect()

    assert unheard == []


async def test_the_failure_of_the_last_call_is_raised_where_it_is_waited_for() -> None:
    """Whoever asks for it to be settled hears how it ended."""
    beside = Beside()
    beside.run(fails)
    await asyncio.sleep(0.01)

    with pytest.raises(ValueError, match="away"):
        await beside.settled()
