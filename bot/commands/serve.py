"""`claims-bot serve` and `work`: the bot in a workspace, until it is stopped."""

import asyncio
import signal

import structlog

from bot.adapters.store import is_sqlite
from bot.errors import SettingsError
from bot.root import serving
from bot.settings import Settings

log = structlog.get_logger("claims_bot.serve")


async def serve_workspace(settings: Settings, *, accepting: bool = True) -> int:
    """Serve, or without `accepting` only work, until SIGTERM or SIGINT. Raises `SettingsError`, `LibraryError`."""
    if not accepting and is_sqlite(settings.database_url):
        raise SettingsError(
            "DATABASE_URL names a SQLite file, which one process works on: `claims-bot serve` accepts and works; "
            "`claims-bot work` is for Postgres."
        )
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with serving(settings, accepting=accepting):
        await stop.wait()
        log.info("stopping")
    return 0
