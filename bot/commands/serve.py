"""`claims-bot serve` and `work`: the bot in a workspace, until it is stopped."""

import asyncio
import os
import signal
import threading

import structlog

from bot.adapters.store import is_sqlite
from bot.errors import SettingsError
from bot.root import serving
from bot.settings import Settings

log = structlog.get_logger("claims_bot.serve")

BEYOND_DRAINING = 8.0
"""Seconds for letting go of everything, once the jobs had theirs: together less than the 30 of most supervisors."""


async def serve_workspace(settings: Settings, *, accepting: bool = True) -> int:
    """Serve, or without `accepting` only work, until SIGTERM, SIGINT or SIGHUP. Raises `SettingsError`, `LibraryError`."""
    if not accepting and is_sqlite(settings.database_url):
        raise SettingsError(
            "DATABASE_URL names a SQLite file, which one process works on: `claims-bot serve` accepts and works; "
            "`claims-bot work` is for Postgres."
        )
    stop, started = asyncio.Event(), False
    main, loop = asyncio.current_task(), asyncio.get_running_loop()

    def end() -> None:
        if main is not None and not started and not stop.is_set():
            main.cancel()  # whatever the start waits for
        stop.set()
        _end_in_any_case(settings.drain_seconds + BEYOND_DRAINING)

    kept = signal.getsignal(signal.SIGHUP) == signal.SIG_IGN  # as under nohup
    for number in (signal.SIGTERM, signal.SIGINT, *(() if kept else (signal.SIGHUP,))):
        loop.add_signal_handler(number, end)
    try:
        async with serving(settings, accepting=accepting):
            started = True
            await stop.wait()
            log.info("stopping")
    except asyncio.CancelledError:
        if not stop.is_set():
            raise
    return 0


def _end_in_any_case(seconds: float) -> None:
    """A database that answers nothing must not keep a process that was told to go. What is left is as after a crash."""

    def end() -> None:
        log.warning("stopping_cut_short")
        os._exit(1)

    last = threading.Timer(seconds, end)
    last.daemon = True
    last.start()
