"""The contract of `Starts`, on every engine."""

from datetime import UTC, datetime, timedelta

from bot.adapters.store import open_store
from tests.adapters.conftest import QUICK

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_what_one_process_kept_the_next_one_knows(database_url: str) -> None:
    """Each start as often as it was kept, in order, as the end of its second; what is older is left out."""
    async with open_store(database_url, policy=QUICK) as store:
        for seconds in (0.2, 40.5, 5.9, 5.1):
            await store.starts.keep(NOON + timedelta(seconds=seconds))

    async with open_store(database_url, policy=QUICK) as store:
        known = await store.starts.known(NOON + timedelta(seconds=3))

    assert [(start - NOON).total_seconds() for start in known] == [6, 6, 41]


async def test_what_is_long_past_is_not_kept(database_url: str) -> None:
    """Only a minute counts, so nothing piles up."""
    async with open_store(database_url, policy=QUICK) as store:
        await store.starts.keep(NOON)
        await store.starts.keep(NOON + timedelta(hours=1))

        assert len(await store.starts.known(NOON)) == 1
