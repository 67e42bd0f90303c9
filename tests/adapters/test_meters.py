"""The contract of `Meters`, on every engine."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.adapters.store import Store, open_store
from bot.intake.allowance import HOUR, Meter
from tests.adapters.conftest import QUICK

SINCE = datetime(2026, 3, 1, 12, tzinfo=UTC)
METER = Meter("T1", "links", "U1", SINCE, SINCE + HOUR, most=3)
TOKENS = replace(METER, what="tokens", user="", most=100)
LATER = datetime(2999, 1, 1, tzinfo=UTC)
OTHERS = (
    replace(METER, team="T2"),
    replace(METER, what="tokens"),
    replace(METER, user="U2"),
    replace(METER, since=SINCE + timedelta(hours=1)),
)


async def test_as_many_are_taken_as_there_are(store: Store) -> None:
    """The fourth of three is refused, and refused again."""
    taken = [await store.meters.take(METER, f"k{n}") for n in range(5)]

    assert taken == [True, True, True, False, False]
    assert await store.meters.used(METER) == 3


async def test_one_key_counts_once(store: Store) -> None:
    """A job that runs again is let through and costs nothing more, also when the meter is spent by now."""
    await store.meters.take(METER, "k1")
    await store.meters.take(METER, "k2")
    await store.meters.take(METER, "k3")

    assert [await store.meters.take(METER, key) for key in ("k1", "k1", "k3")] == [True, True, True]
    assert await store.meters.used(METER) == 3


async def test_a_refused_key_may_come_again(store: Store) -> None:
    """What was refused in one window counts in the next."""
    for key in ("k1", "k2", "k3", "late"):
        await store.meters.take(METER, key)

    assert await store.meters.take(replace(METER, since=SINCE + HOUR), "late")
    assert await store.meters.used(replace(METER, since=SINCE + HOUR)) == 1


async def test_those_who_race_get_no_more_than_there_is(store: Store) -> None:
    """Thirty jobs at once share three."""
    taken = await asyncio.gather(*(store.meters.take(METER, f"k{n}") for n in range(30)))

    assert sum(taken) == 3
    assert await store.meters.used(METER) == 3


async def test_racing_runs_of_one_job_count_once(store: Store) -> None:
    """Thirty runs of one job are all let through, for one."""
    taken = await asyncio.gather(*(store.meters.take(METER, "same") for _ in range(30)))

    assert all(taken)
    assert await store.meters.used(METER) == 1


async def test_meters_do_not_see_each_other(store: Store) -> None:
    """Another workspace, person, window or thing has a meter of its own; another workspace's key is another key."""
    await store.meters.take(METER, "k1")

    assert [await store.meters.used(other) for other in OTHERS] == [0, 0, 0, 0]
    assert await store.meters.take(OTHERS[0], "k1")
    assert await store.meters.used(OTHERS[0]) == 1


async def test_what_was_used_is_added_whatever_the_meter_shows(store: Store) -> None:
    """Tokens are known only afterwards: they are added beyond the limit too, once for a key."""
    for key, amount in (("r1", 90), ("r2", 5_000_000_000), ("r1", 90)):
        await store.meters.settle(TOKENS, key, amount)

    assert await store.meters.used(TOKENS) == 5_000_000_090


async def test_no_more_is_set_aside_than_there_is(store: Store) -> None:
    """Thirty jobs that begin at once, each with ten of a hundred, twenty of which are used: eight may."""
    await store.meters.settle(TOKENS, "before", 20)

    may = await asyncio.gather(*(store.meters.set_aside(TOKENS, f"k{n}", 10, LATER) for n in range(30)))

    assert sum(may) == 8
    assert await store.meters.used(TOKENS) == 20


async def test_what_is_settled_is_counted_as_it_was_and_the_rest_is_free_again(store: Store) -> None:
    """Fifty were set aside and thirty used, once, however often that is told."""
    assert await store.meters.set_aside(TOKENS, "k1", 50, LATER)
    assert not await store.meters.set_aside(TOKENS, "k2", 60, LATER)

    for _ in range(2):
        await store.meters.settle(TOKENS, "k1", 30)

    assert await store.meters.used(TOKENS) == 30
    assert await store.meters.set_aside(TOKENS, "k2", 70, LATER)


async def test_a_job_that_runs_again_sets_its_own_aside_once(store: Store) -> None:
    """What its first run had set aside stands in nobody's way twice."""
    assert all([await store.meters.set_aside(TOKENS, "k1", 60, LATER) for _ in range(3)])

    assert await store.meters.set_aside(TOKENS, "k2", 40, LATER)
    assert not await store.meters.set_aside(TOKENS, "k3", 1, LATER)


async def test_what_is_given_back_is_free_again(store: Store) -> None:
    """Nothing was used of it."""
    await store.meters.set_aside(TOKENS, "k1", 100, LATER)
    await store.meters.give_back(TOKENS, "k1")

    assert await store.meters.set_aside(TOKENS, "k2", 100, LATER)
    assert await store.meters.used(TOKENS) == 0


async def test_what_a_dead_job_had_set_aside_lapses(store: Store) -> None:
    """Nobody settles it, so it has an end; also over a midnight it is the same workspace's."""
    tomorrow = replace(TOKENS, since=SINCE + timedelta(days=1))
    await store.meters.set_aside(TOKENS, "dead", 100, datetime.now(UTC) + timedelta(seconds=1.5))
    assert not await store.meters.set_aside(tomorrow, "k1", 10, LATER)
    assert await store.meters.set_aside(replace(TOKENS, team="T2"), "k1", 10, LATER)

    await asyncio.sleep(1.6)

    assert await store.meters.set_aside(tomorrow, "k1", 10, LATER)


async def test_what_is_more_than_all_there_is_goes_alone(store: Store) -> None:
    """A limit below one long article would else stop it for good: it may when nothing is used and nothing under way."""
    assert await store.meters.set_aside(TOKENS, "long", 500, LATER)
    assert not await store.meters.set_aside(TOKENS, "k1", 1, LATER)
    await store.meters.settle(TOKENS, "long", 20)

    assert not await store.meters.set_aside(TOKENS, "longer", 500, LATER)
    assert await store.meters.set_aside(TOKENS, "k1", 80, LATER)


async def test_what_was_used_before_a_crash_is_counted_by_whoever_comes_after(store: Store) -> None:
    """The reading was kept and its job died: the next run finds it stored, and what was set aside for it not settled."""
    await store.meters.set_aside(TOKENS, "k1", 50, LATER)

    await store.meters.settle(TOKENS, "k1", 30, stored=True)
    await store.meters.settle(TOKENS, "k1", 30, stored=True)
    await store.meters.settle(TOKENS, "another", 30, stored=True)

    assert await store.meters.used(TOKENS) == 30


async def test_counts_survive_a_restart(database_url: str) -> None:
    """What one process counted, the next one knows."""
    async with open_store(database_url, policy=QUICK) as store:
        await store.meters.take(METER, "k1")

    async with open_store(database_url, policy=QUICK) as store:
        assert await store.meters.used(METER) == 1
        await store.meters.take(METER, "k1")
        assert await store.meters.used(METER) == 1
