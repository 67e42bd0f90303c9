"""Questions that are asked together."""

import asyncio
from collections.abc import Sequence

import pytest

from bot.adapters.rows.together import Together


async def test_what_comes_while_one_is_answered_goes_into_the_next() -> None:
    """The first goes alone, the others wait for it and go together, each with its own answer."""
    asked: list[list[int]] = []

    async def squares(numbers: Sequence[int]) -> Sequence[int]:
        asked.append(list(numbers))
        await asyncio.sleep(0.01)
        return [number * number for number in numbers]

    together = Together(squares, most=4)
    first = asyncio.create_task(together.ask(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    others = await asyncio.gather(*(together.ask(n) for n in range(2, 8)))

    assert [await first, *others] == [1, 4, 9, 16, 25, 36, 49]
    assert asked == [[1], [2, 3, 4, 5], [6, 7]]


async def test_what_fails_fails_for_those_who_asked_and_for_nobody_after_them() -> None:
    """One who gave up waiting takes nothing from the others."""
    fails = True

    async def answers(questions: Sequence[str]) -> Sequence[str]:
        await asyncio.sleep(0.01)
        if fails:
            raise ValueError("away")
        return questions

    together = Together(answers)
    for each in await asyncio.gather(together.ask("a"), together.ask("b"), return_exceptions=True):
        assert isinstance(each, ValueError)
    fails = False
    waits, gives_up = asyncio.create_task(together.ask("c")), asyncio.create_task(together.ask("d"))
    await asyncio.sleep(0.001)
    gives_up.cancel()

    assert await waits == "c"
    with pytest.raises(asyncio.CancelledError):
        await gives_up
