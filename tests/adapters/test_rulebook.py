"""The contract of `Rulebook`, on every engine."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.adapters.store import Store
from bot.intake.rules import Rules

QUIET = Rules(reads="asked", follow_ups="none", language="de", ignore=("shop.example",))


async def test_what_was_chosen_last_holds_in_its_channel_only(store: Store) -> None:
    """Nothing is known of channels that chose nothing, nor of other workspaces."""
    await store.rulebook.keep_rules("T1", "C1", Rules(reads="asked"))
    await store.rulebook.keep_rules("T1", "C1", QUIET)
    await store.rulebook.keep_rules("T1", "C2", Rules())

    assert await store.rulebook.rules("T1", "C1") == QUIET
    assert await store.rulebook.rules("T1", "C3") is None
    assert await store.rulebook.rules("T2", "C1") is None
    assert await store.rulebook.all_rules("T1") == {"C1": QUIET, "C2": Rules()}


async def test_many_who_ask_at_once_get_each_their_own(store: Store) -> None:
    """Of several channels and workspaces, also of one channel's number in two of them."""
    await store.rulebook.keep_rules("T1", "C1", QUIET)
    await store.rulebook.keep_rules("T2", "C1", Rules(reads="asked"))
    await store.rulebook.keep_rules("T2", "C2", Rules())
    places = [(f"T{team}", f"C{channel}") for team in (1, 2, 3) for channel in (1, 2)] * 20

    found = await asyncio.gather(*(store.rulebook.rules(*place) for place in places))

    assert found == [QUIET, None, Rules(reads="asked"), Rules(), None, None] * 20


async def test_age_takes_no_settings_away_but_the_end_of_the_workspace_does(store: Store) -> None:
    """They are what somebody wants, not what was read."""
    await store.rulebook.keep_rules("T1", "C1", QUIET)

    await store.keeping.purge(datetime.now(UTC) + timedelta(days=1))
    assert await store.rulebook.rules("T1", "C1") == QUIET
    assert await store.keeping.forget_team("T1")
    assert await store.rulebook.rules("T1", "C1") is None
