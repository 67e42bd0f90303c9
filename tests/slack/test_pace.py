"""Final answers wait for their turn; progress takes what they leave."""

import asyncio
from time import monotonic

import pytest

from bot.ports import Alone
from bot.slack.calls.gate import try_take
from bot.slack.calls.pace import Bucket, Pace, Window
from tests.processor import clock


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

    taken = [try_take([window]) for _ in range(4)]

    assert taken == [True, True, False, False]
    await asyncio.wait_for(window.take(), 0.1)


async def test_progress_never_goes_ahead_of_a_waiting_answer() -> None:
    """While an answer waits, progress gets nothing."""
    window = Window(1, 0.3)
    await window.take()
    waiting = asyncio.create_task(window.take())
    await asyncio.sleep(0)

    assert not try_take([window])
    await waiting


async def test_a_bucket_allows_a_burst_and_then_its_rate() -> None:
    """Five at once, and from then on one in a hundredth of a second."""
    bucket = Bucket(100.0, 5)
    started = monotonic()

    for _ in range(10):
        await bucket.take()

    assert 0.045 <= monotonic() - started < 3


async def test_a_post_that_was_answered_is_under_way_no_longer() -> None:
    """What was answered at once costs the next one no more than the rate asks."""
    bucket = Bucket(10.0, 1)
    started, began = monotonic(), clock()

    for _ in range(4):
        await bucket.take()
        bucket.passed()

    assert monotonic() - started >= 0.29
    assert clock() - began < 0.7


async def test_a_post_without_an_answer_may_be_under_way() -> None:
    """The next one waits as if it had been held up: Slack counts both when they arrive."""
    bucket = Bucket(10.0, 1)
    started = monotonic()

    await bucket.take()
    await bucket.take()

    assert monotonic() - started >= 0.24


async def test_a_post_is_under_way_from_when_it_leaves() -> None:
    """One that took long to announce arrives as much later, though it was counted before."""
    bucket = Bucket(10.0, 1)
    await bucket.take()
    await asyncio.sleep(0.3)
    started = monotonic()

    bucket.leaves()
    await bucket.take()

    assert monotonic() - started >= 0.24


async def test_a_late_answer_says_nothing_of_the_next_post() -> None:
    """The post behind it is on its way all the same, and the one after that waits for it."""
    bucket = Bucket(10.0, 1)
    await bucket.take()
    await bucket.take()
    started = monotonic()

    bucket.passed()
    await bucket.take()

    assert monotonic() - started >= 0.24


async def test_progress_leaves_half_of_a_burst() -> None:
    """A channel's burst is shared: progress stops in the middle of it."""
    bucket = Bucket(0.001, 4)

    assert [try_take([bucket]) for _ in range(4)] == [True, True, False, False]


async def test_progress_that_one_gate_refuses_costs_the_others_nothing() -> None:
    """A channel with room keeps its whole burst for answers while the workspace has no edits left."""
    channel, edits = Bucket(0.001, 4), Window(1, 60, spare=1)

    tried = [try_take([channel, edits]) for _ in range(10)]

    assert not any(tried)
    assert channel.full


async def test_answers_do_not_wait_behind_progress() -> None:
    """However hard progress presses, thirty answers are through as soon as without it."""
    window = Window(10, 0.3, spare=5)
    pressed = 0

    async def press() -> None:
        nonlocal pressed
        while True:
            pressed += try_take([window])
            await asyncio.sleep(0.001)

    pressing = asyncio.create_task(press())
    await asyncio.sleep(0.05)
    before = pressed
    await asyncio.gather(*(window.take() for _ in range(30)))
    meanwhile = pressed - before
    pressing.cancel()

    assert before >= 5
    assert meanwhile <= 5  # one spare, should it come between the last answer and us


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_a_429_is_a_rest_for_all() -> None:
    """Nobody passes before Slack's time is over, progress least of all."""
    clock = Clock()
    window = Window(50, 60.0, clock=clock)
    await window.take()
    window.refused(10.0)

    assert not try_take([window])
    clock.now += 10
    assert try_take([window])


async def test_a_429_teaches_the_share_that_others_leave() -> None:
    """Refused twice at the 31st of 50, a process takes 30 a minute, and wins five back with each minute."""
    clock = Clock()
    window = Window(50, 60.0, clock=clock)
    for _ in range(31):
        await window.take()
    window.refused(5.0)
    window.refused(5.0)

    clock.now += 61  # one minute later: what was taken is forgotten, a tenth is won back
    assert sum(try_take([window]) for _ in range(100)) == 35
    clock.now += 61
    assert sum(try_take([window]) for _ in range(100)) == 40


async def test_a_429_alone_costs_its_rest_and_no_more() -> None:
    """One call in five is refused for whatever reason: between them calls pass, and the tier stays whole."""
    clock = Clock()
    window = Window(50, 60.0, clock=clock)

    for call in range(40):
        await window.take()
        if call % 5:
            window.passed()
        else:
            window.refused(1.0)
            clock.now += 1

    assert clock.now == 108
    assert sum(try_take([window]) for _ in range(100)) == 10


async def test_refusals_cost_half_a_window_and_leave_a_tenth() -> None:
    """However many come, a window's worth of them halves the share once, and a tenth of the tier is always left."""
    clock = Clock()
    window = Window(50, 60.0, clock=clock)
    shares = []

    for _ in range(8):
        for _ in range(4):
            window.refused(1.0)
        clock.now += 61
        shares.append(sum(try_take([window]) for _ in range(100)))
        clock.now += 61

    assert shares[0] == 30  # half, and a tenth that was won back since
    assert min(shares) >= 10


async def test_a_refused_channel_rests_as_long_as_asked() -> None:
    """The burst is gone with it."""
    bucket = Bucket(10.0, 5)
    bucket.refused(0.3)
    started = monotonic()

    await bucket.take()

    assert 0.29 <= monotonic() - started < 3


class Three(Alone):
    """As many processes as share a pace here."""

    processes = 3


def test_who_is_further_back_waits_for_others_too() -> None:
    """Three processes have a line each, and one channel: the second in ours is about the fourth of all."""
    alone, one_of_three = Pace(Alone(), "T1"), Pace(Three(), "T1")

    ours = [alone.delay("C1", ahead) for ahead in (1, 2, 5)]
    theirs = [one_of_three.delay("C1", ahead) for ahead in (1, 2, 5)]

    assert ours == pytest.approx([0, 0, 1], abs=0.1)
    assert theirs == pytest.approx([0, 2, 11], abs=0.1)


async def test_several_processes_share_a_tier() -> None:
    """Three processes that know nothing of each other, one cap of thirty: all pass in the end, few are refused."""
    cap = Window(30, 0.5)
    refused = 0

    async def process() -> None:
        nonlocal refused
        window = Window(30, 0.5)
        passed = 0
        while passed < 40:
            await window.take()
            if try_take([cap]):
                passed += 1
                window.passed()
            else:
                refused += 1
                window.refused(0.1)

    async with asyncio.timeout(10):
        await asyncio.gather(*(process() for _ in range(3)))

    assert refused < 40
