"""Before anything that costs: whether whoever asks still may. And afterwards: what it did cost."""

from asyncio import CancelledError
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Final, Self
from uuid import uuid4

from bot.article.article import Article
from bot.claims.reading import Usage
from bot.errors import AllowanceSpent, LinksSpent, TokensSpent
from bot.flow import Kept
from bot.intake.allowance import Meter, tokens_to_answer, tokens_to_read
from bot.intake.message import Place
from bot.intake.task import Task
from bot.moments.newsroom import Newsroom
from bot.moments.responding import whisper_under
from bot.ports import Later
from bot.reply.compose import failure
from bot.reply.dates import moment
from bot.spending import counted
from bot.telling import Telling

LONGEST: Final = timedelta(minutes=20)
"""More than an attempt at a job may take: what was set aside then is that of a dead one."""

WAIT: Final = 3.0
"""Seconds until it is looked again whether what others have set aside was used."""


async def take_link(room: Newsroom, task: Task, key: str) -> None:
    """Count one link for whoever asks; `key` counts once. Raises `AllowanceSpent`."""
    await check_tokens(room, task)
    meter = room.allowance.links(task.team, task.user or "", datetime.now(UTC))
    if meter is not None and not await room.meters.take(meter, f"link/{key}"):
        raise _spent(LinksSpent, meter)


async def check_tokens(room: Newsroom, task: Task) -> None:
    """Raises `AllowanceSpent` where the workspace has no tokens left and the reader would need some."""
    meter = _tokens(room, task)
    if meter is not None and meter.is_spent(await room.meters.used(meter)):
        raise _spent(TokensSpent, meter)


class Tokens:
    """What one piece of work takes of the workspace's tokens, counted once under `key`, however often its job runs.

    Within `async with` they are set aside before the model is asked, and settled with what was used. What fails gives them
    back, but for what it took in vain; whoever is stopped before the model took any leaves them to the next run, and the dead for as
    long as they could have lived.
    """

    def __init__(self, room: Newsroom, task: Task, key: str) -> None:
        self._room = room
        self._task = task
        self._key = f"tokens/{key}"
        self._aside: Meter | None = None
        self._counting = counted()

    async def __aenter__(self) -> Self:
        self._spending = self._counting.__enter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._counting.__exit__(None, None, None)
        in_vain = _sum(self._spending.usage)
        if self._aside is None or (isinstance(error, CancelledError) and not in_vain):
            return
        await self._room.meters.give_back(self._aside, self._key)
        if in_vain:
            await self._room.meters.settle(self._aside, f"{self._key}/{uuid4()}", in_vain)

    async def to_read(self, article: Article) -> None:
        """Raises `AllowanceSpent`, and `Later` where only what others have set aside is in the way."""
        await self._set_aside(tokens_to_read(len(article.text)))

    async def to_answer(self, article: Article) -> None:
        """Raises as `to_read` does."""
        await self._set_aside(tokens_to_answer(len(article.text)))

    async def used(self, stored: Usage | None = None) -> None:
        """What was taken, also by what is not used; or what an earlier run `stored`, which may not have lived to count it."""
        meter, amount = _tokens(self._room, self._task), _sum(stored or self._spending.usage)
        if meter is not None and amount:
            await self._room.meters.settle(meter, self._key, amount, stored=stored is not None)
            self._aside = None

    async def _set_aside(self, amount: int) -> None:
        meter = _tokens(self._room, self._task)
        if meter is None or await self._room.meters.set_aside(meter, self._key, amount, datetime.now(UTC) + LONGEST):
            self._aside = meter
            return
        used = await self._room.meters.used(meter)
        if used and used + amount > meter.most:
            raise _spent(TokensSpent, meter)
        raise Later(WAIT, free=True)


async def was_read(room: Newsroom, task: Task, kept: Kept, tokens: Tokens) -> None:
    """Count what a reading cost and what became of it, and remember it; one that was stored already costs nothing."""
    await room.memory.remember(task.team, kept.reading, kept.report)
    await count_reading(room, kept, tokens)


async def count_reading(room: Newsroom, kept: Kept, tokens: Tokens) -> None:
    """The same for what is remembered once it is told."""
    if kept.fresh:
        room.metrics.read(kept.report)
    await tokens.used(None if kept.fresh else kept.report.reading.usage)


def _sum(usage: Usage) -> int:
    return usage.input_tokens + usage.output_tokens


def _tokens(room: Newsroom, task: Task) -> Meter | None:
    """The rules need none."""
    return room.allowance.tokens(task.team, datetime.now(UTC)) if room.desk.reader.info.name == "openai" else None


async def tell_spent(room: Newsroom, telling: Telling, user: str | None, spent: AllowanceSpent) -> None:
    """To whoever asked, alone, unless progress is shown that has to be replaced."""
    if await telling.is_shown() and not telling.is_done:
        await telling.final(failure(spent, room.words, retry=True), failed=True)
        return
    await telling.nothing(failed=True)
    await whisper_spent(room, telling.entry.place, user, spent)


async def whisper_spent(room: Newsroom, place: Place, user: str | None, spent: AllowanceSpent) -> None:
    """Tell whoever asked, and nobody else, once in a window: the sentence is about all of them, not about this link."""
    if user is not None:
        key = f"spent:{spent.code}/{spent.about['until']}/{user}"
        note = failure(spent, room.words, retry=False)
        await whisper_under(room, Place(place.team, ""), key, place, user, note, shared=True)


def _spent(kind: Callable[..., AllowanceSpent], meter: Meter) -> AllowanceSpent:
    minutes = meter.minutes_left(datetime.now(UTC))
    left = f"{minutes} min" if minutes < 90 else f"{round(minutes / 60)} h"
    return kind(limit=meter.most, until=meter.until.isoformat(), time=moment(meter.until), left=left)
