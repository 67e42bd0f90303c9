"""A press that is made twice within a moment, by a finger that slips or by somebody who sees nothing yet, is one press."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

from bot.intake.task import ExportReading, Reread
from bot.moments.newsroom import Newsroom

LULL = timedelta(seconds=3)
"""For so long after what a press asked for was done, the same press is not meant."""


@asynccontextmanager
async def pressed_once(room: Newsroom, task: ExportReading | Reread, wish: str) -> AsyncIterator[bool]:
    """Whether this is to be done: not where the same person wished the same in this thread, and pressed again before that was done
    or within the `LULL` after it. Presses of one thread are worked on in their order."""
    entry = await room.library.entry(task.place, f"press:{task.user}:{wish}", "")
    done = entry.moved if entry.state == "done" else None
    if done is not None and _moment(task.event) < done + LULL:
        yield False
        return
    yield True
    await room.library.move_first(entry, "done")


def _moment(event: str) -> datetime:
    """When a press was made, which Slack tells as its id; what tells no time was made just now."""
    try:
        return datetime.fromtimestamp(float(event), UTC)
    except ValueError:
        return datetime.now(UTC)
