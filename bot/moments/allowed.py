"""Before anything that costs: whether whoever asks still may. And afterwards: what it did cost."""

from collections.abc import Callable
from datetime import UTC, datetime

from bot.claims.reading import Usage
from bot.errors import AllowanceSpent, LinksSpent, TokensSpent
from bot.flow import Kept
from bot.intake.allowance import Meter
from bot.intake.message import Place
from bot.intake.task import Task
from bot.moments.newsroom import Newsroom
from bot.moments.responding import told_once, whisper
from bot.reply.compose import failure
from bot.reply.dates import moment


async def take_link(room: Newsroom, task: Task, key: str) -> None:
    """Count one link for whoever asks; `key` counts once. Raises `AllowanceSpent`."""
    await check_tokens(room, task)
    meter = room.allowance.links(task.team, task.user or "", datetime.now(UTC))
    if meter is not None and not await room.meters.take(meter, f"link/{key}"):
        raise _spent(LinksSpent, meter)


async def check_tokens(room: Newsroom, task: Task) -> None:
    """Raises `AllowanceSpent` where the workspace has no tokens left and the reader would need some."""
    meter = room.allowance.tokens(task.team, datetime.now(UTC)) if room.desk.reader.info.name == "openai" else None
    if meter is not None and meter.is_spent(await room.meters.used(meter)):
        raise _spent(TokensSpent, meter)


async def was_read(room: Newsroom, task: Task, kept: Kept) -> None:
    """Count what a reading cost and what became of it, and remember it; one that was stored already costs nothing."""
    await room.memory.remember(task.team, kept.reading, kept.report)
    await count_reading(room, task, kept)


async def count_reading(room: Newsroom, task: Task, kept: Kept) -> None:
    """The same for what is remembered once it is told."""
    if kept.fresh:
        room.metrics.read(kept.report)
        await add_tokens(room, task, kept.reading, kept.report.reading.usage)


async def add_tokens(room: Newsroom, task: Task, key: str, usage: Usage) -> None:
    """What it did cost, counted once under `key`."""
    meter = room.allowance.tokens(task.team, datetime.now(UTC))
    tokens = usage.input_tokens + usage.output_tokens
    if meter is not None and tokens:
        await room.meters.add(meter, f"tokens/{key}", tokens)


async def tell_spent(room: Newsroom, place: Place, user: str | None, spent: AllowanceSpent) -> None:
    """Tell whoever asked, and nobody else, once in a window: the sentence is about all of them, not about this link."""
    if user is not None:
        key = f"spent:{spent.code}/{spent.about['until']}/{user}"
        note = failure(spent, room.words, retry=False)
        await told_once(room, Place(place.team, ""), key, lambda: whisper(room, place, user, note))


def _spent(kind: Callable[..., AllowanceSpent], meter: Meter) -> AllowanceSpent:
    minutes = meter.minutes_left(datetime.now(UTC))
    left = f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"
    return kind(limit=meter.most, until=meter.until.isoformat(), time=moment(meter.until), left=left)
