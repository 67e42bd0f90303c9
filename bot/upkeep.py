"""What has to be done now and then, whatever is asked meanwhile."""

import asyncio
import random
from datetime import UTC, datetime, timedelta

import structlog

from bot.health import Health
from bot.ports import Keeping

log = structlog.get_logger("claims_bot.upkeep")

EVERY = 3600.0
LOOK = 60.0


async def purge_now_and_then(keeping: Keeping, days: int, *, every: float = EVERY) -> None:
    """Delete what is older than `days`, at once and every hour, until cancelled. Several processes may."""
    while True:
        try:
            gone = await keeping.purge(datetime.now(UTC) - timedelta(days=days))
        except Exception as error:  # the next round does what this one could not
            log.warning("purge_failed", error=type(error).__name__)
        else:
            if gone:
                log.info("purged", rows=gone, days=days)
        await asyncio.sleep(every * random.uniform(0.9, 1.1))  # noqa: S311  so that replicas drift apart


async def look_now_and_then(health: Health, *, every: float = LOOK) -> None:
    """Ask whether we are ready, at once and every minute, until cancelled: where nobody else asks, the log tells of it."""
    while True:
        await health.ready()
        await asyncio.sleep(every)
