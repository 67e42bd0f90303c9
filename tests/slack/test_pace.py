"""Final answers wait for their turn; progress takes what they leave."""

import asyncio
from time import monotonic

from bot.slack.pace import Bucket, Window


async def test_a_window_holds_its_limit_in_any_stretch_of_time() -> None:
    """No stretch as long as the window sees more than the limit."""
    window = Window(5, 0.3)
    times = []

    for _ in range(12):
        await window.take()
        times.append(monotonic())

    assert all(times[i + 5] - times[i] >= 0.29 for i in range(7))


async def test_progress_leaves_the_spare_to_answers() -> None:
    """Progress is dropped at the spare, and an answer still goes at once."""
    window = Window(4, 60, spare=2)

    taken = [window.try_take() for _ in range(4)]

    assert taken == [True, True, False, False]
    await asyncio.wait_for(window.take(), 0.1)


async def test_progress_never_goes_ahead_of_a_waiting_answer() -> None:
    """While an answer waits, progress gets nothing."""
    window = Window(1, 0.3)
    await window.take()
    waiting = asyncio.create_task(window.take())
    await asyncio.sleep(0)

    assert not window.try_take()
    await waiting


async def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    """Five at once, and from then on one in a hundredth of a second."""
    bucket = Bucket(100.0, 5)
    started = monotonic()

    for _ in range(10):
        await bucket.take()

    assert 0.045 <= monotonic() - started < 0.3


async def test_progress_leaves_half_of_a_burst() -> None:
    """A channel's burst is shared: progress stops in the middle of it."""
    bucket = Bucket(0.001, 4)

    assert [bucket.try_take() for _ in range(4)] == [True, True, False, False]
