"""A disk on which SQLite has hardly any room left: it is told of before a job can no longer be written."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.adapters.sqlite.store import open_sqlite
from bot.errors import LibraryError
from bot.health import Health
from bot.metrics import Metrics
from bot.upkeep import look_now_and_then
from tests.adapters.working import a_task
from tests.commands.shell import claims_bot
from tests.disks import a_disk, fill

KILOBYTES, MEGABYTES = 1024, 1024 * 1024


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with a_disk(tmp_path / "disk", 32) as made:
        yield made


@pytest.mark.parametrize("left", [8 * KILOBYTES, 12 * MEGABYTES])
async def test_a_bot_without_room_for_its_next_jobs_is_not_ready(disk: Path, left: int) -> None:
    """One sentence says how much is left and how much it should be; what fits is accepted all the same."""
    async with open_sqlite(f"sqlite:///{disk}/claims.sqlite3") as store:
        await store.jobs.accept(a_task("0"))
        await store.jobs.reach()
        fill(disk / "else", but=left)
        with pytest.raises(
            LibraryError, match=r"The disk of \S+ has (less than 1|\d+) MB left.*16 MB.*make room"
        ) as caught:
            await store.jobs.reach()
        accepted = left < MEGABYTES or await store.jobs.accept(a_task("1"))
        (disk / "else").unlink()

        await store.jobs.reach()

    assert str(caught.value).count(". ") == 0
    assert accepted


@pytest.mark.parametrize("there", [True, False])
async def test_doctor_tells_of_little_room(disk: Path, there: bool) -> None:
    """Also before the database is made."""
    url = f"sqlite:///{disk}/claims.sqlite3"
    if there:
        await asyncio.to_thread(claims_bot, "db", "upgrade", DATABASE_URL=url)
    fill(disk / "else", but=4 * MEGABYTES)

    looked = await asyncio.to_thread(claims_bot, "doctor", DATABASE_URL=url, CLAIMS_PORT="0")

    assert looked.returncode == 1
    assert "fail Database: The disk of" in looked.stdout


async def test_the_log_tells_of_it_though_nobody_asks(disk: Path) -> None:
    """Once, and once when there is room again."""
    async with open_sqlite(f"sqlite:///{disk}/claims.sqlite3") as store:
        fill(disk / "else", but=4 * MEGABYTES)
        with capture_logs() as lines:
            looking = asyncio.create_task(look_now_and_then(Health(store, Metrics()), every=0.02))
            await asyncio.sleep(0.3)
            (disk / "else").unlink()
            await asyncio.sleep(0.3)
            looking.cancel()
            await asyncio.wait([looking])

    assert [line["event"] for line in lines] == ["not_ready", "ready_again"]
    assert "make room" in lines[0]["error"]
