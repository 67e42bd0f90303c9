"""The contract of `Meters`, on every engine."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.adapters.store import Store, open_store
from bot.intake.allowance import HOUR, Meter
from tests.adapters.conftest import QUICK

SINCE = datetime(2026, 3, 1, 12, tzinfo=UTC)
METER = Meter("T1", "links", "U1", SINCE, SINCE + HOUR, most=3)
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
    tokens = replace(METER, what="tokens", user="", most=100)

    for key, amount in (("r1", 90), ("r2", 5_000_000_000), ("r1", 90)):
        await store.meters.add(tokens, key, amount)

    assert await store.meters.used(tokens) == 5_000_000_090


async def test_counts_survive_a_restart(database_url: str) -> None:
    """What one process counted, the next one knows."""
    async with open_store(database_url, policy=QUICK) as store:
        await store.meters.take(METER, "k1")

    async with open_store(database_url, policy=QUICK) as store:
        assert await store.meters.used(METER) == 1
        await store.meters.take(METER, "k1")
        assert await store.meters.used(METER) == 1
