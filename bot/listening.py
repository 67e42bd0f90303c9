"""Listening: what is said of an address of ours that cannot be had."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import SettingsError
from bot.settings import Settings


@contextmanager
def naming_the_port(settings: Settings) -> Iterator[None]:
    """An address that cannot be listened on becomes a `SettingsError` with the setting's name."""
    try:
        yield
    except OSError as error:
        host, port = settings.host, settings.port
        name = "CLAIMS_PORT" if error.errno in (errno.EADDRINUSE, errno.EACCES) else "CLAIMS_HOST"
        raise SettingsError(f"{name}: {host}:{port} cannot be listened on ({error.strerror}).") from None
