"""The clock of a Postgres server that is set back while bots share its pace."""

from sqlalchemy import create_engine, text

from bot.ports.pacing import Tier, Turn
from tests.adapters.test_pacing import processes
from tests.engines import a_ready_postgres_database

TIER = Tier(2, 0.2)
POSTS, EDITS = Turn("posts", TIER, TIER), Turn("edits", TIER, TIER)
AN_HOUR_AHEAD = text("UPDATE paces SET turns = ARRAY(SELECT turn + 3600 FROM unnest(turns) AS turn)")


async def test_turns_of_a_clock_that_was_set_back_hold_nobody_up(postgres_server: str) -> None:
    """What was taken an hour ahead of what the server shows now is forgotten: answers wait no hour, and progress is shown."""
    with a_ready_postgres_database(postgres_server) as url:
        async with processes(url, 2) as (one, other):
            for _ in range(3):
                await one.pacing.take("T1", [POSTS])
                await one.pacing.take("T1", [EDITS])
            engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
            with engine.begin() as connection:
                connection.execute(AN_HOUR_AHEAD)
            engine.dispose()

            shown = await other.pacing.take_now("T1", [EDITS])
            waits = [await other.pacing.take("T1", [POSTS]) for _ in range(4)]

    assert shown
    assert 0 < max(waits) < 2
