"""How a command runs: with the settings, its logs and a loop, and with one sentence for whatever it raises."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import typer

from bot.environment import load_settings
from bot.errors import LibraryError, SettingsError
from bot.logs import configure_logs
from bot.settings import Settings

NewLoop = Callable[[], asyncio.AbstractEventLoop]
Command = Callable[[Settings], Coroutine[Any, Any, int]]

GARBAGE = 20_000
"""Objects that are made before a collection looks for cycles: at the interpreter's 700 a twelfth of the work was looking."""


def fast_loop() -> NewLoop | None:
    """For what runs long: a loop in C, where there is one for the platform."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def stoppable() -> None:
    """Until the bot has its own way of stopping, SIGTERM ends it well; a container's first process would not hear it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def run(command: Command, *, loop: NewLoop | None = None) -> None:
    """Run a command with the settings; whatever it raises becomes one sentence and exit 1."""
    gc.freeze()  # what is loaded stays for good: no collection need ever walk it
    gc.set_threshold(GARBAGE, 10, 10)
    gc.enable()
    raise typer.Exit(_code(command, loop))


def _code(command: Command, loop: NewLoop | None) -> int:
    try:
        settings = load_settings()
        configure_logs(settings.log_level)
        with asyncio.Runner(loop_factory=loop) as runner:
            return runner.run(command(settings))
    except (SettingsError, LibraryError) as error:
        print(f"claims-bot: {error}", file=sys.stderr)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        from bot.commands.complaints import complain

        complain(error)
    return 1


def at_home() -> None:
    """Libraries ask for the home folder while they are loaded; a service's user may have none."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = str(Path.cwd())
