"""What keeps a processor busy, a few at a time and in order."""

import asyncio

from bot.turnstile import Turnstile, aside, back


async def test_a_few_are_let_in_in_the_order_in_which_they_came() -> None:
    """Of twenty no more than two are inside, and they leave as they came."""
    turnstile, inside, most, left = Turnstile(2), 0, 0, []

    async def one(n: int) -> None:
        nonlocal inside, most
        async with turnstile.turn(0.0):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1
            left.append(n)

    await asyncio.gather(*(one(n) for n in range(20)))

    assert left == list(range(20))
    assert most == 2


async def test_who_can_be_told_now_goes_before_who_must_wait_for_a_channel() -> None:
    """What is due later does not hold up the others."""
    turnstile, left = Turnstile(1), []

    async def one(name: str, delay: float) -> None:
        async with turnstile.turn(delay):
            await asyncio.sleep(0)
            left.append(name)

    await asyncio.gather(one("first", 0.0), one("crowded", 9.0), one("less crowded", 2.0), one("quiet", 0.0))

    assert left == ["first", "quiet", "less crowded", "crowded"]


async def test_who_stops_waiting_takes_no_place() -> None:
    """Neither before its turn has come, nor at the very moment."""
    turnstile = Turnstile(1)

    async def one() -> None:
        async with turnstile.turn(0.0):
            await asyncio.sleep(0)

    for turns in range(6):
        tasks = [asyncio.create_task(one()) for _ in range(4)]
        for _ in range(turns):
            await asyncio.sleep(0)
        tasks[1].cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async with asyncio.timeout(10):
        await one()


async def test_who_waits_for_a_peer_lets_others_pass() -> None:
    """What waits takes no place, and comes back before those who have not come as far."""
    turnstile, order = Turnstile(1), []
    answered = asyncio.Event()

    async def asks() -> None:
        async with turnstile.turn(0.0, 2.0):
            async with aside(1.0):
                await answered.wait()
            order.append("asked")

    async def comes(name: str) -> None:
        async with turnstile.turn(0.0, 2.0):
            answered.set()
            await asyncio.sleep(0)
            order.append(name)

    await asyncio.gather(asks(), comes("second"), comes("third"))

    assert order == ["second", "asked", "third"]


async def test_who_fails_aside_gives_nobody_elses_place_back() -> None:
    """Neither a failure nor being cancelled while waiting for a peer or for a place makes room for two."""
    turnstile = Turnstile(1)

    async def fails() -> None:
        async with turnstile.turn(0.0), aside(0.0):
            raise ValueError

    async def waits() -> None:
        async with turnstile.turn(0.0), aside(0.0):
            await asyncio.sleep(60)

    waiting = asyncio.create_task(waits())
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, fails(), return_exceptions=True)

    async with turnstile.turn(0.0):
        second = asyncio.create_task(turnstile.enter(0.0))
        await asyncio.sleep(0.01)
        assert not second.done()
    await second


async def test_what_is_begun_within_a_turn_has_none_to_leave() -> None:
    """Work beside a job waits for its own peers."""
    turnstile = Turnstile(1)

    async def beside() -> None:
        async with aside(0.0):
            await asyncio.sleep(0)

    async with turnstile.turn(0.0):
        await asyncio.create_task(beside())
        second = asyncio.create_task(turnstile.enter(0.0))
        await asyncio.sleep(0.01)
        assert not second.done()
    await second


async def test_what_comes_back_for_a_while_waits_its_turn() -> None:
    """An answer that has come is checked before those that are due later; while it is read on, its place is free."""
    turnstile, order = Turnstile(1), []
    answered = asyncio.Event()

    async def reads(name: str, due: float) -> None:
        async with turnstile.turn(due), aside(0.0):
            await answered.wait()
            async with back(0.0):
                order.append(name)

    async def holds() -> None:
        async with turnstile.turn(0.0):
            answered.set()
            await asyncio.sleep(0.01)
            order.append("held")

    await asyncio.gather(reads("later", 9.0), reads("soon", 0.0), holds())

    assert order == ["held", "soon", "later"]


async def test_who_has_left_no_place_comes_back_to_none() -> None:
    """Outside a turn, within it, and beside it, work goes on as it is."""
    turnstile = Turnstile(1)

    async def beside() -> None:
        async with back(0.0):
            await asyncio.sleep(0)

    async with asyncio.timeout(5):
        await beside()
        async with turnstile.turn(0.0):
            await beside()
            await asyncio.create_task(beside())
            second = asyncio.create_task(turnstile.enter(0.0))
            await asyncio.sleep(0.01)
            assert not second.done()
        await second
