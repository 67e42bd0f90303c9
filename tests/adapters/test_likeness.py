"""Looking for alike claims costs the same whatever a workspace has read before, and whatever a planner knows."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Engine, event, text

from bot.adapters import migrations
from bot.adapters.store import Store, is_sqlite, open_store, upgrade
from bot.ports import Found
from tests.crowd import article, straight, tell
from tests.engines import a_postgres_database

TELLS = (
    "SELECT (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes)"
    " + (SELECT coalesce(sum(seq_tup_read), 0) FROM pg_stat_user_tables)"
)
"""Rows of indexes and tables that Postgres has read so far."""

Act = Callable[[], Awaitable[Any]]


@pytest.fixture
def database_url(new_database_url: str) -> str:
    """The planner has seen nothing of it, and no test before has had it analysed."""
    return new_database_url


@contextmanager
def counted_steps() -> Iterator[list[int]]:
    """Hundreds of steps that SQLite takes on connections made meanwhile."""
    steps = [0]

    def one_more() -> int:
        steps[0] += 1
        return 0

    def count(connection: Any, _: Any) -> None:
        if hasattr(connection, "set_progress_handler"):
            connection.set_progress_handler(one_more, 100)

    event.listen(Engine, "connect", count)
    try:
        yield steps
    finally:
        event.remove(Engine, "connect", count)


async def rows_read(database_url: str) -> int:
    """Told once the connections that read are closed and have reported."""
    await asyncio.sleep(0.3)
    with straight(database_url) as connection:
        return int(connection.execute(text(TELLS)).scalar_one())


async def work_of(database_url: str, act: Act) -> int:
    """What the engine does for it, by its own count."""
    if is_sqlite(database_url):
        with counted_steps() as steps:
            await act()
        return steps[0]
    before = await rows_read(database_url)
    await act()
    return await rows_read(database_url) - before


async def seen(store: Store) -> dict[str, list[str]]:
    """Where the claims of a new article were made before, looked for twenty times: what opening costs is little beside it."""
    for _ in range(20):
        found = await store.memory.seen("T1", "none", article(999_999), {"C1", "C2"})
    return {claim: [_address(each) for each in told] for claim, told in found.items()}


async def seen_anew(database_url: str) -> dict[str, list[str]]:
    """By a process that has just started."""
    async with open_store(database_url) as store:
        return await seen(store)


def _address(found: Found) -> str:
    return found.article.url or ""


@pytest.mark.slow
@pytest.mark.parametrize("analysed", [False, True], ids=["never analysed", "analysed"])
async def test_a_look_up_reads_no_more_among_many_alike_than_among_few(database_url: str, *, analysed: bool) -> None:
    """Ten times as many articles that say the same: one and a half times the work at most."""
    upgrade(database_url)
    _grow(database_url, 0, 100)
    few = await work_of(database_url, lambda: seen_anew(database_url))
    _grow(database_url, 100, 1000)
    if analysed:
        with straight(database_url) as connection:
            connection.execute(text("ANALYZE"))

    many = await work_of(database_url, lambda: seen_anew(database_url))

    assert few > 0
    assert many < 1.5 * few


@pytest.mark.slow
async def test_what_was_planned_among_few_serves_among_many(postgres_server: str) -> None:
    """A process that has looked from the first article on keeps its plans: they do no more work when tables have grown."""
    with a_postgres_database(postgres_server) as url:
        upgrade(url)
        _grow(url, 0, 20)
        few = await work_of(url, lambda: seen_anew(url))
        written = 0

        async def both() -> None:
            nonlocal written
            async with open_store(url) as store:
                await seen(store)
                written = await work_of(url, lambda: asyncio.to_thread(_grow, url, 20, 1000))
                await seen(store)

        assert await work_of(url, both) - written < 3 * few


def _grow(database_url: str, first: int, last: int) -> None:
    tell(database_url, ((article(n), f"C{n % 2 + 1}") for n in range(first, last)))


async def test_claims_read_before_the_index_was_there_are_found(database_url: str) -> None:
    """The migration that brings the index fills it, and the one that takes it away leaves the rest alone."""
    upgrade(database_url)
    tell(database_url, [(article(1), "C1")])
    there = await seen_anew(database_url)
    with straight(database_url) as connection:
        config = migrations._config()
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")

    again = await seen_anew(database_url)

    assert there["c1"] == ["https://paper1.example/report"]
    assert again == there
