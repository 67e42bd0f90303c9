"""`claims-bot serve` and `work`: the bot in a workspace, until it is stopped."""

import asyncio
import signal

import structlog

from bot.root import serving
from bot.settings import Settings

log = structlog.get_logger("claims_bot.serve")


async def serve_workspace(settings: Settings, *, accepting: bool = True) -> int:
    """Serve, or without `accepting` only work, until SIGTERM or SIGINT. Raises `SettingsError`, `LibraryError`."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with serving(settings, accepting=accepting):
        await stop.wait()
        log.info("stopping")
    return 0
