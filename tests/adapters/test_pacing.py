"""Slack's tiers hold for a workspace, however many processes speak there: the contract of `Pacing`, on every engine."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from time import monotonic

import pytest
from sqlalchemy import create_engine, text

from bot.adapters.jobs.attempt import Policy
from bot.adapters.postgres.company import KNOWN
from bot.adapters.store import Store, is_sqlite, open_store
from bot.intake.message import Place
from bot.playground.server import LocalSlack
from bot.ports import Job
from bot.ports.pacing import Tier, Turn
from bot.reply.reply import Note
from bot.slack.calls.chat import SlackChat, web_client
from bot.slack.calls.pace import Pace
from tests.adapters.conftest import QUICK
from tests.adapters.working import working
from tests.engines import a_ready_postgres_database

BURST = Tier(1, 0.2, ahead=0.4)
FEW = Tier(3, 0.5)
POST = Turn("posts", BURST, BURST)


async def nothing(_: Job) -> None:
    """What these processes do."""


@asynccontextmanager
async def processes(database_url: str, count: int = 3) -> AsyncIterator[list[Store]]:
    """As many as the engine takes: SQLite one."""
    async with AsyncExitStack() as stack:
        number = 1 if is_sqlite(database_url) else count
        yield [await stack.enter_async_context(open_store(database_url, policy=QUICK)) for _ in range(number)]


def chats_of(stores: list[Store], slack: LocalSlack) -> list[SlackChat]:
    client = web_client(slack.bot_token, slack.api_url)
    me, team = slack.bot_user_id, slack.team_id
    return [SlackChat(client, me=me, team=team, pace=Pace(store.pacing, team)) for store in stores]


def calls(slack: LocalSlack) -> Counter[str]:
    return Counter(call.method for call in slack.calls)


@pytest.mark.slow
async def test_together_they_post_once_a_second_in_a_channel(database_url: str) -> None:
    """A burst of five and one a second, none refused by Slack, and none later than one process would be."""
    async with LocalSlack() as slack, processes(database_url) as stores:
        chats, place = chats_of(stores, slack), Place(slack.team_id, slack.general)
        began = monotonic()

        await asyncio.gather(*(chats[n % len(chats)].post(place, Note(f"{n}"), mark=f"{n}") for n in range(12)))

        assert slack.backend.pace.refused == 0
        assert calls(slack)["chat.postMessage"] == 12
        assert 7 <= monotonic() - began < 12


@pytest.mark.slow
async def test_posts_that_one_of_them_announces_late_make_those_of_another_none_too_fast(postgres_server: str) -> None:
    """Slack counts them when they leave, and what was announced at once waits until then."""

    async def late() -> None:
        await asyncio.sleep(0.9)

    async def at_once() -> None:
        pass

    with a_ready_postgres_database(postgres_server) as url:
        async with LocalSlack() as slack, processes(url, 2) as stores:
            (one, other), place = chats_of(stores, slack), Place(slack.team_id, slack.general)
            first = [asyncio.create_task(one.post(place, Note(f"{n}"), mark=f"{n}", begin=late)) for n in range(4)]
            await asyncio.sleep(0.4)

            await asyncio.gather(
                *first, *(other.post(place, Note(f"{n}"), mark=f"{n}", begin=at_once) for n in range(4, 8))
            )

            assert slack.backend.pace.refused == 0
            assert len(slack.messages(place.channel)) == 8


async def test_together_they_show_as_much_progress_as_one(database_url: str) -> None:
    """Of fifty edits a minute progress has 25, whoever of them shows it; and an answer still goes at once."""
    async with LocalSlack() as slack, processes(database_url) as stores:
        chats, place = chats_of(stores, slack), Place(slack.team_id, slack.general)
        ts = await chats[0].post(place, Note("list"), mark="m")
        assert ts is not None

        shown = [
            await chats[n % len(chats)].update(place, ts, Note(f"{n}"), mark="m", optional=True) for n in range(90)
        ]
        async with asyncio.timeout(2):
            await chats[-1].update(place, ts, Note("whole"), mark="m")

        assert sum(shown) == 25
        assert slack.backend.pace.refused == 0


async def test_turns_come_in_order_and_no_sooner_than_the_tier_lets_them(postgres_server: str) -> None:
    """At most three in any half second, whoever takes them; other workspaces and other gates have their own."""
    with a_ready_postgres_database(postgres_server) as url:
        async with processes(url, 2) as stores:
            turns = [await turn(stores[n % 2], "T1", "edits", FEW) for n in range(8)]
            others = [
                await stores[0].pacing.take(whose, [Turn(what, FEW, FEW)])
                for whose, what in (("T2", "edits"), ("T1", "posts"))
            ]

    assert others == [0.0, 0.0]
    assert all(later.last - sooner.first > 0.49 for sooner, later in zip(turns, turns[3:], strict=False))
    assert turns[7].first - turns[0].last < 2


async def test_a_burst_is_saved_up(postgres_server: str) -> None:
    """Three at once, then one in each fifth of a second; after a rest of as long three again."""
    with a_ready_postgres_database(postgres_server) as url:
        async with processes(url, 2) as stores:
            turns = [await turn(stores[n % 2], "T1", "posts", BURST) for n in range(8)]
            await asyncio.sleep(2)
            again = [await stores[n % 2].pacing.take("T1", [POST]) for n in range(3)]

    assert all(turns[n].last - turns[0].first > 0.2 * (n - 2) - 0.01 for n in range(8))
    assert turns[7].first - turns[0].last < 2
    assert again == [0.0, 0.0, 0.0]


async def test_turns_at_several_gates_are_taken_together(postgres_server: str) -> None:
    """The wait is that of the narrowest; progress has none unless each has one left."""
    wide = Turn("wide", Tier(5, 10.0), Tier(4, 10.0))
    with a_ready_postgres_database(postgres_server) as url:
        async with processes(url, 2) as (one, other):
            turns = [await turn(one, "T1", "edits", FEW) for _ in range(3)]
            wait = await other.pacing.take("T1", [Turn("edits", FEW, FEW), wide])
            progress = [await other.pacing.take_now("T1", [wide, POST]) for _ in range(4)]

    assert wait + monotonic() - turns[0].first > 0.49
    assert progress == [True, True, True, False]


@dataclass(frozen=True)
class Span:
    """Between which moments a turn comes: nobody knows how long the answer was on its way."""

    first: float
    last: float


async def turn(store: Store, team: str, what: str, tier: Tier) -> Span:
    asked = monotonic()
    wait = await store.pacing.take(team, [Turn(what, tier, tier)])
    return Span(asked + wait, monotonic() + wait)


@asynccontextmanager
async def one_at_work(postgres_server: str, policy: Policy) -> AsyncIterator[tuple[str, Store, Store]]:
    """(the database, one process that works on it, another that does not yet)."""
    with a_ready_postgres_database(postgres_server) as url:
        async with (
            open_store(url, policy=policy) as first,
            open_store(url, policy=policy) as second,
            working(first.jobs, nothing),
        ):
            await asyncio.sleep(KNOWN + 0.5)
            yield url, first, second


async def test_one_process_alone_asks_the_database_nothing(postgres_server: str) -> None:
    """What it keeps by itself is enough; when another begins they keep one pace, and again none when that has ended."""
    policy = Policy(heartbeat=0.2, silence=1.0, poll=0.02)
    async with one_at_work(postgres_server, policy) as (url, first, second):
        assert await taken(url, first, 5) == 0
        async with working(second.jobs, nothing):
            await asyncio.sleep(1)
            assert await taken(url, first, 2) == 1
            assert await taken(url, second, 2) == 1
        await asyncio.sleep(2)
        assert await taken(url, first, 5) == 0


async def test_who_worked_alone_soon_knows_of_another(postgres_server: str) -> None:
    """Within a second or two, however seldom it looks after dead ones."""
    policy = Policy(heartbeat=20, silence=60, poll=0.02)
    async with one_at_work(postgres_server, policy) as (url, first, second):
        assert await taken(url, first, 2) == 0
        assert first.pacing.processes == 1
        async with working(second.jobs, nothing):
            await asyncio.sleep(2)
            assert await taken(url, first, 2) == 1
            assert (first.pacing.processes, second.pacing.processes) == (2, 2)


@pytest.mark.slow
async def test_who_joins_takes_nothing_until_all_know_and_what_was_taken_alone_counts(postgres_server: str) -> None:
    """One took three of three in a minute by itself: whoever joins it waits for the fourth, from the first moment on."""
    few = Turn("edits", Tier(3, 60.0), Tier(3, 60.0))
    async with one_at_work(postgres_server, Policy(heartbeat=20, silence=60, poll=0.02)) as (_, first, second):
        alone = [await first.pacing.take("T1", [few]) for _ in range(3)]
        async with working(second.jobs, nothing):
            await asyncio.sleep(0.2)
            progress = await second.pacing.take_now("T1", [Turn("other", FEW, FEW)])
            answer = await second.pacing.take("T1", [few])
            later = await second.pacing.take_now("T1", [Turn("other", FEW, FEW)])

    assert alone == [0.0, 0.0, 0.0]
    assert answer > 50
    assert (progress, later) == (False, True)


async def test_two_that_begin_at_once_share_from_the_first_moment_on(postgres_server: str) -> None:
    """Neither takes itself for alone before the other had time to begin."""
    policy = Policy(heartbeat=20, silence=60, poll=0.02)
    with a_ready_postgres_database(postgres_server) as url:
        async with (
            open_store(url, policy=policy) as first,
            open_store(url, policy=policy) as second,
            working(first.jobs, nothing),
            working(second.jobs, nothing),
        ):
            await asyncio.sleep(0.1)
            assert await taken(url, first, 2) == 1
            assert await taken(url, second, 2) == 1


async def taken(url: str, store: Store, count: int) -> int:
    """How many rows so many turns leave in the database."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM paces"))
    for _ in range(count):
        await store.pacing.take("T1", [POST])
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT count(*) FROM paces")).scalar_one()
    engine.dispose()
    return int(rows)


async def test_a_database_that_does_not_answer_holds_nobody_up(postgres_server: str) -> None:
    """Slack's own refusals are left to learn from."""
    with a_ready_postgres_database(postgres_server) as url:
        async with open_store(url, policy=QUICK) as store:
            engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
            with engine.begin() as connection:
                connection.execute(text("ALTER TABLE paces RENAME TO gone"))

            assert await store.pacing.take("T1", [POST]) == 0.0
            assert await store.pacing.take_now("T1", [POST])

            with engine.begin() as connection:
                connection.execute(text("ALTER TABLE gone RENAME TO paces"))
            engine.dispose()
